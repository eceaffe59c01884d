// Speaking as an alias: the choice, the sentence, the page that comes of it, and the one question.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { signedIn } from './town.mjs';

const summary = (page) => page.locator('.reach > span').last().innerText();

// A long number would be taken for a telephone's.
const line = (about) => `${about}, ${[...Date.now().toString()].map((digit) => 'abcdefghij'[digit]).join('')}`;

async function shares(page, words) {
  await page.goto('/share?group=night-owls');
  await page.getByLabel('Just here').check();
  await page.getByLabel('Your words').fill(words);
  await page.locator('#reach input[value=group]').check();
}

export default ({ test }) => {
  test('an alias is chosen, said in the sentence, and all that others see', { script: true }, async (world) => {
    const page = await signedIn(world, 'Early Lark');
    const words = line('Nobody knows');
    await shares(page, words);
    assert.match(await summary(page), /from Early Lark/);
    await page.locator('#as input[value=thread]').check();
    assert.match(await summary(page), /will see this from a new alias\./);
    // From the top: half under the fixed bar, a control looks too small to axe.
    await page.evaluate(() => scrollTo(0, 0));
    await hasNoBarrier(page);
    assert.match(await page.locator('#as').innerText(), /no way here to look up who an alias is/);
    await page.getByRole('button', { name: 'Share it' }).click();
    await page.waitForURL('**/p/**');
    const seen = await signedIn(world, 'Open Window');
    await seen.goto(page.url());
    assert.match(await seen.locator('#post .who').innerText(), /alias/i);
    assert.ok((await seen.locator('#post').innerText()).includes(words));
    assert.ok(!(await seen.locator('#post').innerHTML()).includes('Early Lark'));
  });

  test('without script, the page to look once more names the alias', { script: false }, async (world) => {
    const page = await signedIn(world, 'Early Lark');
    await shares(page, line('Nor here'));
    await page.locator('#as input[value=group]').check();
    await page.getByRole('button', { name: 'Check it first' }).click();
    await page.getByRole('heading', { name: 'Look once more' }).waitFor();
    assert.match(await summary(page), /from an alias you keep/);
    await page.getByRole('button', { name: 'Share it' }).click();
    await page.waitForURL('**/p/**');
    await page.goto(`${page.url().split('?')[0]}/reply`);
    assert.ok(await page.locator('#as input[value=group]').isChecked());
    assert.match(await page.locator('#as').innerText(), /You speak as .+ here\./);
  });

  test('a telephone number is asked about once, and goes when sent again', { script: false }, async (world) => {
    world.forgives(/status of 422/);
    const page = await signedIn(world, 'Mended Kettle');
    await shares(page, 'Call 555 0134 99');
    await page.locator('#as input[value=thread]').check();
    await page.getByRole('button', { name: 'Share it' }).click();
    await page.getByText('This looks like it could point to you').first().waitFor();
    assert.equal(await page.getByLabel('Your words').inputValue(), 'Call 555 0134 99');
    await page.getByRole('button', { name: 'Share it' }).click();
    await page.getByRole('heading', { name: 'Your words wait for a look' }).waitFor();
  });
};
