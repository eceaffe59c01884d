// What a page may weigh: bytes on the wire, requests, elements, and how far things jump.

import assert from 'node:assert/strict';
import { PAGES } from './pages.mjs';
import { signedIn } from './town.mjs';

const KB = 1_000;
const MOST = { requests: 6, document: 14 * KB, stylesheet: 8 * KB, script: 6 * KB, first: 60 * KB, later: 15 * KB, nodes: 1_500, shift: 0.02 };
const THREAD = { document: 30 * KB };

/** Listens to what a page asks for; gives the requests since the last time, with their bytes as they crossed the wire. */
async function scale(page) {
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  let seen = new Map();
  wire.on('Network.requestWillBeSent', ({ requestId, request, type }) => seen.set(requestId, { url: request.url, kind: type.toLowerCase(), bytes: 0 }));
  const notes = (requestId, what) => { if (seen.has(requestId)) Object.assign(seen.get(requestId), what); };
  wire.on('Network.responseReceived', ({ requestId, response }) => notes(requestId, { packed: response.headers['content-encoding'] }));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => notes(requestId, { bytes: encodedDataLength }));
  return () => {
    const all = [...seen.values()];
    seen = new Map();
    return all;
  };
}

const sum = (all, kind) => all.filter((each) => !kind || each.kind === kind).reduce((bytes, each) => bytes + each.bytes, 0);

/** Elements, how far things jumped, and what a browser with a window also asks for: the icon and the manifest. */
const look = (page) => page.evaluate(() => new Promise((done) => {
  let shift = 0;
  new PerformanceObserver((list) => { for (const each of list.getEntries()) shift += each.value; }).observe({ type: 'layout-shift', buffered: true });
  const links = [...document.querySelectorAll('link[rel=icon], link[rel=manifest]')].map((each) => each.href);
  setTimeout(() => done({ nodes: document.querySelectorAll('*').length, shift, links }), 200);
}));

/** Opens a page in a new browser, then once more. */
async function weighs(world, name, path) {
  const page = name === 'visitor' ? await world.visitor() : await signedIn(world, name);
  const taken = await scale(page);
  await page.goto(path, { waitUntil: 'load' });
  const { nodes, shift, links } = await look(page);
  const first = taken();
  for (const { url, kind, packed } of first) {
    if (['document', 'stylesheet', 'script'].includes(kind)) assert.equal(packed, 'br', `${url} is not compressed`);
  }
  const drawn = links.filter((href) => !first.some(({ url }) => url === href)).length;
  await page.goto('about:blank');
  taken();
  await page.goto(path, { waitUntil: 'load' });
  await look(page);
  return {
    requests: first.length + drawn, document: sum(first, 'document'), stylesheet: sum(first, 'stylesheet'), script: sum(first, 'script'),
    first: sum(first), later: sum(taken()), nodes, shift,
  };
}

export default ({ test }) => {
  test('every page a slow phone may meet first stays within what it can carry, the first time and later', { script: true }, async (world) => {
    const pages = await PAGES(world);
    const thread = pages['Slow River'].find((path) => /^\/p\/\w+$/.test(path));
    const looks = [
      ['visitor', '/'], ['visitor', '/hello'], ['visitor', pages.visitor.find((path) => path.startsWith('/p/'))],
      ...['/', '/share', thread, '/g/night-owls', '/search?q=kettle', '/support'].map((path) => ['Slow River', path]),
    ];
    for (const [name, path] of looks) {
      const is = await weighs(world, name, path);
      if (process.env.BUDGET) console.log(name, path, JSON.stringify(is));
      const most = { ...MOST, ...(path.startsWith('/p/') && THREAD) };
      for (const [kind, limit] of Object.entries(most)) assert.ok(is[kind] <= limit, `${name} at ${path}: ${kind} is ${is[kind]}, at most ${limit}`);
      for (const kind of ['document', 'stylesheet', 'script']) assert.ok(is[kind] > 0, `${name} at ${path}: no ${kind} was seen`);
    }
  });
};
