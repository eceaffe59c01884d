// What holds while the network or the server does not: a small room with half a word in it, and help that was opened before.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { doorBefore } from './door.mjs';
import { asks, comesIn, signedIn } from './town.mjs';

/** Listens here: in the group of those who ask, and here for long. */
const LISTENER = 'Early Lark';
/** With a worker between a page and the network, a test could not stand there. */
const BARE = { serviceWorkers: 'block' };
const HELP = { '/support': '#danger', '/support/helplines': 'main a[href^="tel:"]', '/support/craving': 'main h2', '/support/safer': 'main h1' };

/** Somebody new in the group of the listener, who asks for company; gives their page, and the room's id. */
async function asking(world, name) {
  await comesIn(world, name);
  await asks(world, name, 'POST', '/groups/small-wins/join', {});
  await asks(world, LISTENER, 'PUT', '/lamp', { minutes: 30 });
  const { id } = await asks(world, name, 'POST', '/company', { need: 'company', line: 'A long night', consent: 'lamps' });
  return [await signedIn(world, name, BARE), id];
}

const words = (page) => page.getByLabel('Say something');

/** Stands still where it was, with what was being typed. */
async function isStill(page, id, typed) {
  assert.equal(new URL(page.url()).pathname, `/support/ask/${id}`);
  assert.equal(await words(page).inputValue(), typed);
}

/** Waits until the worker of this page keeps everything that helps, under an edition that ends so. */
async function keepsHelp(page, ending = '') {
  const isReady = () => page.evaluate(async ([all, ending]) => {
    await navigator.serviceWorker.ready;
    const names = await caches.keys();
    if (names.length !== 1 || !names[0].endsWith(ending)) return false;
    return (await Promise.all(all.map((path) => caches.match(path)))).every(Boolean);
  }, [[...Object.keys(HELP), '/offline'], ending]);
  for (let wait = 0; !await isReady(); wait += 1) {
    assert.ok(wait < 100, 'help is not kept');
    await page.waitForTimeout(100);
  }
}

export default ({ test }) => {
  test('a room that cannot be shown anew leaves alone what is being typed, and so does one that was closed', { script: true }, async (world) => {
    // While what a page asks for is answered in its place, axe reads its style sheets anew, by a way that ours allow nobody.
    world.forgives(/status of (409|429|502)|ERR_FAILED|Applying inline style/);
    const [page, id] = await asking(world, 'Rainy Sparrow');
    const room = `/support/ask/${id}`;
    await asks(world, LISTENER, 'POST', `/company/${id}/come`);
    const theirs = await signedIn(world, LISTENER, BARE);
    for (const each of [page, theirs]) await each.goto(room);
    await words(page).fill('Half a word that must');
    const bar = page.getByRole('link', { name: 'Something is new here. Show' });
    const ways = {
      'ill': (route) => route.fulfill({ status: 502, body: 'Bad gateway' }),
      'too often': (route) => route.fulfill({ status: 429, body: '' }),
      'no network': (route) => route.abort(),
    };
    for (const [why, way] of Object.entries(ways)) {
      await page.route('**/now', way);
      await asks(world, LISTENER, 'POST', `/company/${id}/words`, { words: `Still here: ${why}` });
      await bar.waitFor();
      await isStill(page, id, 'Half a word that must');
      if (why === 'ill') await hasNoBarrier(page);
      await page.unroute('**/now');
      await bar.click();
      await page.getByText(`Still here: ${why}`).waitFor();
      await bar.waitFor({ state: 'hidden' });
      await isStill(page, id, 'Half a word that must');
    }

    await words(theirs).fill('Sleep well, and');
    await asks(world, 'Rainy Sparrow', 'POST', `/company/${id}/turn`, { move: 'close' });
    const over = theirs.getByRole('link', { name: 'This room is closed. Show' });
    await over.waitFor();
    await isStill(theirs, id, 'Sleep well, and');
    await hasNoBarrier(theirs);
    await over.click();
    await theirs.getByText('Thank you for being there.').waitFor();
    await theirs.getByRole('heading', { name: 'This was not sent' }).waitFor();
    await theirs.getByText('Sleep well, and').waitFor();
    await asks(world, LISTENER, 'DELETE', '/lamp');
  });

  test('whoever came while the room could not hear of it stands there once it hears again', { script: true }, async (world) => {
    world.forgives(/ERR_FAILED/);
    const [page, id] = await asking(world, 'Rainy Finch');
    let isDark = true;
    await page.route('**/live', (route) => (isDark ? route.abort() : route.continue()));
    const fails = page.waitForEvent('requestfailed');
    await page.goto(`/support/ask/${id}`);
    await fails;
    await asks(world, LISTENER, 'POST', `/company/${id}/come`);
    isDark = false;
    await page.getByText(`Someone is with you: ${LISTENER}.`).waitFor();
    await asks(world, 'Rainy Finch', 'POST', `/company/${id}/turn`, { move: 'close' });
    await asks(world, LISTENER, 'DELETE', '/lamp');
  });

  test('while the server is ill or the network hangs, help that was opened before opens all the same', { script: true }, async (world) => {
    world.forgives(/status of 502|net::ERR_/);
    const door = await doorBefore(world.origin);
    try {
      const page = await signedIn(world, 'Slow River', { baseURL: door.origin });
      await world.leadsTo(door.origin, { answers: false });
      await page.goto('/support');
      await keepsHelp(page);
      await page.goto('/support');
      await page.locator('#ask').waitFor();

      door.is('ill');
      for (const [path, needed] of Object.entries(HELP)) {
        await page.goto(path);
        await page.locator(needed).first().waitFor();
        assert.ok(!(await page.content()).includes('Bad gateway'), path);
        assert.equal(await page.locator('#kept').count(), 1, `${path} does not say that it is kept`);
      }
      await page.goto('/groups');
      await page.getByRole('heading', { name: 'Bad gateway' }).waitFor();

      door.is('hangs');
      const began = Date.now();
      await page.goto('/support');
      await page.locator('#danger').waitFor();
      assert.ok(Date.now() - began < 10_000, 'help waits for a network that hangs');
      assert.equal(await page.locator('#ask').count(), 0, 'as a stranger sees it');

      // Who loads it anew waits for the whole page, by the link or by the browser's own way.
      door.is('slow');
      await page.getByRole('link', { name: 'Load it anew' }).click();
      await page.locator('#ask').waitFor();
      assert.equal(await page.locator('#kept').count(), 0);
      await page.goto('/support');
      await page.locator('#kept').waitFor();
      await page.reload();
      await page.locator('#ask').waitFor();
      await page.goto('/support/helplines?country=GB');
      await page.getByRole('heading', { name: 'United Kingdom' }).waitFor();
      assert.equal(await page.locator('#kept').count(), 0, 'not the numbers of another country');
      await page.goto('about:blank');
    } finally {
      await door.stop();
    }
  });

  test('the numbers of the country one chose open without a network, and the red line calls there', { script: true }, async (world) => {
    world.forgives(/ERR_INTERNET_DISCONNECTED/);
    const { page } = world;
    await page.goto('/support');
    assert.equal(await page.locator('#danger a').first().getAttribute('href'), 'tel:911');
    await page.getByRole('link', { name: 'In another country?' }).click();
    await page.locator('#country').selectOption('GB');
    await page.getByRole('button', { name: 'Show numbers' }).click();
    await page.getByRole('heading', { name: 'United Kingdom' }).waitFor();
    await hasNoBarrier(page);
    await keepsHelp(page, '?country=GB');
    await page.context().setOffline(true);
    for (const path of [...Object.keys(HELP), '/offline', '/support/helplines?country=GB']) {
      await page.goto(path);
      assert.equal(await page.locator('#danger a').first().getAttribute('href'), 'tel:999', path);
      if (path.includes('helplines')) await page.getByRole('heading', { name: 'United Kingdom' }).waitFor();
    }
    await page.context().setOffline(false);
  });
};
