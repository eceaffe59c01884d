// Measures: what fits, and what a thumb can hit.

import assert from 'node:assert/strict';

/** Nothing is wider than the window, so nobody scrolls sideways to read. */
export async function fitsTheWindow(page) {
  const { inner, outer } = await page.evaluate(() => ({
    inner: document.documentElement.scrollWidth,
    outer: document.documentElement.clientWidth,
  }));
  assert.ok(inner <= outer, `the page is ${inner} px wide in a window of ${outer} px`);
}

/** Each element matched is at least `px` in both directions, and there is at least one. */
export async function canBeTapped(locator, px = 44) {
  const boxes = await Promise.all((await locator.all()).map(async (each) => [await each.innerText(), await each.boundingBox()]));
  assert.ok(boxes.length > 0, `nothing matches ${locator}`);
  const small = boxes.filter(([, box]) => !box || box.width < px || box.height < px);
  assert.deepEqual(small, [], `smaller than ${px} px`);
}
