// Hearing less of somebody, blocking, and taking either back; with script and without.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { comesIn, line, reply, signedIn, thread } from './town.mjs';

const READER = 'Slow River';
const GROUP = 'night-owls';

/** Opens the one question about the writer of a post from its menu. */
async function fromTheMenu(page, id) {
  await page.goto(`/p/${id}`);
  await page.locator('#post .menu summary').click();
  await page.getByRole('link', { name: 'Hear less of them' }).first().click();
  await page.waitForURL('**/quiet');
}

/** Somebody new who is in the group. */
async function neighbour(world, name) {
  await comesIn(world, name);
  const page = await signedIn(world, name);
  await page.goto(`/g/${GROUP}/about`);
  await page.getByRole('button', { name: /Join/ }).first().click();
  await page.waitForLoadState();
  return page;
}

export default ({ test }) => {
  test('a block is chosen from the menu of a post, hides both from each other, and is taken back', { script: 'both' }, async (world) => {
    world.forgives(/status of (404|422)/);
    const name = world.script ? 'Amber Finch' : 'Birch Finch';
    const other = await neighbour(world, name);
    const [theirs, hers] = [line('Words of theirs'), line('Words of hers')];
    const id = await thread(world, name, GROUP, theirs);
    const own = await thread(world, READER, GROUP, hers);

    const page = await signedIn(world, READER);
    await fromTheMenu(page, id);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Choose one of these.').first().waitFor();
    if (world.script) await hasNoBarrier(page);
    await page.getByLabel('Block', { exact: false }).last().check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL('**/you/quiet?kept=1');
    await page.getByText('Kept.').waitFor();
    if (world.script) await hasNoBarrier(page);

    assert.equal((await page.goto(`/p/${id}`)).status(), 404);
    assert.equal((await other.goto(`/p/${own}`)).status(), 404);
    await other.goto(`/g/${GROUP}`);
    assert.ok(!(await other.locator('main').innerText()).includes(hers));

    await page.goto('/you/quiet');
    await page.getByRole('button', { name: `Take it back ${name}` }).click();
    await page.getByText('Kept.').waitFor();
    assert.equal((await other.goto(`/p/${own}`)).status(), 200);
  });

  test('somebody muted is folded in a thread and can be opened', { script: 'both' }, async (world) => {
    const name = world.script ? 'Cedar Finch' : 'Dune Finch';
    await neighbour(world, name);
    const id = await thread(world, READER, GROUP, line('Anyone up?'));
    const words = line('Long words');
    await reply(world, name, id, words);
    const page = await signedIn(world, READER);
    await page.goto(`/people/${name.toLowerCase().replace(' ', '-')}`);
    await page.getByRole('link', { name: 'Hear less of them' }).click();
    await page.getByLabel('Hear less for a week').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL('**/you/quiet?kept=1');
    await page.goto(`/p/${id}`);
    const fold = page.locator('details.fold', { hasText: 'By somebody you hear less of' });
    await fold.locator('summary').click();
    await fold.getByText(words).waitFor();
    if (world.script) await hasNoBarrier(page);
    await page.goto('/you/quiet');
    await page.getByRole('button', { name: `Hear again ${name}` }).click();
    await page.getByText('Kept.').waitFor();
  });
};
