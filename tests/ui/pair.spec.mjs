// Two buddies on their own page: what they told each other, noticing a silence, a nudge; with script and without.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { fitsTheWindow } from './layout.mjs';
import { comesIn, signedIn } from './town.mjs';

/** Two people who are buddies, each on the page of the two. */
const pair = async (world, [one, other]) => {
  for (const name of [one, other]) await comesIn(world, name);
  const [page, theirs] = [await signedIn(world, one), await signedIn(world, other)];
  await page.goto('/buddies');
  await page.getByRole('button', { name: 'Make a link' }).click();
  await page.getByText('This is your link.').waitFor();
  const link = new URL((await page.locator('#address').innerText()).replaceAll(/\s/g, '')).pathname;
  await theirs.goto(link);
  await theirs.getByRole('button', { name: 'Yes, gladly' }).click();
  await theirs.locator('#buddies').getByRole('link', { name: one, exact: true }).waitFor();
  for (const each of [page, theirs]) {
    await each.goto('/buddies');
    await each.getByRole('link', { name: 'What you agreed, and what you told each other' }).click();
    await each.getByRole('heading', { name: 'You two' }).waitFor();
  }
  return [page, theirs];
};

export default ({ test }) => {
  test('one asks to be noticed and reads the very line first, the other says yes, a holiday, an end', { script: 'both' }, async (world) => {
    const names = world.script ? ['Elder Wren', 'Fern Wren'] : ['Gorse Wren', 'Hazel Wren'];
    const [page, theirs] = await pair(world, names);
    await page.getByText('Ask to be noticed').click();
    await page.locator('#says').getByText('A little while since we heard from').waitFor();
    if (world.script) await hasNoBarrier(page);
    await page.getByLabel('5 days').check();
    await page.getByLabel('A check-in, or a look at any page here').check();
    await page.getByRole('button', { name: 'Yes, ask my buddy' }).click();
    await page.getByText('Nothing is noticed yet.').waitFor();

    await theirs.reload();
    await theirs.locator('#notice').getByText('after 5 whole days').waitFor();
    if (world.script) await hasNoBarrier(theirs);
    await theirs.getByRole('button', { name: 'Yes, I will notice' }).click();
    await theirs.locator('#notice').getByText('You said yes.').waitFor();

    await page.reload();
    await page.locator('#asked').getByText('said yes.').waitFor();
    await page.getByText('I will be away for a while').click();
    const until = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('Until which day?').fill(until);
    await page.getByRole('button', { name: 'Pause until then' }).click();
    await page.locator('#asked').getByText('Paused until').waitFor();
    await theirs.reload();
    assert.equal(await theirs.getByText('Paused until').count(), 0, 'a holiday is not told');
    await theirs.getByRole('button', { name: 'Stop noticing' }).click();
    await theirs.getByRole('button', { name: 'Yes, I will notice' }).waitFor();
    await page.reload();
    await page.getByText('Nothing is noticed yet.').waitFor();
  });

  // Interface 7.7, with a group in checkin.spec.mjs.
  test('a check-in is told to a buddy and taken back, and a nudge is asked for and agreed', { script: 'both' }, async (world) => {
    const names = world.script ? ['Iris Wren', 'Juniper Wren'] : ['Larch Wren', 'Maple Wren'];
    const [page, theirs] = await pair(world, names);
    const here = page.url();
    await page.goto('/checkin');
    await page.getByLabel('Hard', { exact: true }).check();
    await page.getByLabel('Does a buddy read the weather and your line?').selectOption(names[1]);
    await page.locator('#line').fill('Rain on the roof');
    await page.getByRole('button', { name: 'Check in' }).click();
    await page.getByText('reads the weather and your line, for a week.').waitFor();
    await theirs.reload();
    await theirs.locator('#theirs').getByText('Rain on the roof').waitFor();
    if (world.script) await hasNoBarrier(theirs);
    await page.goto(here);
    await page.locator('#mine').getByRole('button', { name: 'Take this back' }).click();
    await page.getByText('Nothing. When you check in').waitFor();
    await theirs.reload();
    await theirs.getByText('Nothing told this week.').waitFor();

    await page.getByText('Ask for a nudge').click();
    await page.getByLabel('Every day').check();
    await page.getByRole('button', { name: 'Ask my buddy', exact: true }).click();
    await page.locator('#nudged').getByText('every day at 18:00').waitFor();
    await theirs.reload();
    await theirs.locator('#nudging').getByRole('button', { name: 'Yes', exact: true }).click();
    await theirs.locator('#nudging').getByText('You said yes.').waitFor();
    await page.reload();
    await page.locator('#nudged').getByText('said yes.').waitFor();
  });

  test('the page of two holds on a desk and at 320', { script: true }, async (world) => {
    const [page] = await pair(world, ['Olive Wren', 'Poplar Wren']);
    for (const summary of ['Ask to be noticed', 'Ask for a nudge']) await page.getByText(summary).click();
    for (const viewport of [{ width: 1280, height: 800 }, { width: 320, height: 640 }]) {
      await page.setViewportSize(viewport);
      await hasNoBarrier(page);
      await fitsTheWindow(page);
      const links = await page.locator('header.top a').evaluateAll((all) => all.map((each) => each.getAttribute('href')));
      assert.deepEqual(links.slice(-2), ['/support', '/leave']);
    }
  });
};
