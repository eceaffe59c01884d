// A partner that shows to visitors what is for partners: the form and the plain sentence say so, with and without script.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { comesToSay, speaksWith } from './elsewhere.mjs';
import { clipsNothing, fitsTheWindow, leavesRoom } from './layout.mjs';
import { looseCommunity } from './loose.mjs';
import { HOST } from './pages.mjs';
import { signedIn } from './town.mjs';

const WIDTHS = [{ width: 390, height: 2_000 }, { width: 1280, height: 2_000 }];

const option = (page) => page.locator('#reach label', { has: page.locator('input[value=partners]') });
const sentence = (page) => page.locator('.reach > span').last().innerText();

async function isOpenToAll(page, { script }) {
  for (const size of WIDTHS) {
    await page.setViewportSize(size);
    await fitsTheWindow(page);
    await clipsNothing(page);
    await leavesRoom(page);
    // axe is a script itself.
    if (script) await hasNoBarrier(page);
  }
}

export default ({ test }) => {
  // Interface 7.15.
  test('a partner that keeps no limits makes its option read as the open web, until it is a partner no more', { seconds: 120, alone: true }, async (world) => {
    const host = await signedIn(world, HOST);
    await speaksWith(host, 'partners');
    const page = await signedIn(world, 'Early Lark');
    await page.goto('/share?group=night-owls');
    assert.match(await option(page).innerText(), /Copies go to communities the host has linked/);

    const loose = await looseCommunity();
    try {
      await host.goto('/host/partners');
      await host.locator('#domain').fill(loose.host);
      await host.getByRole('button', { name: 'Send the request' }).click();
      await host.waitForURL(`**/host/partners/${loose.host}`);
      await comesToSay(host, `/host/partners/${loose.host}`, 'You are partners.');

      await page.goto('/share?group=night-owls');
      assert.match(await option(page).innerText(), new RegExp(`Treat this as the open web: ${loose.host} shows it to visitors\\.`));
      await page.locator('#reach input[value=partners]').check();
      const says = `and anyone who visits ${loose.host} will see this from Early Lark.`;
      if (world.script) assert.ok((await sentence(page)).includes(says), await sentence(page));
      await isOpenToAll(page, world);
      await page.getByLabel('Just here').check();
      await page.getByLabel('Your words').fill('The kettle is on.');
      await page.getByRole('button', { name: 'Check it first' }).click();
      await page.getByRole('heading', { name: 'Look once more' }).waitFor();
      assert.ok((await sentence(page)).includes(says), await sentence(page));
      await page.getByRole('button', { name: 'Share it' }).click();
      await page.waitForURL('**/p/**');
      assert.ok((await sentence(page)).includes(`and anyone who visits ${loose.host}.`), await sentence(page));

      await host.goto(`/host/partners/${loose.host}`);
      await host.locator('form[action$="/end"] button').click();
      await page.goto('/share?group=night-owls');
      assert.match(await option(page).innerText(), /Copies go to communities the host has linked/);
    } finally {
      await loose.stop();
    }
  });
};
