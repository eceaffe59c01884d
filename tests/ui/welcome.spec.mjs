// The first page a stranger sees.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { fitsTheWindow } from './layout.mjs';

export default ({ test }) => {
  test('the welcome page has one heading and fits a narrow phone', { script: 'both' }, async ({ page, visitor }) => {
    await page.goto('/');
    assert.equal(await page.locator('h1').count(), 1);
    const narrow = await visitor({ viewport: { width: 320, height: 640 } });
    await narrow.goto('/');
    await fitsTheWindow(narrow);
  });

  test('the welcome page puts no barrier before anyone', { script: true }, async ({ page }) => {
    await page.goto('/');
    await hasNoBarrier(page);
  });
};
