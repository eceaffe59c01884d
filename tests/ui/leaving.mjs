// Leaving, and pressing Back: what lies behind must not be what was read.

import assert from 'node:assert/strict';
import { signedIn, thread } from './town.mjs';

export const ELSEWHERE = 'https://www.wikipedia.org/';

/** A member on a thread, with another page of ours behind it. */
export async function reading(world, words) {
  await world.leadsTo(ELSEWHERE);
  const id = await thread(world, 'Quiet Heron', 'night-owls', words);
  const page = await signedIn(world, 'Slow River');
  await page.goto('/groups');
  await page.goto(`/p/${id}`);
  return page;
}

/** Presses Back. While the browser changes from one site to another it may not be able to yet; then again. */
export async function goesBack(page, options) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await page.goBack(options);
    } catch (error) {
      if (tries >= 20 || !/Not attached to an active page/.test(error.message)) throw error;
      await page.waitForTimeout(250);
    }
  }
}

export async function isAwayAndCovered(page, words) {
  // A redirect is not routed. The name leads nowhere, the browser asks again by itself, and then it is.
  for (let wait = 0; page.url() !== ELSEWHERE && wait < 100; wait += 1) await page.waitForTimeout(50);
  assert.equal(page.url(), ELSEWHERE);
  for (let step = 0; step < 2; step += 1) {
    await goesBack(page);
    if (page.url() === 'about:blank') return;
    assert.equal(await page.title(), 'New tab');
    assert.ok(!(await page.content()).includes(words));
    assert.equal(await page.locator('header').count(), 0);
  }
}
