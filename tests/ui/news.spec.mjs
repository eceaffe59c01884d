// News while somebody reads: one quiet line with a link and a dot, on any page; without script the next page shows it.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { clipsNothing, fitsTheWindow } from './layout.mjs';
import { asks, comesIn, line, reply, signedIn, thread } from './town.mjs';

const bar = (page) => page.locator('p.told a');
const dot = (page) => page.locator('.tabs a[href="/you"] .dot');
let guests = 0;

/** Somebody new, who has no news yet, in the group of the others. */
async function somebody(world) {
  const name = `Morning Sedge ${String.fromCharCode(65 + (guests += 1))}${world.script ? 'a' : 'b'}`;
  await comesIn(world, name);
  await asks(world, name, 'POST', '/groups/small-wins/join', {});
  return name;
}

/** Opens a page and waits until it hears. */
async function opens(world, page, path) {
  const hears = world.script && page.waitForResponse((response) => response.url().endsWith('/live'));
  await page.goto(path);
  await hears;
}

export default ({ test }) => {
  test('an answer is told of on whichever page its reader has open, and waits on the next one', { script: 'both' }, async (world) => {
    const name = await somebody(world);
    const page = await signedIn(world, name);
    const id = await thread(world, name, 'small-wins', line('I slept through'), { no_note_fits: true });
    await opens(world, page, '/groups');
    const [title, heading] = [await page.title(), page.locator('h1')];
    const place = await heading.boundingBox();
    assert.equal(await bar(page).isVisible(), false);
    await reply(world, 'Early Lark', id, line('With you'));
    if (world.script) {
      await bar(page).waitFor();
      assert.equal(await bar(page).innerText(), 'There is something new');
      assert.equal(await page.locator('#say').innerText(), 'There is something new');
      assert.equal(await dot(page).count(), 1);
      assert.deepEqual([await page.title(), await heading.boundingBox()], [title, place], 'nothing else changes');
      await hasNoBarrier(page);
      for (const size of [{ width: 320, height: 640 }, { width: 1280, height: 900 }]) {
        await page.setViewportSize(size);
        await fitsTheWindow(page);
        await clipsNothing(page);
      }
      await bar(page).click();
      await page.waitForURL('**/news');
    } else {
      // It takes the server a moment to tell.
      for (let wait = 0; wait < 50 && !await dot(page).count(); wait += 1) {
        await page.waitForTimeout(100);
        await page.goto('/groups');
      }
      assert.equal(await dot(page).count(), 1);
      assert.equal(await bar(page).isVisible(), false);
      await page.goto('/news');
    }
    await page.getByText('Early Lark answered you').waitFor();
  });

  test('whoever has a lamp on is told of an ask wherever they read, and Today says it', { script: 'both' }, async (world) => {
    const listener = world.script ? 'Slow River' : 'Early Lark';
    const page = await signedIn(world, listener);
    await page.goto('/lamp');
    await page.getByRole('radio', { name: 'Two hours' }).check();
    await page.getByRole('button', { name: /Light my lamp|Light it anew/ }).click();
    await page.getByText(/Your lamp is lit for \d+ more minutes/).waitFor();
    await opens(world, page, '/groups');
    const asker = await signedIn(world, await somebody(world));
    await asker.goto('/support');
    await asker.getByRole('button', { name: 'Ask for company' }).click();
    await asker.waitForURL(/\/support\/ask\/\w+$/);
    if (world.script) {
      await page.getByRole('link', { name: 'Somebody asks for company' }).waitFor();
      assert.equal(await bar(page).getAttribute('href'), '/support/asks');
      await hasNoBarrier(page);
    }
    await page.goto('/');
    await page.locator('#asks').getByRole('link', { name: 'See who asks' }).click();
    await page.waitForURL('**/support/asks');
    await asker.getByRole('button', { name: 'I am okay for now' }).click();
    await asker.getByText('Taken back. Nobody reads it any more.').waitFor();
    await page.goto('/lamp');
    await page.getByRole('button', { name: 'Put it out' }).click();
    await page.getByText('Your lamp is out.').waitFor();
  });
};
