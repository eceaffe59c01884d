// A caring note: two taps from a post, a line that is there already, and where it is read.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { clipsNothing, fitsTheWindow } from './layout.mjs';
import { comesIn, asks, line, signedIn, thread } from './town.mjs';

let guests = 0;

/** Somebody new, in the group of the others. */
async function somebody(world) {
  const name = `Noon Sorrel ${String.fromCharCode(65 + (guests += 1))}${world.script ? 'a' : 'b'}`;
  await comesIn(world, name);
  await asks(world, name, 'POST', '/groups/small-wins/join', {});
  return name;
}

export default ({ test }) => {
  test('two taps send one of a few lines to whoever wrote a post, and they read it among their news', { script: 'both' }, async (world) => {
    const [writer, reader] = [await somebody(world), await somebody(world)];
    const id = await thread(world, writer, 'small-wins', line('I made soup'), { no_note_fits: true });
    const page = await signedIn(world, reader);
    await page.goto(`/p/${id}`);
    await page.getByRole('link', { name: 'Send a caring note' }).click();
    await page.getByRole('heading', { name: 'A caring note' }).waitFor();
    assert.equal(await page.locator('main form button').count(), 5);
    if (world.script) await hasNoBarrier(page);
    for (const size of [{ width: 320, height: 640 }, { width: 1280, height: 900 }]) {
      await page.setViewportSize(size);
      await fitsTheWindow(page);
      await clipsNothing(page);
    }
    await page.getByRole('button', { name: 'Today is enough.' }).click();
    await page.getByText('Sent. There is nothing more to do.').waitFor();
    if (world.script) await hasNoBarrier(page);

    const theirs = await signedIn(world, writer);
    await theirs.goto(`/p/${id}`);
    assert.equal(await theirs.getByRole('link', { name: 'Send a caring note' }).count(), 0, 'not to oneself');
    await theirs.goto('/news');
    await theirs.getByText(`${reader} sends you a caring note: Today is enough.`).click();
    await theirs.waitForURL(`**/p/${id}`);
  });
};
