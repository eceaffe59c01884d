// Without script and without drawings: words alone carry the page.

import assert from 'node:assert/strict';
import { fitsTheWindow, leavesRoom } from './layout.mjs';
import { MEMBER, sample } from './pages.mjs';
import { compared, drawingsOf, pictureOf, textOf } from './pictures.mjs';
import { signedIn } from './town.mjs';

/** Of the page outside the drawings, what may differ: the rim of a line at the edge of a box. */
const RIM = 0.0002;

/** Today, Share, a thread and Support, one after the other. */
async function eachPage(world, look) {
  const { [MEMBER]: paths } = await sample(world);
  assert.equal(paths.length, 4);
  const page = await signedIn(world, MEMBER);
  for (const path of paths) {
    await page.goto(path);
    await look(page, path);
  }
}

/** What can be pressed or filled, and the words one sees for it. */
const controlsOf = (page) => page.evaluate(() => {
  const shown = (each) => each.checkVisibility({ checkVisibilityCSS: true }) && !each.closest('.vh, .skip');
  const name = (each) => each.labels?.length ? [...each.labels].map((label) => label.innerText).join(' ') : each.innerText;
  const drawn = (each) => ['::before', '::after'].map((part) => getComputedStyle(each, part).content)
    .filter((content) => /^"[^"]*\S[^"]*"$/.test(content)).join('');
  return [...document.querySelectorAll('a, button, summary, input:not([type=hidden]), select, textarea')].filter(shown)
    .map((each) => [each.outerHTML.slice(0, 90), `${name(each)}${drawn(each)}`.trim()]);
});

export default ({ test }) => {
  test('without pictures and script, every control still has the name it had, and nothing lies on anything', { script: false }, (world) =>
    eachPage(world, async (page, path) => {
      const before = (await controlsOf(page)).map(([, said]) => said);
      assert.ok(await page.evaluate(() => {
        const all = [...document.querySelectorAll('svg, img')];
        for (const picture of all) picture.remove();
        return all.length > 5;
      }), `${path} has no drawings`);
      const controls = await controlsOf(page);
      assert.ok(controls.length > 5, `only ${controls.length} controls at ${path}`);
      assert.deepEqual(controls.filter(([, said]) => said === ''), [], path);
      assert.deepEqual(controls.map(([, said]) => said), before, path);
      await fitsTheWindow(page);
      await leavesRoom(page);
    }));

  test('where drawings are not drawn, no word moves and nothing else looks different', { script: false }, async (world) => {
    const desk = await world.visitor({ javaScriptEnabled: true });
    await eachPage(world, async (page, path) => {
      const [boxes, words, whole] = [await drawingsOf(page), await textOf(page), await pictureOf(page)];
      await page.evaluate(() => {
        for (const drawing of document.querySelectorAll('svg')) drawing.replaceChildren();
        for (const image of document.querySelectorAll('img')) image.style.visibility = 'hidden';
      });
      assert.deepEqual(await textOf(page), words, path);
      const { outside, inside, sizes } = await compared(desk, whole, await pictureOf(page), boxes);
      assert.equal(sizes, undefined, path);
      assert.ok(inside > 0.05, `${path}: the drawings were not gone, ${inside} of their boxes changed`);
      assert.ok(outside <= RIM, `${path}: ${outside} of the page outside the drawings changed`);
      if (process.env.PICTURES) console.log(path, boxes.length, { outside, inside });
    });
  });
};
