// A plan for a hard hour, and half an hour with a craving that shows it back; with script and without.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { fitsTheWindow } from './layout.mjs';
import { comesIn, signedIn } from './town.mjs';

const REASONS = 'My sister, and mornings that are mine';

/** Two who are buddies. */
async function buddies(world, one, other) {
  for (const name of [one, other]) await comesIn(world, name);
  const [page, theirs] = [await signedIn(world, one), await signedIn(world, other)];
  await page.goto('/buddies');
  await page.getByRole('button', { name: 'Make a link' }).click();
  await page.getByText('This is your link.').waitFor();
  await theirs.goto(new URL(page.url()).pathname);
  await theirs.getByRole('button', { name: 'Yes, gladly' }).click();
  await theirs.waitForURL('**/buddies*');
  return [page, theirs];
}

export default ({ test }) => {
  test('a plan is written, read as a card, stands on Support, and can be put away', { script: 'both' }, async (world) => {
    world.forgives(/status of 422/);
    const name = world.script ? 'Amber Plover' : 'Birch Plover';
    await comesIn(world, name);
    const page = await signedIn(world, name);
    await page.goto('/support');
    await page.getByRole('link', { name: /My plan/ }).click();
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('link', { name: /Write my plan/ }).click();
    await page.getByLabel('What I can do alone').fill('Walk to the bridge\nTea');
    await page.getByLabel('People I can call').fill('A'.repeat(1001));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('#people-fault').waitFor();
    assert.equal(await page.getByLabel('What I can do alone').inputValue(), 'Walk to the bridge\nTea', 'nothing typed is lost');
    if (world.script) await hasNoBarrier(page);
    await page.getByLabel('People I can call').fill('Ana, 555 0100');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL('**/support/plan');
    await page.locator('#card').getByText('Ana, 555 0100').waitFor();
    assert.equal(await page.locator('button[data-print]').isVisible(), world.script, 'printing by a button needs a script, the browser has its own');
    if (world.script) await hasNoBarrier(page);

    await page.goto('/support');
    await page.locator('#plan').getByText('Walk to the bridge').waitFor();
    await page.locator('#plan').getByRole('link', { name: 'Open my plan' }).click();
    await page.getByText('Put my plan away').click();
    await page.getByRole('button', { name: 'Put it away for good' }).click();
    await page.getByRole('link', { name: /Write my plan/ }).waitFor();
  });

  test('the half-hour shows one’s own reasons, keeps two numbers, and tells a buddy in one press', { script: 'both' }, async (world) => {
    const [one, other] = world.script ? ['Cedar Plover', 'Dune Plover'] : ['Elder Plover', 'Fern Plover'];
    const [page, theirs] = await buddies(world, one, other);
    await page.goto('/support/craving');
    await page.getByRole('link', { name: 'Write them into your plan' }).click();
    await page.getByLabel('What is worth it to me').fill(REASONS);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('link', { name: /Half an hour with a craving/ }).click();
    await page.locator('#reasons').getByText(REASONS).waitFor();
    await page.getByLabel('How strong is it now, before?').selectOption('8');
    await page.locator('#urge-before').getByRole('button').click();
    await page.locator('#urge-before option[value="8"][selected]').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: `Tell ${other} that it begins` }).click();
    await page.getByText('Your line is on its way.').waitFor();
    await page.getByLabel('And how strong is it now, after?').selectOption('3');
    await page.locator('#urge-after').getByRole('button').click();
    await page.getByText('Half-hours you marked').click();
    await page.locator('#waves').getByText('8 before, 3 after').waitFor();
    if (world.script) await hasNoBarrier(page);
    await theirs.goto('/buddies');
    await theirs.getByText('I begin a hard half-hour now.').waitFor();
  });

  test('a plan is never kept on the device, and the half-hour opens without a network as a visitor has it', { script: true }, async (world) => {
    world.forgives(/ERR_INTERNET_DISCONNECTED/);
    await comesIn(world, 'Grass Plover');
    const page = await signedIn(world, 'Grass Plover');
    await page.goto('/support/plan/edit');
    await page.getByLabel('What is worth it to me').fill(REASONS);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL('**/support/plan');
    await page.goto('/support/craving');
    await page.locator('#reasons').getByText(REASONS).waitFor();
    await page.evaluate(async () => { await navigator.serviceWorker.ready; });
    await page.waitForFunction(async () => Boolean(await caches.match('/support/craving')));
    await page.context().setOffline(true);
    await page.goto('/support/craving');
    await page.getByText('Name two or three reasons of your own.').waitFor();
    for (const path of ['/support/craving', '/support', '/support/plan']) {
      await page.goto(path);
      assert.ok(!(await page.content()).includes(REASONS), `${path} holds what is theirs`);
    }
    const kept = await page.evaluate(async () => {
      const [name] = await caches.keys();
      return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    });
    assert.ok(kept.length > 0 && !kept.some((path) => path.startsWith('/support/plan')), `kept: ${kept}`);
    await page.context().setOffline(false);
  });

  test('a plan and the half-hour hold on a desk and at 320', { script: true }, async (world) => {
    for (const viewport of [{ width: 1280, height: 800 }, { width: 320, height: 640 }]) {
      const page = await signedIn(world, 'Slow River', { viewport });
      for (const path of ['/support/plan', '/support/plan/edit', '/support/craving']) {
        await page.goto(path);
        await hasNoBarrier(page);
        await fitsTheWindow(page);
      }
    }
  });
};
