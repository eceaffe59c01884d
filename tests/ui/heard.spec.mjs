// Whoever asks for a buddy is heard: one press after a setback, first on the other's Today; and a buddy who asks how one is.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { clipsNothing, fitsTheWindow } from './layout.mjs';
import { comesIn, signedIn } from './town.mjs';

/** Two people who are buddies. */
const buddies = async (world, [one, other]) => {
  for (const name of [one, other]) await comesIn(world, name);
  const [page, theirs] = [await signedIn(world, one), await signedIn(world, other)];
  await page.goto('/buddies');
  await page.getByRole('button', { name: 'Make a link' }).click();
  await page.getByText('This is your link.').waitFor();
  const link = new URL((await page.locator('#address').innerText()).replaceAll(/\s/g, '')).pathname;
  await theirs.goto(link);
  await theirs.getByRole('button', { name: 'Yes, gladly' }).click();
  await theirs.locator('#buddies').getByRole('link', { name: one, exact: true }).waitFor();
  return [page, theirs];
};

/** Looks at a page anew until it shows this: news is written a moment after it happened. */
const comesUp = async (page, url, locator) => {
  for (let look = 0; look < 40; look += 1) {
    await page.goto(url);
    if (await locator.count()) return;
  }
  assert.fail(`${locator} does not come up on ${url}`);
};

/** Nothing is in the way, small or large. */
const isWell = async (world, page) => {
  if (world.script) await hasNoBarrier(page);
  for (const size of [{ width: 320, height: 640 }, { width: 1280, height: 900 }]) {
    await page.setViewportSize(size);
    await fitsTheWindow(page);
    await clipsNothing(page);
  }
};

export default ({ test }) => {
  test('after a setback one press tells a buddy, who finds it first on Today until they open it', { script: 'both' }, async (world) => {
    const [one, other] = world.script ? ['Amber Siskin', 'Birch Siskin'] : ['Cedar Siskin', 'Dune Siskin'];
    const [page, theirs] = await buddies(world, [one, other]);
    await page.goto('/setback');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.locator('#know').getByText('I had a setback. Could you check in with me?').waitFor();
    await isWell(world, page);
    await page.getByRole('button', { name: `Tell ${other}` }).click();
    await page.getByRole('status').getByText('It stands on their page until they see it.').waitFor();
    await isWell(world, page);

    const asks = theirs.locator('#asking').getByRole('button', { name: `${one} asks if you can check in` });
    await comesUp(theirs, '/', asks);
    assert.equal(await theirs.locator('main section').first().getAttribute('id'), 'asking', 'first');
    await isWell(world, theirs);
    await asks.click();
    await theirs.waitForURL('**/buddies');
    await theirs.locator('#buddies').getByText('I had a setback. Could you check in with me?').first().waitFor();
    await theirs.goto('/');
    assert.equal(await theirs.locator('#asking').count(), 0);
  });

  test('a buddy asks how one is, and one press on Today answers', { script: 'both' }, async (world) => {
    const [one, other] = world.script ? ['Elder Siskin', 'Fern Siskin'] : ['Gorse Siskin', 'Hazel Siskin'];
    const [page, theirs] = await buddies(world, [one, other]);
    await page.goto('/buddies');
    await page.getByText('Send a caring note').click();
    await page.getByRole('button', { name: 'How are you holding up?' }).click();

    await comesUp(theirs, '/', theirs.getByText(`${one} asks how you are holding up.`));
    await isWell(world, theirs);
    await theirs.getByRole('button', { name: 'I’m okay' }).click();
    await theirs.locator('section.nudge').waitFor({ state: 'detached' });

    await page.goto('/buddies');
    await page.locator('#buddies').getByText('I’m okay today.').first().waitFor();
    await page.getByRole('link', { name: 'What you agreed, and what you told each other' }).click();
    await page.locator('#said').getByText(`${other} is okay today.`).waitFor();
    await isWell(world, page);
  });
};
