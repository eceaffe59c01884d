// Where the browser keeps whole pages in memory for Back, as people's do: after leaving, none of ours comes out of it.

import assert from 'node:assert/strict';
import { ELSEWHERE, goesBack } from './leaving.mjs';
import { comesBack, line, signedIn, thread } from './town.mjs';

/** The paths that come out of memory from now on. */
async function restored(page) {
  const wire = await page.context().newCDPSession(page);
  const all = [];
  wire.on('Page.frameNavigated', ({ frame, type }) => { if (type === 'BackForwardCacheRestore') all.push(new URL(frame.url).pathname); });
  await wire.send('Page.enable');
  return all;
}

/** Waits for a page that is whole. Asked from here: a page without script, or one not drawn yet, may have no clock to ask itself by. */
async function isWhole(page) {
  for (let wait = 0; wait < 200; wait += 1) {
    const state = await page.evaluate(() => document.readyState).catch(() => 'on its way');
    if (state === 'complete') return;
    await page.waitForTimeout(50);
  }
  throw new Error(`${page.url()} did not become whole`);
}

/** Presses Back and waits for a page that is whole; one out of memory is so at once, and tells of no load. */
async function back(page) {
  await goesBack(page, { waitUntil: 'commit' });
  await isWhole(page);
}

/** Back, page after page: none shows the words or who read them, and none comes out of memory. Gives where it led. */
async function showsNothingOf(page, words, memory, steps) {
  const seen = [];
  while (seen.length < steps) {
    await back(page);
    seen.push(new URL(page.url()).pathname);
    const html = await page.content();
    assert.ok(!html.includes(words), `the words are at ${page.url()}`);
    assert.ok(!html.includes('Slow River'), `a name is at ${page.url()}`);
  }
  assert.deepEqual(memory, [], `pages went by: ${seen}`);
  return seen;
}

/** A member on a thread; behind it lies its group, where its words stand too. No page is left while it still asks for its news: such a one is not kept. */
async function walksTo(page, id, { script }) {
  for (const path of ['/groups', '/g/night-owls', `/p/${id}`]) {
    const hears = script && page.waitForResponse((response) => response.url().endsWith('/live'));
    await page.goto(path);
    await hears;
  }
}

export default ({ test }) => {
  test('this browser brings a page with words of a thread out of memory unless it listens, so what follows can fail', { remembers: true }, async (world) => {
    const words = line('Not for other eyes');
    const page = await signedIn(world, 'Slow River');
    await walksTo(page, await thread(world, 'Quiet Heron', 'night-owls', words), world);
    const memory = await restored(page);
    await back(page);
    // With script a page listens for news (decision 0060), and whoever listens is not kept.
    assert.deepEqual(memory, world.script ? [] : ['/g/night-owls']);
    await page.getByText(words).first().waitFor();
  });

  test('after Leave, Back brings nothing out of memory and shows no word of the thread', { remembers: true }, async (world) => {
    await world.leadsTo(ELSEWHERE);
    const words = line('Not for other eyes');
    const id = await thread(world, 'Quiet Heron', 'night-owls', words);
    const page = await signedIn(world, 'Slow River');
    await walksTo(page, id, world);
    const memory = await restored(page);
    await page.locator('header .leave').click();
    await page.waitForURL(ELSEWHERE);
    await isWhole(page);
    // With script the thread is not even left in the history.
    const behind = [...world.script ? [] : [`/p/${id}`], '/g/night-owls', '/groups'];
    assert.deepEqual(await showsNothingOf(page, words, memory, behind.length), behind);
  });

  test('after signing out, Back brings nothing out of memory and shows no word of the thread', { remembers: true }, async (world) => {
    world.forgives(/status of 404/);
    const words = line('Not for other eyes');
    const id = await thread(world, 'Quiet Heron', 'night-owls', words);
    const page = await world.visitor();
    await comesBack(page, world.people.get('Slow River'));
    await walksTo(page, id, world);
    await page.goto('/you');
    const memory = await restored(page);
    await page.locator('form[action="/back-out"] button').click();
    await page.waitForURL(`${world.origin}/`);
    // No page of a member's own is there: the door stands in its place, and a thread is as if it were not.
    assert.deepEqual(await showsNothingOf(page, words, memory, 3), ['/back-in', `/p/${id}`, '/g/night-owls']);
  });
};
