// The daily circle, a chip with words, and a small circle for a day: with script and without.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { fitsTheWindow } from './layout.mjs';
import { asks, comesIn, signedIn } from './town.mjs';

const isoDaysAgo = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
let guests = 0;

/** Somebody new in a browser of their own, so that no test meets another's days. */
async function somebody(world, extra) {
  const name = `Circle Reed ${String.fromCharCode(65 + (guests += 1))}${world.script ? 'a' : 'b'}`;
  await comesIn(world, name);
  return [name, await signedIn(world, name, extra)];
}

/** Groups of the town in which Maple 41 has been for long: who came lately gives nobody a chip in a group. */
const OLD = ['night-owls', 'first-90-days', 'small-wins', 'family-and-friends'];

/** A group that all are in: the first that is open to everybody. */
async function together(world, names) {
  const { rows } = await asks(world, names[0], 'GET', '/groups');
  const open = rows.find(({ name, joining }) => OLD.includes(name) && joining === 'open');
  for (const name of names) await asks(world, name, 'POST', `/groups/${open.name}/join`, {});
  return open;
}

export default ({ test }) => {
  test('a line goes into the circle from the form, and out with the day', { script: 'both' }, async (world) => {
    const [name, page] = await somebody(world);
    await page.goto('/');
    await page.getByRole('link', { name: 'Today’s circle' }).click();
    await page.getByRole('link', { name: 'Say how you are' }).click();
    assert.ok(await page.getByLabel('Into the daily circle').isChecked());
    await page.getByRole('radio', { name: 'Mixed', exact: true }).check();
    await page.getByLabel('One line').fill(`A line of ${name}`);
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('button', { name: 'Check in' }).click();
    await page.getByText('The daily circle reads the weather and your line').waitFor();
    const other = await signedIn(world, 'Maple 41');
    await other.goto('/circle');
    await other.getByText(`A line of ${name}`).waitFor();
    if (world.script) await hasNoBarrier(other);
    await page.goto('/checkin/history');
    await page.getByRole('button', { name: 'Delete this day' }).click();
    await other.reload();
    assert.equal(await other.getByText(`A line of ${name}`).count(), 0);
  });

  test('heavy words are offered help first, and whoever looks after the community takes a line out', { script: 'both' }, async (world) => {
    const [name, page] = await somebody(world);
    await page.goto('/checkin?to=circle');
    await page.getByRole('radio', { name: 'Hard', exact: true }).check();
    await page.getByLabel('One line').fill('Thinking of suicide again');
    await page.getByRole('button', { name: 'Check in' }).click();
    await page.getByText('You are not on your own with this').waitFor();
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('button', { name: 'Post it as it is' }).click();
    await page.getByText('The daily circle reads the weather and your line').waitFor();

    const keeper = await signedIn(world, 'Maple 41');
    await keeper.goto('/circle');
    const row = keeper.locator('#lines > li', { hasText: name });
    await row.locator('details.menu summary').click();
    await row.getByRole('link', { name: 'Take it out of the circle' }).click();
    if (world.script) await hasNoBarrier(keeper);
    await keeper.getByLabel('Why, in one line').fill('It says how.');
    await keeper.getByRole('button', { name: 'Take the line out' }).click();
    await keeper.waitForURL('**/circle');
    assert.equal(await keeper.locator('#lines > li', { hasText: name }).count(), 0);
    await page.goto('/decisions');
    await page.getByText('Your line was taken out of the daily circle').waitFor();
  });

  test('what somebody said in the circle is told of with its words', { script: 'both' }, async (world) => {
    const [name, page] = await somebody(world);
    await page.goto('/checkin?to=circle');
    await page.getByRole('radio', { name: 'Hard', exact: true }).check();
    await page.getByLabel('One line').fill(`Told of ${name}`);
    await page.getByRole('button', { name: 'Check in' }).click();
    await page.getByText('The daily circle reads the weather and your line').waitFor();

    const [, other] = await somebody(world);
    await other.goto('/circle');
    const row = other.locator('#lines > li', { hasText: name });
    await row.locator('details.menu summary').click();
    await row.getByRole('link', { name: 'Tell the people who look after this' }).click();
    await other.getByText('This is about what somebody said in the daily circle.').waitFor();
    await other.locator('#quoted').getByText(`Told of ${name}`).waitFor();
    assert.equal(await other.getByLabel('Let these words go along').isChecked(), true);
    if (world.script) await hasNoBarrier(other);
    await other.getByRole('link', { name: 'Not now' }).click();
    await other.waitForURL('**/circle');
  });

  test('a person hosts, greets, and steps down at once', { script: 'both' }, async (world) => {
    world.forgives(/status of 422/);
    const page = await signedIn(world, 'Maple 41');
    await page.goto('/circle');
    await page.getByText('Nobody hosts this week.').waitFor();
    await page.getByRole('button', { name: 'I could host this week' }).click();
    await page.getByLabel('A word to everybody today').fill('Good to have you here');
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('button', { name: 'Say it' }).click();
    await page.locator('#greeting').getByText('Good to have you here').waitFor();
    await page.getByLabel('Who could host next week?').fill('Nobody At All');
    await page.getByRole('button', { name: 'Ask them' }).click();
    await page.locator('#name-fault').waitFor();
    if (world.script) await hasNoBarrier(page);
    await page.getByLabel('A word to everybody today').fill('');
    await page.getByRole('button', { name: 'Say it' }).click();
    await page.getByRole('button', { name: 'Step down' }).click();
    await page.getByText('Nobody hosts this week.').waitFor();
  });

  test('a milestone is shown, a person gives a chip, and it is kept', { script: 'both' }, async (world) => {
    const [one, page] = await somebody(world);
    const [other, theirs] = ['Maple 41', await signedIn(world, 'Maple 41')];
    const group = await together(world, [one]);
    await page.goto('/counters/new');
    await page.locator('#on').fill(isoDaysAgo(7));
    await page.getByLabel('Where your clock stands').selectOption('UTC');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.goto('/');
    await page.getByRole('link', { name: 'Show it to somebody' }).click();
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('button', { name: `Show it to somebody ${group.title}` }).click();
    await page.getByText('It is shown there').waitFor();
    await page.goto('/');
    await page.getByRole('button', { name: 'Show it to nobody' }).waitFor();
    if (world.script) await hasNoBarrier(page);

    await theirs.goto(`/g/${group.name}`);
    await theirs.getByText('Somebody in this group would like you to know').waitFor();
    if (world.script) await hasNoBarrier(theirs);

    await theirs.goto('/milestones');
    if (world.script) await hasNoBarrier(theirs);
    await theirs.getByRole('link', { name: `Give a chip ${one}` }).click();
    await theirs.getByLabel('What would you like to say?').fill('I saw you come back');
    if (world.script) await hasNoBarrier(theirs);
    await theirs.getByRole('button', { name: 'Give it' }).click();
    await theirs.waitForURL('**/milestones');

    await page.goto('/');
    await page.getByRole('link', { name: 'Read it' }).click();
    await page.getByText('I saw you come back').waitFor();
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('link', { name: `who look after this From ${other}` }).click();
    await page.getByLabel('Let these words go along').waitFor();
    await page.getByText('I saw you come back').waitFor();
    if (world.script) await hasNoBarrier(page);
    await page.goto('/chips');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('button', { name: 'Put it aside' }).click();
    await page.locator('#aside summary').first().click();
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await page.locator('#chips').getByText('I saw you come back').waitFor();
  });

  test('a small circle for a day begins on Today and is let go there', { script: 'both' }, async (world) => {
    const [name, page] = await somebody(world);
    const group = await together(world, [name]);
    await page.goto('/');
    await page.getByRole('link', { name: 'I have used today' }).click();
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('radio', { name: group.title }).check();
    await page.getByRole('button', { name: 'Make it small for today' }).click();
    await page.getByText(`Today what you say goes to ${group.title} alone.`).waitFor();
    if (world.script) await hasNoBarrier(page);
    await page.goto('/');
    if (world.script) await hasNoBarrier(page);
    await page.locator('#small').getByRole('button', { name: 'Let it go' }).click();
    await page.getByRole('link', { name: 'I have used today' }).waitFor();
  });

  test('these pages hold on a desk and at 320', { script: true }, async (world) => {
    for (const viewport of [{ width: 1280, height: 800 }, { width: 320, height: 640 }]) {
      const page = await signedIn(world, 'Slow River', { viewport });
      for (const path of ['/circle', '/milestones', '/chips', '/small-circle']) {
        await page.goto(path);
        await hasNoBarrier(page);
        await fitsTheWindow(page);
      }
    }
  });
};
