// How somebody is, and the days they count: from Today, within twenty seconds, with and without script.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { comesIn, signedIn } from './town.mjs';

const DESK = { viewport: { width: 1280, height: 900 } };
let guests = 0;

/** Somebody new in a browser of their own, so that no test meets another's days. */
async function somebody(world, extra) {
  const name = `Morning Reed ${String.fromCharCode(65 + (guests += 1))}${world.script ? 'a' : 'b'}`;
  await comesIn(world, name);
  return signedIn(world, name, extra);
}

const isoDaysAgo = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

async function counts(page, fields) {
  await page.goto('/counters/new');
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  await page.getByLabel('Where your clock stands').selectOption('UTC');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/\/counters\/\d+$/);
}

export default ({ test }) => {
  test('a check-in takes two presses on Today and is there after a reload', { script: 'both' }, async (world) => {
    const page = await somebody(world);
    await page.goto('/');
    const began = Date.now();
    await page.getByRole('radio', { name: 'Mixed', exact: true }).check();
    await page.getByRole('button', { name: 'Check in' }).click();
    await page.getByText('Today: Mixed').waitFor();
    assert.ok(Date.now() - began < 20_000);
    await page.reload();
    await page.getByText('Only you see this.').waitFor();
    if (world.script) await hasNoBarrier(page);

    await page.getByRole('link', { name: 'Change it, or look back' }).click();
    await page.getByLabel('Lonely').check();
    await page.getByLabel('One line').fill('Rain on the roof');
    await page.getByLabel('Today I mean to').fill('call my sister');
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('button', { name: 'Say it anew' }).click();
    await page.getByText('You mean to call my sister').waitFor();
    await page.goto('/checkin/history');
    await page.getByText('Rain on the roof').waitFor();
    assert.equal(await page.locator('svg.trend .day').count(), 1);
    if (world.script) await hasNoBarrier(page);
  });

  test('a strong urge leads straight to people', { script: 'both' }, async (world) => {
    const page = await somebody(world);
    await page.goto('/');
    await page.getByRole('radio', { name: 'Hard', exact: true }).check();
    await page.getByText('A little more, if you like').click();
    await page.getByLabel('How strong is the urge?').selectOption('7');
    await page.getByRole('button', { name: 'Check in' }).click();
    await page.waitForURL('**/support?checked-in');
    await page.getByText('Your check-in is kept.').waitFor();
    await page.getByRole('link', { name: /Call or text a helpline/ }).waitFor();
  });

  test('with script a day is a day of the clock on the wall', { script: true }, async (world) => {
    const page = await somebody(world, { timezoneId: 'Pacific/Kiritimati' });
    await page.goto('/');
    assert.equal(await page.locator('#checkin [data-zone]').inputValue(), 'Pacific/Kiritimati');
    await page.goto('/counters/new');
    assert.equal(await page.locator('select[data-zone]').inputValue(), 'Pacific/Kiritimati');
  });

  test('rings grow, a setback takes no day away, and is taken back', { script: 'both' }, async (world) => {
    const page = await somebody(world);
    await counts(page, { 'First day': isoDaysAgo(226), 'What do you call it?': 'Tea instead' });
    await page.getByText('226 days').first().waitFor();
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('link', { name: 'Tell of a setback' }).click();
    await page.getByText('All 226 days stay.').waitFor();
    assert.ok(await page.getByRole('radio', { name: /Leave it for now/ }).isChecked());
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('radio', { name: /Start a new run/ }).check();
    await page.getByLabel('When was it?').fill(isoDaysAgo(38));
    await page.getByLabel('In your own words').fill('One evening. I am still here.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('38 days this run').waitFor();
    await page.getByText('226 days in all. They stay.').waitFor();
    assert.equal(await page.locator('svg.rings .knot').count(), 1);
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('button', { name: /Take this back/ }).click();
    await page.getByText('Taken back', { exact: true }).waitFor();
    assert.equal(await page.locator('svg.rings .knot').count(), 0);
    await page.goto('/');
    await page.getByText('226 days').first().waitFor();
  });

  test('Today with rings and a card holds on a desk and at 320', { script: true }, async (world) => {
    for (const extra of [DESK, { viewport: { width: 320, height: 640 } }]) {
      const page = await somebody(world, extra);
      await counts(page, { 'First day': isoDaysAgo(90) });
      for (const path of ['/', '/checkin', '/checkin/history', '/counters', '/counters/new']) {
        await page.goto(path);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} scrolls sideways`);
        await hasNoBarrier(page);
      }
      await page.goto('/');
      await page.getByRole('heading', { name: 'Ninety days.' }).waitFor();
      await page.getByRole('link', { name: 'Tell it' }).click();
      await page.waitForURL('**/share?kind=milestone');
    }
  });
};
