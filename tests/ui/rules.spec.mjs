// Rules a group keeps by itself: a keeper sets them, the form says so in place, what waits is let through or comes back.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { line, signedIn } from './town.mjs';

const [STEWARD, KEEPER, WRITER, READER] = ['Maple 41', 'Lanternlit Moth', 'Early Lark', 'Slow River'];
const GROUP = 'night-owls';
const WIDE = { viewport: { width: 1280, height: 900 } };

/** Opens the page of rules. */
async function atRules(world, extra) {
  const page = await signedIn(world, KEEPER, extra);
  await page.goto(`/g/${GROUP}/rules`);
  return page;
}

/** Looks what a line would have met, and keeps it. */
async function keeps(world, words, does, sentence, also = async () => {}) {
  const page = await atRules(world);
  await page.getByLabel('Words, phrases or web addresses').fill(words);
  await page.getByLabel(does).check();
  await also(page);
  await page.getByLabel('A sentence for the writer').fill(sentence);
  await page.getByRole('button', { name: 'Look what it would have met' }).click();
  await page.locator('#tried').waitFor();
  if (world.script) await hasNoBarrier(page);
  await page.getByRole('button', { name: 'Keep this line' }).click();
  await page.getByRole('button', { name: `Take this line away ${words}` }).waitFor();
  return page;
}

async function takesAway(world, words) {
  const page = await atRules(world);
  await page.getByRole('button', { name: `Take this line away ${words}` }).click();
  await page.getByRole('button', { name: `Take this line away ${words}` }).waitFor({ state: 'detached' });
}

async function shares(world, words) {
  const page = await signedIn(world, WRITER);
  await page.goto(`/share?group=${GROUP}`);
  await page.locator('#body').fill(words);
  await page.getByRole('button', { name: 'Share', exact: true }).or(page.locator('button[value=send]')).first().click();
  return page;
}

export default ({ test }) => {
  test('what meets a line waits for a look, nobody else sees it, and it comes back with a sentence or stands', { script: 'both' }, async (world) => {
    world.forgives(/status of (404|422)/);
    const met = `lantern oil ${world.script ? 'one' : 'two'}`;
    await keeps(world, met, 'Let the words wait for a look', '');
    const words = line(`Some ${met} for all`);
    const writer = await shares(world, words);
    await writer.waitForURL('**/share/waits?**');
    await writer.getByText('You can have them back').waitFor();
    if (world.script) await hasNoBarrier(writer);
    await writer.goto('/share/drafts');
    await writer.getByText(words).waitFor();
    if (world.script) await hasNoBarrier(writer);
    const reader = await signedIn(world, READER);
    await reader.goto(`/g/${GROUP}`);
    assert.ok(!(await reader.locator('main').innerText()).includes(words));

    const keeper = await signedIn(world, KEEPER);
    await keeper.goto('/look');
    await keeper.getByRole('link', { name: /for a first look in Night owls/ }).click();
    const held = keeper.locator('article.case', { hasText: words });
    await held.getByText('It meets one of your lines.', { exact: true }).waitFor();
    if (world.script) await hasNoBarrier(keeper);
    await held.getByLabel('A sentence for the writer').fill('Please leave the shop out.');
    await held.getByRole('button', { name: 'Not here' }).click();
    await keeper.waitForURL(`**/g/${GROUP}/held`);
    await writer.goto('/share/drafts');
    await writer.getByRole('link').filter({ hasText: words }).filter({ hasText: 'Please leave the shop out.' }).click();
    assert.equal((await writer.locator('#body').inputValue()).trim(), words);
    await writer.getByText('Please leave the shop out.').waitFor();
    if (world.script) await hasNoBarrier(writer);

    const again = line(`More ${met}`);
    await shares(world, again);
    await keeper.goto(`/g/${GROUP}/held`);
    await keeper.locator('article.case', { hasText: again }).getByRole('button', { name: 'Let it through' }).click();
    await keeper.waitForURL(`**/g/${GROUP}/held`);
    await reader.goto(`/g/${GROUP}`);
    await reader.getByText(again).first().waitFor();
    await takesAway(world, met);
  });

  test('a note and a better home are offered in place, and every word is still there', { script: 'both' }, async (world) => {
    world.forgives(/status of 422/);
    const met = `paper moon ${world.script ? 'one' : 'two'}`;
    await keeps(world, met, 'Offer a content note', 'A note lets others choose when.', async (page) => {
      await page.getByLabel('Which content note').selectOption('grief');
      await page.getByLabel('Where this has a better home').selectOption('small-wins');
    });
    const words = line(`The ${met}`);
    const page = await shares(world, words);
    const panel = page.locator('#rules');
    await panel.getByText('A note lets others choose when.').waitFor();
    assert.equal((await page.locator('#body').inputValue()).trim(), words);
    assert.ok(await panel.getByRole('checkbox').isChecked());
    if (world.script) await hasNoBarrier(page);
    await panel.getByRole('button', { name: /^Share it in/ }).click();
    assert.equal(await page.locator('#group').inputValue(), 'small-wins');
    assert.equal((await page.locator('#body').inputValue()).trim(), words);

    const stays = await shares(world, words);
    await stays.locator('#rules').waitFor();
    await stays.locator('button[value=send]').first().click();
    await stays.waitForURL('**/p/**');
    await takesAway(world, met);
  });

  test('a keeper guards the group and ends it; the page reads well wide and narrow', { script: 'both' }, async (world) => {
    for (const extra of [{}, WIDE]) {
      const page = await atRules(world, extra);
      await page.getByRole('button', { name: 'Guard the group for a day' }).click();
      await page.getByText(/^Guarded for/).waitFor();
      if (world.script) await hasNoBarrier(page);
      await page.getByRole('button', { name: 'End it now' }).click();
      await page.getByRole('button', { name: 'Guard the group for a day' }).waitFor();
      if (world.script) await hasNoBarrier(page);
    }
  });

  test('where people share, the form for a reply says whom it goes to', { script: 'both' }, async (world) => {
    const keeper = await signedIn(world, STEWARD);
    const says = async (label) => {
      await keeper.goto(`/g/${GROUP}/edit`);
      await keeper.getByLabel(label).check();
      if (world.script) await hasNoBarrier(keeper);
      await keeper.getByRole('button', { name: 'Save', exact: true }).click();
      await keeper.waitForURL((url) => !url.pathname.endsWith('/edit'));
    };
    await says('People share, and do not answer each other');
    await keeper.goto(`/g/${GROUP}/about`);
    await keeper.getByText('a reply goes to whoever opened the thread, and not to others who replied').waitFor();
    const writer = await shares(world, line('A night to share'));
    await writer.waitForURL('**/p/**');
    const place = new URL(writer.url()).pathname;
    const reader = await signedIn(world, READER);
    await reader.goto(`${place}/reply`);
    await reader.getByText('People share here, and do not answer each other').waitFor();
    if (world.script) await hasNoBarrier(reader);
    await reader.locator('#body').fill('The same here tonight.');
    await reader.getByRole('button', { name: 'Send', exact: true }).or(reader.locator('button[value=send]')).first().click();
    await reader.getByText('The same here tonight.').waitFor();
    await says('People answer each other');
  });
};
