// Words one would rather not meet, one's own words wherever they stand, and a thread that is moved; with script and without.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { asks, comesIn, line, reply, signedIn, thread } from './town.mjs';

const READER = 'Slow River';
const WRITER = 'Early Lark';
const HOST = 'Maple 41';
const GROUP = 'night-owls';

/** Mutes a word on its page. */
async function mutes(page, word, hush, lasts) {
  await page.goto('/you/quiet/words');
  await page.getByLabel('A word or a short phrase').fill(word);
  await page.getByLabel(hush).check();
  await page.getByLabel(lasts, { exact: true }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Kept.').waitFor();
}

export default ({ test }) => {
  test('a word folds what holds it, then leaves it out, and is heard again', { script: 'both' }, async (world) => {
    world.forgives(/status of 422/);
    const word = world.script ? 'Zwetschge' : 'Quetsche';
    const words = line(`A ${word} cake`);
    const id = await thread(world, WRITER, GROUP, words);
    const page = await signedIn(world, READER);

    await page.goto('/you/quiet');
    await page.getByRole('link', { name: 'Choose words' }).click();
    await page.waitForURL('**/you/quiet/words');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write a word or a short phrase').first().waitFor();
    if (world.script) await hasNoBarrier(page);
    await mutes(page, word.toUpperCase(), 'Fold them', 'A week');
    if (world.script) await hasNoBarrier(page);

    await page.goto(`/p/${id}`);
    const fold = page.locator('#post details.fold', { hasText: 'Holds a word you muted' });
    assert.ok(!await fold.getByText(words).isVisible());
    await fold.locator('summary').click();
    await fold.getByText(words).waitFor();
    if (world.script) await hasNoBarrier(page);

    await mutes(page, word, 'Leave them out', 'For good');
    await page.goto(`/g/${GROUP}`);
    assert.ok(!(await page.locator('main').innerText()).includes(word));
    await page.getByText('Some posts are not shown here').waitFor();
    if (world.script) await hasNoBarrier(page);

    await page.goto('/you/quiet/words');
    await page.getByRole('button', { name: `Hear again ${word}` }).click();
    await page.getByText('Kept.').waitFor();
    await page.goto(`/g/${GROUP}`);
    await page.getByText(words).first().waitFor();
  });

  test('whoever is blocked finds what they answered and takes it back', { script: 'both' }, async (world) => {
    world.forgives(/status of 404/);
    const name = world.script ? 'Amber Reed' : 'Birch Reed';
    await comesIn(world, name);
    const page = await signedIn(world, name);
    await page.goto(`/g/${GROUP}/about`);
    await page.getByRole('button', { name: /Join/ }).first().click();
    await page.waitForLoadState();
    const [theirs, own] = [line('Words of the other'), line('Words of my own')];
    const id = await thread(world, WRITER, GROUP, theirs);
    await reply(world, name, id, own);
    await asks(world, WRITER, 'PUT', `/people/${encodeURIComponent(name)}/block`);

    assert.equal((await page.goto(`/p/${id}`)).status(), 404);
    await page.goto('/you/data');
    await page.getByRole('link', { name: 'What you said' }).click();
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('link', { name: own }).click();
    await page.getByText(own).waitFor();
    assert.ok(!(await page.locator('body').innerText()).includes(theirs));
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('link', { name: 'Take back' }).click();
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.waitForURL('**/you/words');
    await page.getByText('No replies yet.').waitFor();
  });

  test('a thread is moved after a look at what changes, and back from the log', { script: 'both' }, async (world) => {
    world.forgives(/status of 422/);
    const words = line('Opened in the wrong room');
    const id = await thread(world, READER, GROUP, words, { reach: 'community' });
    const page = await signedIn(world, HOST);
    await page.goto(`/p/${id}`);
    await page.locator('#post .menu summary').click();
    await page.getByRole('link', { name: 'Move to another group' }).click();
    await page.waitForURL('**/move');
    if (world.script) await hasNoBarrier(page);
    await page.getByLabel('A group you look after').selectOption('small-wins');
    await page.getByRole('button', { name: 'See what changes' }).click();
    await page.getByText('All replies go along').waitFor();
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('button', { name: /^Move it to/ }).click();
    await page.locator('#reason-fault').waitFor();
    await page.getByLabel('Why?').fill('It is a small win.');
    await page.getByRole('button', { name: /^Move it to/ }).click();
    await page.waitForURL(`**/p/${id}`);
    await page.getByText('Moved here from').waitFor();
    if (world.script) await hasNoBarrier(page);

    const writer = await signedIn(world, READER);
    await writer.goto('/decisions');
    await writer.getByText('Your post was moved to another group').first().waitFor();
    await writer.getByText('It is a small win.').first().waitFor();

    await page.goto('/look/done');
    await page.locator('form[action^="/look/done/"] button').first().click();
    await page.goto(`/p/${id}`);
    assert.equal(await page.getByText('Moved here from').count(), 0);
  });
};
