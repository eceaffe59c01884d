// Somebody's first days: links wait and nothing typed is lost, those answer who have been here a while; a label beside a name;
// what looks like selling waits, and its writer is told why; the host's page.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { asks, comesIn, line, signedIn, thread } from './town.mjs';

const [KEEPER, MEMBER, HOST] = ['Lanternlit Moth', 'Early Lark', 'Maple 41'];
const GROUP = 'night-owls';
const WIDE = { viewport: { width: 1280, height: 900 } };
const sends = (page) => page.locator('button[value=send]').click();

/** Somebody who comes in now, and joins. */
async function newcomer(world, name) {
  const full = `${name} ${world.script ? 'One' : 'Two'}`;
  await comesIn(world, full);
  await asks(world, full, 'POST', `/groups/${GROUP}/join`, {});
  return full;
}

export default ({ test }) => {
  test('a newcomer is told what waits, loses nothing, and is answered by those who have been here a while', { script: 'both' }, async (world) => {
    world.forgives(/status of (404|409|422)/);
    const [nia, other] = [await newcomer(world, 'New Reed'), await newcomer(world, 'Other Reed')];
    const page = await signedIn(world, nia);
    await page.goto(`/share?group=${GROUP}`);
    await page.getByText('Links open for you here after your first week').waitFor();
    assert.ok(await page.getByLabel('People who have been here a while answer').isChecked());
    if (world.script) await hasNoBarrier(page);
    const words = line('First words https://library.example/a');
    await page.locator('#body').fill(words);
    await sends(page);
    await page.getByText('Links wait in the first days').first().waitFor();
    assert.equal((await page.locator('#body').inputValue()).trim(), words);
    if (world.script) await hasNoBarrier(page);
    await page.locator('#body').fill(words.replace('https://library.example/a', ''));
    await sends(page);
    await page.waitForURL('**/p/**');
    await page.getByText('People who have been here a while answer this').waitFor();
    if (world.script) await hasNoBarrier(page);
    const address = new URL(page.url()).pathname;

    const reader = await signedIn(world, other, WIDE);
    await reader.goto(`${address}/reply`);
    await reader.getByText('A kind word under the post reaches them too').waitFor();
    await reader.locator('#body').fill('Write to me alone.');
    await sends(reader);
    await reader.getByText('A kind word under the post reaches them too').first().waitFor();
    assert.equal((await reader.locator('#body').inputValue()).trim(), 'Write to me alone.');
    if (world.script) await hasNoBarrier(reader);
    const member = await signedIn(world, MEMBER);
    await member.goto(`${address}/reply`);
    await member.getByText('you are welcome to write').waitFor();

    await page.getByRole('button', { name: 'Let everybody answer' }).click();
    await page.getByRole('button', { name: 'Ask that people answer who have been here a while' }).waitFor();
    await sends(reader);
    await reader.waitForURL((url) => url.pathname === address);
  });

  test('a label stands beside a name, and goes some weeks after it was taken off', { script: 'both' }, async (world) => {
    world.forgives(/status of 422/);
    const name = await newcomer(world, 'Labelled Reed');
    const id = await thread(world, name, GROUP, line('Words of somebody who is paid'), { shield: false });
    const page = await signedIn(world, name);
    await page.goto('/you');
    await page.getByRole('link', { name: /Whom I work for/ }).click();
    if (world.script) await hasNoBarrier(page);
    await page.getByLabel('Which').fill('Blue House');
    await page.getByRole('button', { name: 'Put it beside my name' }).click();
    await page.getByText('Choose what sort of business').first().waitFor();
    assert.equal(await page.getByLabel('Which').inputValue(), 'Blue House');
    await page.getByLabel('A sober home').check();
    await page.getByRole('button', { name: 'Put it beside my name' }).click();
    await page.getByText('Works for a sober home: Blue House').waitFor();
    if (world.script) await hasNoBarrier(page);
    const reader = await signedIn(world, MEMBER);
    for (const place of [`/p/${id}`, `/people/${encodeURIComponent(name)}`]) {
      await reader.goto(place);
      await reader.getByText('Works for a sober home: Blue House').first().waitFor();
      if (world.script) await hasNoBarrier(reader);
    }
    await page.getByRole('button', { name: 'Take it off' }).click();
    await page.getByText('It goes on').waitFor();
  });

  test('what looks like selling waits, its writer reads why, and a look is all it takes', { script: 'both' }, async (world) => {
    const words = line('Ring (555) 123-4567');
    const writer = await signedIn(world, MEMBER);
    await writer.goto(`/share?group=${GROUP}`);
    await writer.locator('#body').fill(words);
    await sends(writer);
    await writer.waitForURL('**/share/waits?**');
    await writer.goto('/share/drafts');
    await writer.getByText('It holds a phone number, so somebody looks first').first().waitFor();
    if (world.script) await hasNoBarrier(writer);
    const keeper = await signedIn(world, KEEPER, WIDE);
    await keeper.goto(`/g/${GROUP}/held`);
    const held = keeper.locator('article.case', { hasText: words });
    await held.getByText('It holds a phone number.').waitFor();
    if (world.script) await hasNoBarrier(keeper);
    await held.locator('button[value=let-through]').click();
    await keeper.waitForURL(`**/g/${GROUP}/held`);
    await writer.goto(`/g/${GROUP}`);
    await writer.getByText('Ring (555) 123-4567').first().waitFor();
  });

  test('a host sets how those are met who come', { script: 'both' }, async (world) => {
    world.forgives(/status of 422/);
    const host = await signedIn(world, HOST, WIDE);
    await host.goto('/host/newcomers');
    if (world.script) await hasNoBarrier(host);
    await host.locator('#posts').fill('many');
    await host.getByRole('button', { name: 'Save' }).click();
    await host.getByText('Choose 0 to 10').first().waitFor();
    await host.locator('#posts').fill('3');
    await host.getByRole('button', { name: 'Save' }).click();
    await host.waitForURL('**/host/newcomers');
    assert.equal(await host.locator('#posts').inputValue(), '3');
  });
};
