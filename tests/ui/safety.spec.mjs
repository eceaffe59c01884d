// Leaving, what a shared device keeps, and the two links that are always there.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { canBeTapped } from './layout.mjs';
import { ELSEWHERE, goesBack, isAwayAndCovered, reading } from './leaving.mjs';
import { PAGES, pagesOrSample } from './pages.mjs';
import { comesBack, everyThread, line, signedIn } from './town.mjs';

export default ({ test }) => {
  // Interface 7.27.
  test('Support, then Leave, are the last links of every header, and a thumb can hit them', {}, async (world) => {
    world.forgives(/status of 4(04|10)/);
    for (const [name, paths] of Object.entries(await pagesOrSample(world))) {
      const page = name === 'visitor' ? world.page : await signedIn(world, name);
      for (const path of [...paths, '/nothing-here']) {
        await page.goto(path);
        const links = await page.locator('header.top a').evaluateAll((all) => all.map((each) => each.getAttribute('href')));
        assert.deepEqual(links.slice(-2), ['/support', '/leave'], `${name} at ${path}`);
        await canBeTapped(page.locator('header.top a:is(.support, .leave)'));
      }
    }
  });

  // Interface 7.27 and 7.28: signed in and signed out, with and without script.
  test('the line for a life in danger comes before every other choice on Support', {}, async (world) => {
    for (const page of [world.page, await signedIn(world, 'Slow River')]) {
      await page.goto('/support');
      const first = await page.locator('main a').first().evaluate((each) => [each.getAttribute('href'), !!each.closest('#danger')]);
      assert.deepEqual(first, ['tel:911', true]);
      const danger = await page.locator('#danger').boundingBox();
      const choices = await page.locator('main .choice').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().y));
      assert.ok(choices.length >= 3 && choices.every((y) => y > danger.y + danger.height));
    }
  });

  // Interface 7.28: after one visit, the worker that an installed app has too answers.
  test('without a network, Support and what it leads to open for a visitor and for a member, and nothing else does', { script: true }, async (world) => {
    world.forgives(/ERR_INTERNET_DISCONNECTED/);
    const pages = { '/support': '#danger', '/support/helplines': 'main a[href^="tel:"]', '/support/craving': 'main h2', '/support/safer': 'main h1' };
    for (const page of [world.page, await signedIn(world, 'Slow River')]) {
      await page.goto('/support');
      await page.evaluate(async () => { await navigator.serviceWorker.ready; });
      await page.waitForFunction(async (all) => (await Promise.all(all.map((path) => caches.match(path)))).every(Boolean), [...Object.keys(pages), '/offline']);
      await page.context().setOffline(true);
      assert.equal(await page.evaluate(() => fetch('/about').then(() => 'answered', () => 'nothing')), 'nothing', 'the network is off');
      for (const [path, needed] of Object.entries(pages)) {
        await page.goto(path);
        await page.locator(needed).first().waitFor();
        assert.deepEqual((await page.locator('header.top a').evaluateAll((all) => all.map((each) => each.getAttribute('href')))).slice(-2), ['/support', '/leave'], path);
        assert.ok(await page.evaluate(() => getComputedStyle(document.body).fontFamily !== 'Times New Roman' && document.styleSheets.length > 0), `${path} looks as it should`);
      }
      await page.goto('/support');
      assert.equal(await page.locator('main a').first().getAttribute('href'), 'tel:911');
      await hasNoBarrier(page);
      await page.goto('/groups');
      await page.getByRole('heading', { level: 1 }).waitFor();
      assert.equal(await page.locator('main a[href="/support"], main a[href="/support/helplines"]').count() > 0, true, 'what cannot open leads to what can');
      assert.ok(!(await page.content()).includes('night-owls'));
      await page.context().setOffline(false);
      await page.goto('/groups');
      assert.ok((await page.content()).includes('night-owls') || page === world.page, 'and all is back');
    }
  });

  // Interface 7.30, here and in the tests that follow.
  test('Leave leads away in one press, and Back shows a page that could be anybody’s', { whole: true }, async (world) => {
    const words = line('Not for other eyes');
    const page = await reading(world, words);
    await page.locator('header .leave').click();
    await isAwayAndCovered(page, words);
  });

  test('Back after Leave shows no page of ours out of the cache, to a visitor or a member', {}, async (world) => {
    await world.leadsTo(ELSEWHERE, { answers: false });
    const threads = await everyThread(world);
    const { id, title } = threads.find(({ reach }) => reach === 'everyone');
    for (const page of [world.page, await signedIn(world, 'Slow River')]) {
      for (const path of ['/about', '/g/small-wins', `/p/${id}`, '/g/small-wins']) {
        await page.goto(path);
        assert.notEqual(await page.title(), 'New tab', path);
      }
      await page.locator('header .leave').click();
      await page.waitForURL((url) => url.origin !== world.origin);
      let steps = 0;
      for (; steps < 4; steps += 1) {
        await goesBack(page);
        if (page.url() === 'about:blank') break;
        assert.equal(await page.title(), 'New tab', page.url());
        assert.ok(!(await page.content()).includes(title), page.url());
      }
      assert.ok(steps >= 3, `only ${steps} pages lie behind`);
    }
  });

  test('Shift pressed alone three times leads away too', { script: true, whole: true }, async (world) => {
    const words = line('Not for other eyes');
    const page = await reading(world, words);
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    assert.equal(await page.locator('.leaving i.on').count(), 2);
    await page.keyboard.press('Shift');
    await isAwayAndCovered(page, words);
  });

  test('capitals typed into a post do not lead away', { script: true }, async (world) => {
    const page = await signedIn(world, 'Slow River');
    await page.goto('/share?group=night-owls');
    const box = page.getByLabel('Your words');
    await box.focus();
    for (const letter of 'NOTYET') await page.keyboard.press(`Shift+${letter}`);
    assert.equal(await box.inputValue(), 'NOTYET');
    assert.equal(await page.locator('.leaving, .cover').count(), 0);
    // Whatever had begun to lead away would be overtaken by nothing: the third Shift alone, right after, is the first of three.
    await page.keyboard.press('Shift');
    await page.locator('.leaving i.on').waitFor();
    assert.equal(await page.locator('.leaving i.on').count(), 1, 'none of the others counted');
    assert.equal(new URL(page.url()).pathname, '/share');
  });

  // Interface 7.31, with the next; what signing out empties is in discretion.spec.mjs.
  test('no page of a member may be kept by the browser, and signing out clears what is there', {}, async (world) => {
    const { 'Slow River': paths } = await PAGES(world);
    const page = await world.visitor();
    await comesBack(page, world.people.get('Slow River'));
    for (const path of paths) {
      const answer = await page.goto(path);
      assert.match(answer.headers()['cache-control'] ?? '', /no-store/, path);
    }
    await page.goto('/you');
    const out = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.locator('form[action="/back-out"] button').click();
    assert.match((await (await out).allHeaders())['clear-site-data'] ?? '', /"cache".*"storage"|"\*"/);
    await page.waitForLoadState();
    await page.goto('/you');
    assert.equal(new URL(page.url()).pathname, '/back-in');
  });

  test('the worker keeps Support for when there is no network, and no page of one person', { script: true }, async (world) => {
    const { 'Slow River': paths } = await PAGES(world);
    const page = await signedIn(world, 'Slow River');
    await page.goto('/support');
    await page.evaluate(async () => { await navigator.serviceWorker.ready; });
    await page.reload();
    for (const path of paths.slice(0, 6)) await page.goto(path);
    const kept = await page.evaluate(async () => {
      const all = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) all.push([new URL(request.url).pathname, await (await cache.match(request)).text()]);
      }
      return all;
    });
    const places = kept.map(([path]) => path);
    for (const needed of ['/support', '/support/helplines', '/support/craving', '/offline']) assert.ok(places.includes(needed), `${needed} is not kept`);
    const open = /^\/(static\/[\w.-]+|manifest\.webmanifest|offline|support|support\/helplines|support\/craving|support\/safer)$/;
    assert.deepEqual(places.filter((path) => !open.test(path)), []);
    assert.deepEqual(kept.filter(([, text]) => text.includes('Slow River')).map(([path]) => path), []);
  });
};
