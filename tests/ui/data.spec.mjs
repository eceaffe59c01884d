// One's own data: a copy of it, closing the account, and what the host promises about the rest.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { hasNoBarrier } from './axe.mjs';
import { comesBack, signedIn } from './town.mjs';

/** Somebody new, in a browser of their own, who showed a moment ago who they are; gives their words too. */
async function newcomer(world, name) {
  const page = await world.visitor();
  await page.goto('/hello');
  await page.locator('#name').fill(name);
  await page.locator('#agrees').check();
  await page.locator('#hello button.wide').click();
  await page.waitForURL((url) => url.pathname !== '/hello');
  const words = (await page.locator('ol.words li').allInnerTexts()).join(' ');
  assert.equal(words.split(/\s+/).length, 6, words);
  return { page, words };
}

const download = async (page, act) => {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};

export default ({ test }) => {
  test('a member takes a copy of what they wrote, and another, locked, of their aliases’ words', {}, async (world) => {
    world.forgives(/status of 422/);
    const page = await world.visitor();
    await comesBack(page, world.people.get('Slow River'));
    await page.goto('/you/data');
    await page.getByRole('link', { name: 'Get a copy' }).click();
    await page.waitForURL('**/you/export');
    if (world.script) await hasNoBarrier(page);
    const copy = await download(page, () => page.getByRole('button', { name: 'Get my copy' }).click());
    assert.match(copy.name, /\.zip$/);
    assert.equal(copy.bytes.subarray(0, 2).toString(), 'PK');
    assert.ok(copy.bytes.includes('copy.json'));

    await page.locator('#passphrase').fill('short');
    await page.getByRole('button', { name: /aliases’ words/ }).click();
    await page.locator('#passphrase-fault').waitFor();
    await page.locator('#passphrase').fill('four lanterns on the river');
    const locked = await download(page, () => page.getByRole('button', { name: /aliases’ words/ }).click());
    assert.match(locked.bytes.subarray(0, 22).toString(), /^age-encryption\.org/);
    assert.ok(!locked.bytes.includes('Slow River'));
  });

  test('an account is closed in a week, kept after all, then closed for good', {}, async (world) => {
    world.forgives(/status of 404/);
    const name = `Passing Cloud ${world.script ? 'One' : 'Two'}`;
    const { page, words } = await newcomer(world, name);
    const closes = async (when) => {
      await page.goto('/you/data/delete');
      if (world.script) await hasNoBarrier(page);
      await page.getByLabel(when).check();
      await page.getByRole('button', { name: 'Close it for good' }).click();
    };
    await closes(/^In \d+ days/);
    await page.waitForURL('**/status');
    await page.goto('/groups');
    assert.equal(new URL(page.url()).pathname, '/status', 'a closed account still opens pages');
    await page.locator('form[action="/status/stay"] button').click();
    await page.waitForURL('**/you');

    await closes(/^Now/);
    await page.waitForURL(`${world.origin}/`);
    assert.deepEqual((await page.context().cookies()).filter((cookie) => cookie.name === '__Host-s'), []);
    world.forgives(/status of 422/);
    await page.goto('/back-in');
    await page.locator('#words').fill(words);
    await page.locator('form:has(#words) button.wide:not(.quiet)').click();
    await page.locator('#words-fault').waitFor();
    const answer = await page.goto(`/people/${encodeURIComponent(name)}`);
    assert.ok([303, 404, 200].includes(answer.status()) && !(await page.locator('main').innerText()).includes(name));
  });

  test('what the host sets is what the promise says, and what does not fit is refused beside its field', {}, async (world) => {
    world.forgives(/status of 422/);
    const page = await signedIn(world, 'Maple 41');
    await page.goto('/host/data');
    if (world.script) await hasNoBarrier(page);
    const before = await page.locator('#keep_drafts').inputValue();
    await page.locator('#keep_drafts').fill('3');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('#keep_drafts-fault').waitFor();
    assert.equal(await page.locator('#keep_drafts').inputValue(), '3');
    for (const days of ['77', before]) {
      await page.goto('/host/data');
      await page.locator('#keep_drafts').fill(days);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.waitForURL((url) => url.pathname.startsWith('/host'));
      // As anybody reads it, signed in or not.
      const seen = await world.visitor();
      await seen.goto('/privacy#how-long');
      const promise = await seen.locator('#how-long').innerText();
      assert.ok(promise.includes(`Drafts are deleted ${days} days after`), promise);
      assert.match(promise, /Your news is deleted after \d+ days/);
    }
  });
};
