// Every page, for every pair of eyes and hands.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { clipsNothing, fitsTheWindow, leavesRoom } from './layout.mjs';
import { PAGES, sample } from './pages.mjs';
import { signedIn } from './town.mjs';

const SMALL = { viewport: { width: 320, height: 640 } };
const LIGHTS = {
  'at 320 px': SMALL,
  'on a wide screen': { viewport: { width: 1280, height: 900 } },
  'by night': { colorScheme: 'dark' },
  'with more contrast': { contrast: 'more' },
  'from right to left': { locale: 'ar-XB' },
};

/** Opens each page as whoever looks at it, and lets `look` judge it; says where it was when it fell. */
async function overall(world, pages, extra, look) {
  for (const [name, paths] of Object.entries(pages)) {
    const page = name === 'visitor' ? await world.visitor(extra) : await signedIn(world, name, extra);
    for (const path of paths) {
      const answer = await page.goto(path);
      assert.equal(answer.status(), 200, `${name} at ${path}`);
      await look(page).catch((error) => { throw new Error(`${name} at ${path}: ${error.message}`); });
    }
  }
}

export default ({ test }) => {
  for (const name of ['visitor', 'Slow River', 'Maple 41']) {
    test(`no page puts a barrier before ${name === 'visitor' ? 'a visitor' : name}`, { script: true }, async (world) => {
      const pages = await PAGES(world);
      await overall(world, { [name]: pages[name] }, {}, hasNoBarrier);
    });
  }

  for (const [light, extra] of Object.entries(LIGHTS)) {
    test(`the pages people see most have no barrier ${light}`, { script: true }, async (world) => {
      await overall(world, await sample(world), extra, hasNoBarrier);
    });
  }

  test('no page is wider than a narrow phone', { script: false }, async (world) => {
    await overall(world, await PAGES(world), SMALL, fitsTheWindow);
  });

  for (const locale of ['en-XA', 'ar-XB']) {
    test(`longer and mirrored words are not cut off, and nothing lies on anything (${locale})`, { script: false }, async (world) => {
      await overall(world, await sample(world), { locale }, async (page) => {
        assert.equal(await page.locator('html').getAttribute('lang'), locale);
        await fitsTheWindow(page);
        await clipsNothing(page);
        await leavesRoom(page);
      });
    });
  }

  test('at twice the size nothing is cut off', { script: false }, async (world) => {
    await overall(world, await sample(world), { viewport: { width: 195, height: 422 } }, async (page) => {
      await fitsTheWindow(page);
      await clipsNothing(page);
    });
  });

  test('without pictures and script, every control still has a name to see', { script: false }, async (world) => {
    const { 'Slow River': paths } = await sample(world);
    await overall(world, { 'Slow River': paths }, {}, async (page) => {
      const controls = await page.evaluate(() => {
        for (const picture of document.querySelectorAll('svg, img')) picture.remove();
        const shown = (each) => each.checkVisibility() && !each.closest('.vh, .skip');
        const name = (each) => each.labels?.length ? [...each.labels].map((label) => label.innerText).join(' ') : each.innerText;
        const drawn = (each) => ['::before', '::after'].map((part) => getComputedStyle(each, part).content)
          .filter((content) => /^"[^"]*\S[^"]*"$/.test(content)).join('');
        return [...document.querySelectorAll('a, button, summary, input:not([type=hidden]), select, textarea')].filter(shown)
          .map((each) => [each.outerHTML.slice(0, 90), `${name(each)}${drawn(each)}`.trim()]);
      });
      assert.ok(controls.length > 5, `only ${controls.length} controls`);
      assert.deepEqual(controls.filter(([, said]) => said === ''), []);
    });
  });

  test('in forced colours what is chosen is outlined, and what is not is not', { script: true }, async (world) => {
    const page = await signedIn(world, 'Slow River', { forcedColors: 'active' });
    await page.goto('/share?group=night-owls');
    await page.getByLabel('Setback').check();
    const outline = (locator) => locator.evaluateAll((all) => all.map((each) => getComputedStyle(each).outlineStyle));
    const chosen = await outline(page.locator('.tile:has(input:checked)'));
    const other = await outline(page.locator('#ask .tile:not(:has(input:checked))'));
    assert.ok(chosen.length >= 3 && chosen.every((style) => style === 'solid'), String(chosen));
    assert.ok(other.length >= 3 && other.every((style) => style === 'none'), String(other));
    assert.deepEqual(await outline(page.locator('.tabs a[aria-current]')), ['solid']);

    const { 'Slow River': paths } = await sample(world);
    await page.goto(paths.find((path) => path.startsWith('/p/')));
    const first = page.locator('#post .react').first();
    if (await first.getAttribute('aria-pressed') === 'false') await first.click();
    await page.locator('#post .react[aria-pressed=true]').waitFor();
    assert.deepEqual(await outline(page.locator('#post .react[aria-pressed=true]')), ['solid']);
    assert.ok((await outline(page.locator('#post .react[aria-pressed=false]'))).every((style) => style === 'none'));
  });
};
