// Be there for someone: from Today to a place where somebody waits; with script and without.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { fitsTheWindow } from './layout.mjs';
import { signedIn } from './town.mjs';

export default ({ test }) => {
  test('somebody finds whoever waits, and an opening to begin with', { script: 'both' }, async (world) => {
    const page = await signedIn(world, 'Slow River');
    await page.goto('/you');
    await page.getByRole('link', { name: 'Be there for someone' }).click();
    await page.getByRole('heading', { name: 'Be there for someone' }).waitFor();
    if (world.script) await hasNoBarrier(page);
    const ways = page.locator('main a[href$="/reply"]');
    assert.ok((await ways.count()) > 0, 'somebody waits in the seeded town');
    await ways.first().click();
    await page.waitForURL('**/reply*');
    await page.goto('/be-there');
    await page.getByText('Look at this week').click();
    await page.locator('#week p').waitFor();
    await page.getByText('Only you see this.').waitFor();
    await page.locator('main').getByRole('link', { name: 'Buddies' }).click();
    await page.waitForURL('**/buddies');
  });

  test('the page holds on a desk and at 320', { script: true }, async (world) => {
    for (const viewport of [{ width: 1280, height: 800 }, { width: 320, height: 640 }]) {
      const page = await signedIn(world, 'Slow River', { viewport });
      await page.goto('/be-there');
      await hasNoBarrier(page);
      await fitsTheWindow(page);
    }
  });
};
