// A plan for a hard hour, and half an hour with a craving that shows it back; with script and without.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { fitsTheWindow } from './layout.mjs';
import { ELSEWHERE } from './leaving.mjs';
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
    await page.getByText('Your line stands on their page now.').waitFor();
    await page.locator('details', { has: page.locator('#helped-one') }).locator('summary').click();
    await page.locator('#helped-one').getByLabel('Music').check();
    if (world.script) await hasNoBarrier(page);
    await page.locator('#helped-one').getByRole('button', { name: 'Keep it for next time' }).click();
    await page.locator('#mine-one').getByText('Music').waitFor();
    await page.getByLabel('And how strong is it now, after?').selectOption('3');
    await page.locator('#urge-after').getByRole('button').click();
    await page.getByText('Half-hours you marked').click();
    await page.locator('#waves').getByText('8 before, 3 after').waitFor();
    if (world.script) await hasNoBarrier(page);
    await theirs.goto('/buddies');
    await theirs.getByText('I begin a hard half-hour now.').waitFor();
  });

  test('a plan that nobody chose to keep is not on the device, and the half-hour opens without a network as a visitor has it', { script: true }, async (world) => {
    world.forgives(/ERR_INTERNET_DISCONNECTED/);
    await comesIn(world, 'Grass Plover');
    const page = await signedIn(world, 'Grass Plover');
    await page.goto('/support/plan/edit');
    await page.getByLabel('What is worth it to me').fill(REASONS);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL('**/support/plan');
    await page.goto('/support/craving');
    await page.locator('#reasons').getByText(REASONS).waitFor();
    await page.locator('details', { has: page.locator('#helped-two') }).locator('summary').click();
    await page.locator('#helped-two').getByLabel('Or in my own words').fill('The stairs, twice');
    await page.locator('#helped-two').getByRole('button', { name: 'Keep it for next time' }).click();
    await page.locator('#mine-two').getByText('The stairs, twice').waitFor();
    await page.evaluate(async () => { await navigator.serviceWorker.ready; });
    await page.waitForFunction(async () => Boolean(await caches.match('/support/craving')));
    await page.context().setOffline(true);
    await page.goto('/support/craving');
    await page.getByText('Name two or three reasons of your own.').waitFor();
    await page.getByText('Put on one song').waitFor();
    assert.ok(!(await page.content()).includes('The stairs, twice'), 'what helped is not on the device');
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

  test('a plan kept by choice opens without a network, says what it says now, and is gone at sign-out, when leaving fast and with one press', { script: true }, async (world) => {
    world.forgives(/ERR_INTERNET_DISCONNECTED|status of 404/);
    await world.leadsTo(ELSEWHERE);
    await comesIn(world, 'Heath Plover');
    const page = await signedIn(world, 'Heath Plover');
    const writes = async (words) => {
      await page.goto('/support/plan/edit');
      await page.getByLabel('What is worth it to me').fill(words);
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.waitForURL('**/support/plan');
    };
    const keep = page.getByRole('button', { name: 'Keep my plan on this device' });
    const off = page.getByRole('button', { name: 'Take it off this device' });
    const keeps = async () => {
      await page.goto('/support/plan');
      await keep.click();
      await off.waitFor();
    };
    const isKept = () => page.evaluate(() => caches.has('plan'));
    const goes = async (why) => {
      for (let wait = 0; await isKept(); wait += 1) {
        assert.ok(wait < 50, `still on the device: ${why}`);
        await page.waitForTimeout(100);
      }
    };
    const opens = async (path) => {
      await page.context().setOffline(true);
      await page.goto(path);
      const text = await page.locator('body').innerText();
      await page.context().setOffline(false);
      return text;
    };
    await writes(REASONS);
    await keep.waitFor();
    assert.equal(await isKept(), false, 'nothing is kept unasked');
    await hasNoBarrier(page);
    await keeps();
    await hasNoBarrier(page);
    await page.waitForFunction(async () => Boolean(await caches.match('/support')));
    for (const path of ['/support', '/support/plan']) assert.ok((await opens(path)).includes(REASONS), `${path} shows it`);
    await page.context().setOffline(true);
    await page.goto('/support');
    await hasNoBarrier(page);
    await page.locator('#danger').waitFor();
    assert.ok(!(await page.content()).includes('Heath Plover'), 'it does not say whose it is');
    await page.context().setOffline(false);

    await writes('Mornings by the sea');
    await page.waitForFunction(async () => (await (await caches.open('plan')).matchAll()).length === 1
      && (await (await (await caches.open('plan')).matchAll())[0].text()).includes('Mornings by the sea'));
    assert.ok((await opens('/support')).includes('Mornings by the sea'));

    await page.goto('/support/plan');
    await off.click();
    await keep.waitFor();
    assert.equal(await isKept(), false);
    assert.ok(!(await opens('/support')).includes('Mornings'));

    await keeps();
    await page.locator('header .leave').click();
    await page.waitForURL(ELSEWHERE);
    await page.goto('/support');
    await goes('leaving fast');
    await page.goto('/you');
    await page.getByRole('button', { name: 'Continue' }).click();

    await keeps();
    await page.goto('/you');
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto('/support');
    await goes('signing out');
    await page.evaluate(async () => { await navigator.serviceWorker.ready; });
    await page.waitForFunction(async () => Boolean(await caches.match('/support')));
    assert.ok(!(await opens('/support')).includes('Mornings'));
  });

  test('a plan kept on the device goes when another comes in there, and when it is put away', { script: true }, async (world) => {
    world.forgives(/status of 404/);
    const kept = async (name) => {
      await comesIn(world, name);
      const page = await signedIn(world, name);
      await page.goto('/support/plan/edit');
      await page.getByLabel('What is worth it to me').fill(REASONS);
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('button', { name: 'Keep my plan on this device' }).click();
      await page.getByRole('button', { name: 'Take it off this device' }).waitFor();
      return page;
    };
    const goes = async (page) => {
      for (let wait = 0; await page.evaluate(() => caches.has('plan')); wait += 1) {
        assert.ok(wait < 50, 'still on the device');
        await page.waitForTimeout(100);
      }
    };
    const page = await kept('Islet Plover');
    await page.getByText('Put my plan away').click();
    await page.getByRole('button', { name: 'Put it away for good' }).click();
    await page.getByRole('link', { name: /Write my plan/ }).waitFor();
    await goes(page);

    const first = await kept('Juniper Plover');
    await comesIn(world, 'Kelp Plover');
    const other = await signedIn(world, 'Kelp Plover');
    const [theirs] = (await other.context().cookies()).filter((cookie) => cookie.name === '__Host-s');
    await first.context().addCookies([theirs]);
    await first.goto('/');
    await goes(first);
  });

  test('without a script the page of a plan says what keeping it needs, and keeps nothing', { script: false }, async (world) => {
    await comesIn(world, 'Lichen Plover');
    const page = await signedIn(world, 'Lichen Plover');
    await page.goto('/support/plan/edit');
    await page.getByLabel('What is worth it to me').fill(REASONS);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Keeping it here needs a script').waitFor();
    assert.equal(await page.locator('[data-plan-keep] button:visible, [data-plan-off] button:visible').count(), 0);
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
