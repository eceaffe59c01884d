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

/**
 * No text is cut by its box, or runs out of the window. Boxes that scroll and words for screen readers are let be, and
 * so is the name of the place: a host may choose one of any length, and it ends in dots beside Support and Leave.
 */
export async function clipsNothing(page) {
  const cut = await page.evaluate(() => {
    const shown = (each) => each.checkVisibility({ checkVisibilityCSS: true }) && !each.closest('.vh, .skip, .brand .name, svg, script, style, template');
    const hides = (each) => /hidden|clip/.test(getComputedStyle(each).overflow);
    const scrolls = (each) => each.closest('.scroll, pre, select, input, textarea');
    const found = [];
    for (const each of document.body.querySelectorAll('*')) {
      if (!shown(each) || scrolls(each)) continue;
      const name = `${each.localName}.${each.className}: ${each.textContent.trim().slice(0, 40)}`;
      if (hides(each) && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)) found.push(`cut: ${name}`);
      const texts = [...each.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
      for (const text of texts) {
        const range = document.createRange();
        range.selectNodeContents(text);
        const { left, right } = range.getBoundingClientRect();
        if (left < -1 || right > innerWidth + 1) found.push(`outside: ${name}`);
      }
    }
    return found;
  });
  assert.deepEqual(cut, []);
}

/** No two controls of the page itself lie on one another; bars that stick to an edge are let be. */
export async function leavesRoom(page) {
  const met = await page.evaluate(() => {
    const all = [...document.querySelectorAll('main :is(a, button, input:not([type=hidden]), select, textarea, summary)')]
      .filter((each) => each.checkVisibility({ checkVisibilityCSS: true }) && !each.closest('.replybar, .vh'))
      .map((each) => ({ each, box: each.getBoundingClientRect() }));
    const lies = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
      && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
    return all.flatMap(({ each, box }, at) => all.slice(at + 1)
      .filter(({ each: other, box: place }) => !each.contains(other) && !other.contains(each) && lies(box, place))
      .map(({ each: other }) => `${each.innerText || each.id} lies on ${other.innerText || other.id}`));
  });
  assert.deepEqual(met, []);
}

/** In forced colours, what is chosen has an outline and a button has an edge; gives how many chosen things there were. */
export async function outlinesTheChosen(page) {
  const { bare, chosen } = await page.evaluate(() => {
    const shown = (each) => each.checkVisibility({ checkVisibilityCSS: true }) && !each.closest('.vh, .skip');
    const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
    const outlined = (each) => getComputedStyle(each).outlineStyle === 'solid';
    const edged = (each) => ['Top', 'Bottom'].every((side) => parseFloat(getComputedStyle(each)[`border${side}Width`]) > 0);
    const chosen = all('.tile:has(input:checked), .tabs [aria-current], .react[aria-pressed=true]');
    const bare = [...chosen.filter((each) => !outlined(each)), ...all('.btn').filter((each) => !edged(each))];
    return { bare: bare.map((each) => `${each.className}: ${each.innerText.slice(0, 40)}`), chosen: chosen.length };
  });
  assert.deepEqual(bare, []);
  return chosen;
}
