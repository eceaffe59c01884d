// What a page may weigh: bytes on the wire, requests, elements, and how far things jump.

import assert from 'node:assert/strict';
import { sample } from './pages.mjs';
import { signedIn } from './town.mjs';

const KB = 1_000;
const MOST = { document: 14 * KB, thread: 30 * KB, stylesheet: 8 * KB, script: 6 * KB, nodes: 1_500, shift: 0.02 };

/** Opens a page in a new browser; gives the bytes of each kind, as they crossed the wire. */
async function weighs(world, path) {
  const page = await signedIn(world, 'Slow River');
  const seen = [];
  page.on('requestfinished', (request) => seen.push(request));
  await page.goto(path, { waitUntil: 'load' });
  const bytes = { document: 0, stylesheet: 0, script: 0 };
  for (const request of seen) {
    const kind = request.resourceType();
    if (!(kind in bytes)) continue;
    const response = await request.response();
    assert.equal((await response.allHeaders())['content-encoding'], 'br', `${request.url()} is not compressed`);
    bytes[kind] += (await request.sizes()).responseBodySize;
  }
  const { nodes, shift } = await page.evaluate(() => new Promise((done) => {
    let shift = 0;
    new PerformanceObserver((list) => { for (const each of list.getEntries()) shift += each.value; })
      .observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done({ nodes: document.querySelectorAll('*').length, shift }), 200);
  }));
  return { ...bytes, nodes, shift };
}

export default ({ test }) => {
  test('Today, a thread, Share and Support stay within what a slow phone can carry', { script: true }, async (world) => {
    const { 'Slow River': paths } = await sample(world);
    for (const path of paths) {
      const is = await weighs(world, path);
      const most = { ...MOST, document: path.startsWith('/p/') ? MOST.thread : MOST.document };
      for (const kind of ['document', 'stylesheet', 'script', 'nodes']) {
        assert.ok(is[kind] > 0 && is[kind] <= most[kind], `${path}: ${kind} is ${is[kind]}, at most ${most[kind]}`);
      }
      assert.ok(is.shift <= most.shift, `${path}: things jump by ${is.shift}`);
      if (process.env.BUDGET) console.log(path, JSON.stringify(is));
    }
  });
};
