// Looking after those who look after others: hard words behind a line, an end for the day, and a break with one press.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { asks, line, signedIn, thread } from './town.mjs';

const [KEEPER, WRITER, TELLER] = ['Lanternlit Moth', 'Early Lark', 'Patient Otter'];
const NARROW = { viewport: { width: 390, height: 844 } };

/** Something that was told of; gives what it says. */
async function told(world, reason) {
  const words = line('It names the street');
  const id = await thread(world, WRITER, 'night-owls', words);
  const page = await signedIn(world, TELLER);
  await page.goto(`/p/${id}/concern`);
  await page.getByLabel(reason).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Thank you. Somebody will look at it.').waitFor();
  return words;
}

export default ({ test }) => {
  test('hard words lie behind a line on the queue until they are opened', { script: 'both' }, async (world) => {
    const words = await told(world, 'Gives somebody away');
    const keeper = await signedIn(world, KEEPER, NARROW);
    await keeper.goto('/look');
    const card = keeper.locator('article.case', { hasText: words });
    const summary = card.locator('details.fold summary');
    assert.match(await summary.innerText(), /Somebody may be given away/);
    assert.ok((await summary.innerText()).includes(WRITER));
    assert.ok(!await card.getByText(words).last().isVisible(), 'folded until it is opened');
    if (world.script) await hasNoBarrier(keeper);
    await summary.click();
    await card.locator('.voice', { hasText: words }).waitFor();

    await keeper.goto('/look/pace');
    if (world.script) await hasNoBarrier(keeper);
    const folds = keeper.getByLabel('Fold the words that people tell of');
    await folds.uncheck();
    await keeper.getByRole('button', { name: 'Keep this', exact: true }).click();
    await keeper.goto('/look');
    assert.ok(await card.locator('.voice', { hasText: words }).isVisible());
    if (world.script) await hasNoBarrier(keeper);
    await keeper.goto('/look/pace');
    await folds.check();
    await keeper.getByRole('button', { name: 'Keep this', exact: true }).click();
    await keeper.goto('/look');
    await card.locator('details.fold:not([open])').waitFor();
  });

  test('the day has an end, and the queue says so', { script: 'both' }, async (world) => {
    world.forgives(/status of (409|422)/);
    await told(world, 'Cruel or hateful');
    const other = await told(world, 'Cruel or hateful');
    const keeper = await signedIn(world, KEEPER, NARROW);
    await keeper.goto('/look');
    await keeper.locator('article.case', { hasText: other }).locator('a.btn').click();
    await keeper.getByRole('button', { name: "I'll take this" }).click();
    await keeper.getByText('You are looking at this.').waitFor();
    await keeper.goto('/look/pace');
    await keeper.getByLabel('Cases on one day').fill('none');
    await keeper.getByRole('button', { name: 'Keep this', exact: true }).click();
    await keeper.getByText('Write a number from 1 to 50').first().waitFor();
    if (world.script) await hasNoBarrier(keeper);
    await keeper.getByLabel('Cases on one day').fill('1');
    await keeper.getByRole('button', { name: 'Keep this', exact: true }).click();
    await keeper.goto('/look');
    await keeper.getByText('That is enough for today.').waitFor();
    if (world.script) await hasNoBarrier(keeper);
    await asks(world, KEEPER, 'PUT', '/look/pace', { limits: { a_day: null, at_once: null }, folds: true });
  });

  test('a break puts everything down with one press, and one more comes back', { script: 'both' }, async (world) => {
    const words = await told(world, 'Cruel or hateful');
    const keeper = await signedIn(world, KEEPER, NARROW);
    await keeper.goto('/look');
    if (world.script) await hasNoBarrier(keeper);
    await keeper.getByRole('button', { name: 'Take a break' }).click();
    await keeper.getByRole('heading', { name: 'You are on a break' }).waitFor();
    assert.ok(!(await keeper.locator('main').innerText()).includes(words));
    assert.equal(await keeper.locator('article.case').count(), 0);
    if (world.script) await hasNoBarrier(keeper);
    const writer = await signedIn(world, WRITER);
    await writer.goto('/g/night-owls/about');
    assert.ok(!(await writer.locator('main').innerText()).includes('on a break'), 'nobody is told');
    await keeper.getByRole('button', { name: 'I am back' }).click();
    await keeper.locator('article.case', { hasText: words }).waitFor();
  });

  test('who looks after this place, and what is handed over, is read by those who do', { script: 'both' }, async (world) => {
    world.forgives(/status of 403/);
    const host = await signedIn(world, 'Maple 41', NARROW);
    await host.goto('/service');
    const words = line('The tea is in the blue tin');
    await host.getByLabel('Words for whoever comes next').fill(words);
    await host.getByRole('button', { name: 'Leave these words' }).click();
    await host.locator('.prose', { hasText: words }).waitFor();
    if (world.script) await hasNoBarrier(host);
    const keeper = await signedIn(world, KEEPER);
    assert.equal((await keeper.goto('/service')).status(), 403);
  });
};
