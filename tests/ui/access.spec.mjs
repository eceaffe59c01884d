// Every page, for every pair of eyes and hands.

import assert from 'node:assert/strict';
import { COLOURS, hasNoBarrier } from './axe.mjs';
import { clipsNothing, fitsTheWindow, leavesRoom, outlinesTheChosen } from './layout.mjs';
import { HOST, MEMBER, PAGES, PAUSED, answerOf, sample } from './pages.mjs';
import { line, signedIn, thread } from './town.mjs';

const NARROW = { viewport: { width: 320, height: 640 } };
/** A phone at twice the size: half as many of the page's own pixels. */
const TWICE = { viewport: { width: 195, height: 422 } };
const WIDTHS = [{ width: 390, height: 844 }, { width: 320, height: 640 }, { width: 1280, height: 900 }];
const THEMES = ['day', 'night', 'contrast'];
const WISHES = { 'by night': { colorScheme: 'dark' }, 'with more contrast': { contrast: 'more' } };

/** Opens each page as whoever looks at it, and lets `look` judge it; says what it found, and where. */
async function overall(world, pages, extra, look) {
  world.forgives(/status of 4(04|10)/);
  const faults = [];
  for (const [name, paths] of Object.entries(pages)) {
    const page = name === 'visitor' ? await world.visitor(extra) : await signedIn(world, name, extra);
    for (const path of paths) {
      const answer = await page.goto(path);
      assert.equal(answer.status(), answerOf(path), `${name} at ${path}`);
      await look(page).catch((error) => faults.push(`${name} at ${path}: ${error.message}`));
    }
  }
  assert.equal(faults.join('\n'), '');
}

/** axe over a page in every width and these themes: wholly where the page is laid out anew, then for what colours and narrowness can break. A theme is the word the server writes on the root; nothing else of the page depends on it. What 320 px show is laid out as at 390, in the same colours: one theme is enough there. */
async function hasNoBarrierInAnyLight(page, themes, wholly) {
  for (const size of WIDTHS) {
    // As high as the page is: a bar that sticks to the window's edge covers what one scrolls to, and axe does not scroll.
    await page.setViewportSize(size);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: size.width, height: Math.max(size.height, height + 100) });
    for (const theme of size.width === 320 ? themes.slice(0, 1) : themes) {
      await page.evaluate((name) => { document.documentElement.dataset.theme = name; }, theme);
      await hasNoBarrier(page, theme === themes[0] && wholly.includes(size.width) ? undefined : COLOURS).catch((error) => { throw new Error(`${size.width} px, ${theme}: ${error.message}`); });
    }
  }
}

export default ({ test }) => {
  for (const name of ['visitor', PAUSED, MEMBER, HOST]) {
    // No colour depends on the direction of the words.
    for (const [way, locale, themes, wholly] of [['or theme', 'en', THEMES, [390, 1280]], ['from right to left', 'ar-XB', ['day'], [390]]]) {
      test(`no page puts a barrier before ${name === 'visitor' ? 'a visitor' : name}, in any width ${way}`, { script: true, seconds: 400, apart: true }, async (world) => {
        const pages = await PAGES(world);
        await overall(world, { [name]: pages[name] }, { locale }, async (page) => {
          assert.equal(await page.locator('html').getAttribute('dir'), locale === 'en' ? 'ltr' : 'rtl');
          await hasNoBarrierInAnyLight(page, themes, wholly);
        });
      });
    }
  }

  for (const [wish, extra] of Object.entries(WISHES)) {
    test(`where the device decides, the pages people see most have no barrier ${wish}`, { script: true, apart: true }, async (world) => {
      await overall(world, await sample(world), extra, hasNoBarrier);
    });
  }

  test('no page is wider than a narrow phone', { script: false, apart: true }, async (world) => {
    await overall(world, await PAGES(world), NARROW, fitsTheWindow);
  });

  for (const locale of ['en-XA', 'ar-XB']) {
    test(`on no page are longer or mirrored words cut off, and nothing lies on anything (${locale})`, { script: false, apart: true }, async (world) => {
      await overall(world, await PAGES(world), { ...NARROW, locale }, async (page) => {
        assert.equal(await page.locator('html').getAttribute('lang'), locale);
        for (const size of WIDTHS) {
          await page.setViewportSize(size);
          await fitsTheWindow(page);
          await clipsNothing(page);
          await leavesRoom(page);
        }
      });
    });
  }

  test('at twice the size no page is cut off, and nothing lies on anything', { script: false, apart: true }, async (world) => {
    await overall(world, await PAGES(world), TWICE, async (page) => {
      await fitsTheWindow(page);
      await clipsNothing(page);
      await leavesRoom(page);
    });
  });

  test('in forced colours every page holds, buttons have an edge and what is chosen is outlined', { script: false, apart: true }, async (world) => {
    let chosen = 0;
    await overall(world, await PAGES(world), { forcedColors: 'active' }, async (page) => {
      await fitsTheWindow(page);
      await clipsNothing(page);
      chosen += await outlinesTheChosen(page);
    });
    assert.ok(chosen > 50, `only ${chosen} chosen things were met`);
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

    await page.goto(`/p/${await thread(world, 'Quiet Heron', 'night-owls', line('A lamp'))}`);
    await page.locator('#post .react').first().click();
    await page.locator('#post .react[aria-pressed=true]').waitFor();
    assert.deepEqual(await outline(page.locator('#post .react[aria-pressed=true]')), ['solid']);
    assert.ok((await outline(page.locator('#post .react[aria-pressed=false]'))).every((style) => style === 'none'));
  });
};
