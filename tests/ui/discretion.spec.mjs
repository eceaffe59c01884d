// What shows of this place: on the screen, in the history, on a device of others, and when somebody walks away from it.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { adds, device, KEYS } from './device.mjs';
import { clipsNothing, fitsTheWindow } from './layout.mjs';
import { goesBack } from './leaving.mjs';
import { PAGES, pagesOrSample } from './pages.mjs';
import { comesBack, everyThread, line, signedIn, signedOut } from './town.mjs';

const PLACE = 'https://birds.example/today';
const LIGHTS = [{ colorScheme: 'light' }, { colorScheme: 'dark' }];

/** What tells where one is without the page being read. */
const shown = (page) => page.evaluate(() => ({
  title: document.title,
  name: document.querySelector('header .name').textContent,
  icon: document.querySelector('link[rel=icon]').getAttribute('href').replace(/\..*/, ''),
  picture: document.querySelector('link[rel=apple-touch-icon]').getAttribute('href').replace(/\..*/, ''),
}));
const WEATHER = { title: 'Weather', name: 'Weather', icon: '/static/weather', picture: '/static/weather' };

async function looksLikeWeather(page) {
  await page.goto('/you/device');
  await page.getByLabel('Weather', { exact: true }).check();
  await page.getByRole('button', { name: 'Keep' }).click();
  await page.waitForURL('**/you/device?kept=1');
}

/** The first two things that Tab comes to. */
async function firstTabs(page) {
  const found = [];
  for (let press = 0; press < 2; press += 1) {
    await page.keyboard.press('Tab');
    found.push(await page.evaluate(() => document.activeElement.getAttribute('href')));
  }
  return found;
}

/** What this browser keeps of us, cookies aside. */
const keptOn = (page) => page.evaluate(async () => ({
  drafts: Object.keys(localStorage),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  bases: (await indexedDB.databases?.() ?? []).length,
}));
const NOTHING = { drafts: [], caches: [], workers: 0, bases: 0 };

/** Comes in on a device of others. */
async function borrows(world, name) {
  const page = await world.visitor();
  await page.goto('/back-in');
  await page.locator('#words').fill(world.people.get(name));
  await page.locator('form:has(#words)').getByLabel('This is not my device').check();
  await page.locator('form:has(#words) button.wide:not(.quiet)').click();
  await page.waitForURL((url) => url.pathname !== '/back-in');
  return page;
}

export default ({ test }) => {
  test('made to look like the weather, every page does: for members, when signed out, and where there is nothing', {}, async (world) => {
    world.forgives(/status of 4(04|10)/);
    const page = await world.visitor();
    await comesBack(page, world.people.get('Slow River'));
    await looksLikeWeather(page);
    assert.deepEqual(await shown(page), WEATHER);
    const { 'Slow River': inside, visitor: outside } = await PAGES(world);
    for (const path of [...inside, '/no/such/place']) {
      await page.goto(path);
      assert.deepEqual(await shown(page), WEATHER, path);
    }
    await page.goto('/you');
    await page.locator('form[action="/back-out"] button').click();
    await page.waitForURL((url) => url.pathname === '/');
    for (const path of outside) {
      await page.goto(path);
      assert.deepEqual(await shown(page), WEATHER, path);
    }
    const { name, short_name: short, icons } = await (await page.request.get('/manifest.webmanifest')).json();
    assert.deepEqual([name, short], ['Weather', 'Weather']);
    assert.ok(icons.every(({ src }) => src.startsWith('/static/weather')), JSON.stringify(icons));
  });

  test('no title of the town names a thread, a group or a person, and no cookie or key says what this place is', {}, async (world) => {
    world.forgives(/status of 4(04|10)/);
    const threads = await everyThread(world);
    const told = new Set(threads.flatMap(({ title, group }) => [title, group?.title ?? group]).filter((each) => each?.length > 5));
    for (const name of world.people.keys()) told.add(name);
    assert.ok(told.size > 20, `only ${told.size} names`);
    for (const [name, paths] of Object.entries(await PAGES(world))) {
      const page = name === 'visitor' ? world.page : await signedIn(world, name);
      for (const path of paths) {
        await page.goto(path);
        const title = await page.title();
        assert.deepEqual([...told].filter((each) => title.includes(each)), [], `${path}: ${title}`);
      }
      const cookies = (await page.context().cookies()).map((cookie) => cookie.name);
      assert.deepEqual(cookies.filter((each) => !['__Host-s', '__Host-reading', '__Host-later'].includes(each)), []);
    }
  });

  test('what is kept for times without a network looks like the rest', { script: true }, async (world) => {
    const page = await world.visitor();
    await looksLikeWeather(page);
    await page.goto('/');
    await page.evaluate(async () => { await navigator.serviceWorker.ready; });
    // The worker that kept the pages as they were before makes room for another.
    const isReady = () => page.evaluate(async () => (await caches.keys()).every((name) => name.endsWith('?look=weather')) && Boolean(await caches.match('/support/safer')));
    for (let wait = 0; !await isReady(); wait += 1) {
      assert.ok(wait < 100, 'no other worker came');
      await page.waitForTimeout(100);
    }
    const kept = await page.evaluate(() => Promise.all(['/offline', '/support', '/support/helplines', '/support/safer'].map(async (path) => {
      const text = await (await caches.match(path)).text();
      return [/<title>(.*?)<\/title>/.exec(text)[1], /class="name">(.*?)</.exec(text)[1]];
    })));
    assert.deepEqual(kept, Array(4).fill(['Weather', 'Weather']));
  });

  test('Leave leads where its holder chose, and an odd address is refused with everything still there', { whole: true }, async (world) => {
    await world.leadsTo(PLACE);
    world.forgives(/status of 422/);
    const page = world.page;
    await page.goto('/you/device');
    await page.getByLabel('A place of my own').check();
    await page.locator('#own').fill('http://birds.example');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.locator('#own-fault').waitFor();
    assert.equal(await page.locator('#own').inputValue(), 'http://birds.example');
    if (world.script) await hasNoBarrier(page);
    await page.locator('#own').fill(PLACE);
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.waitForURL('**/you/device?kept=1');
    await page.goto('/leaving-fast');
    await page.getByText('birds.example').waitFor();
    await page.locator('header .leave').click();
    await page.waitForURL(PLACE);
    await goesBack(page);
    assert.equal(await page.title(), 'New tab');
  });

  test('Tab comes to the way past the bars, then to Leave, on every page', {}, async (world) => {
    world.forgives(/status of 4(04|10)/);
    for (const [name, paths] of Object.entries(await pagesOrSample(world))) {
      const page = name === 'visitor' ? world.page : await signedIn(world, name);
      for (const path of [...paths, '/no/such/place']) {
        await page.goto(path);
        // Where a page puts the cursor into a field, the way back to the top is Shift and Tab.
        await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); getSelection().removeAllRanges(); });
        assert.deepEqual(await firstTabs(page), ['#main', '/leave'], `${name} at ${path}`);
      }
    }
  });

  test('before anybody set the place up, Leave is there too', { isSetUp: false }, async ({ page }) => {
    for (const path of ['/', '/host/setup', '/hello', '/support']) {
      await page.goto(path);
      await page.evaluate(() => document.activeElement.blur());
      assert.deepEqual(await firstTabs(page), ['#main', '/leave'], path);
    }
  });

  test('on a device of others nothing is kept, and Leave signs out', { whole: true }, async (world) => {
    await world.leadsTo('https://www.wikipedia.org/');
    const page = await borrows(world, 'Early Lark');
    for (const path of ['/', '/support', '/share?group=night-owls']) await page.goto(path);
    await page.getByLabel('Your words').fill(line('Not for the library'));
    await page.waitForTimeout(600);
    const cookies = await page.context().cookies();
    assert.deepEqual(cookies.filter(({ expires }) => expires !== -1), [], 'a cookie outlives the browser');
    if (world.script) assert.deepEqual(await keptOn(page), NOTHING);
    await page.goto('/you');
    await page.locator('header .leave').click();
    await page.waitForURL('https://www.wikipedia.org/');
    assert.deepEqual((await page.context().cookies(world.origin)).map(({ name }) => name), ['__Host-cloak']);
  });

  test('signing out empties the device, and so does being signed out from another', { script: true }, async (world) => {
    for (const way of ['here', 'elsewhere']) {
      const page = await world.visitor();
      await comesBack(page, world.people.get('Early Lark'));
      await page.goto('/support');
      await page.evaluate(async () => { await navigator.serviceWorker.ready; });
      await page.goto('/share?group=night-owls');
      await page.getByLabel('Your words').fill(line('A draft'));
      await page.waitForFunction(() => localStorage.length > 0);
      await page.evaluate(() => caches.open('kept before'));
      const before = await keptOn(page);
      assert.ok(before.workers === 1 && before.drafts.length > 0 && before.caches.length > 1, JSON.stringify(before));
      if (way === 'here') {
        await page.goto('/you');
        await page.locator('form[action="/back-out"] button').click();
      } else {
        const other = await world.visitor();
        await comesBack(other, world.people.get('Early Lark'));
        await other.goto('/you/safety');
        await other.getByRole('button', { name: 'Sign out all others' }).click();
        await other.waitForURL('**/you/safety#devices');
        signedOut(world, 'Early Lark');
        await page.goto('/about');
      }
      await page.waitForLoadState();
      await page.goto('/about');
      // The welcome page begins anew for whoever comes next, and keeps help alone.
      const { drafts, caches } = await keptOn(page);
      assert.deepEqual([drafts, caches.includes('kept before')], [[], false], way);
    }
  });

  test('after a minute away the page is covered, and the next asks who is there; nothing typed is lost', { script: true, seconds: 240 }, async (world) => {
    world.forgives(/status of 4(01|22)/);
    const words = world.people.get('Open Window');
    const lit = await world.visitor(LIGHTS[0]);
    const plain = await world.visitor({ javaScriptEnabled: false, ...LIGHTS[1] });
    const keyed = await world.visitor();
    await device(keyed);
    const about = line('I walked instead. '.repeat(8));
    for (const page of [keyed, lit, plain]) {
      await comesBack(page, words);
      if (page === keyed) {
        await adds(page, 'The small phone');
        await page.locator('.rows bdi', { hasText: 'The small phone' }).waitFor();
      }
      await page.goto('/you/device');
      await hasFit(page);
      await page.getByLabel('After 1 minute', { exact: true }).check();
      await page.getByRole('button', { name: 'Keep' }).click();
      await page.waitForURL('**/you/device?kept=1');
      await page.goto('/you/names');
      await page.locator('#about').fill(about);
    }
    const title = await lit.title();
    await lit.waitForTimeout(62_000);

    // With script: covered at once, the same page behind it.
    await lit.locator('#lock').waitFor({ timeout: 60_000 });
    assert.deepEqual([await lit.title(), await lit.locator('.frame').isVisible(), await lit.locator('header .name').innerText()], ['Notes', false, 'Notes']);
    assert.ok(await lit.locator('header .support').isVisible() && await lit.locator('header .leave').isVisible());
    for (const size of [{ width: 390, height: 844 }, { width: 1280, height: 900 }]) {
      await lit.setViewportSize(size);
      await hasNoBarrier(lit);
      await hasFit(lit);
    }
    // A page of its own asks too, and leads where it was to lead.
    const other = await lit.context().newPage();
    await other.goto('/groups');
    await other.locator('#lock #words').fill('not these words');
    await other.getByRole('button', { name: 'Unlock' }).click();
    await other.locator('#words-fault').waitFor();
    await lit.locator('#lock #words').fill('not these words');
    await lit.getByRole('button', { name: 'Unlock' }).click();
    await lit.locator('#words-fault').waitFor();
    await other.locator('#lock #words').fill(words);
    await other.getByRole('button', { name: 'Unlock' }).click();
    await other.waitForURL('**/groups');
    await other.locator('nav.tabs').waitFor();
    // The page behind the cover is as it was, whichever tab opened the lock.
    await lit.getByRole('button', { name: 'Unlock' }).click();
    await lit.locator('#about').waitFor();
    assert.deepEqual([await lit.title(), await lit.locator('#about').inputValue()], [title, about]);
    await lit.locator('form:has(#about) button:not([name])').first().click();
    await lit.waitForURL('**/you/names');

    // With a passkey, no words are needed.
    await keyed.locator('#lock').waitFor({ timeout: 60_000 });
    await keyed.getByRole('button', { name: 'Use a passkey' }).click();
    await keyed.locator('#about').waitFor();
    assert.deepEqual([await keyed.locator('#lock').count(), await keyed.locator('#about').inputValue()], [0, about]);
    await keyed.goto(KEYS);
    await keyed.getByRole('button', { name: 'Remove' }).click();
    await keyed.locator('.rows').waitFor({ state: 'detached' });

    // Without: what is sent is kept.
    await plain.locator('form:has(#about) button:not([name])').first().click();
    await plain.getByText('Your words are still here').waitFor();
    assert.equal(await plain.title(), 'Notes');
    assert.ok((await plain.locator('#lock textarea').inputValue()).includes('I walked instead.'));
    const help = await plain.context().newPage();
    await help.goto('/support');
    await help.locator('#danger').waitFor();
    await plain.locator('#lock #words').fill(words);
    await plain.getByRole('button', { name: 'Unlock' }).click();
    await plain.getByRole('button', { name: /again/i }).click();
    await plain.waitForURL('**/you/names');
    assert.ok((await plain.locator('#about').inputValue()).includes('I walked instead.'));
  });
};

async function hasFit(page) {
  await fitsTheWindow(page);
  await clipsNothing(page);
}
