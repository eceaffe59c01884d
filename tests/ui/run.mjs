// The browser suite: a few lanes side by side, each with one server and one browser; a fresh context for each test. A
// lane takes the next file when it is done with one, so the tests of a file run in order, in one town; a test that is
// `apart` needs none of the others and is taken by itself.
//
//   node tests/ui/run.mjs [--server PATH] [--only TEXT] [--lanes N] [--browser PATH]
//
// Every `*.spec.mjs` here exports a function that registers its tests:
//
//   export default ({ test }) => {
//     test('a sentence that is true', { script: 'both' }, async ({ page, people, visitor }) => { … });
//   };
//
// With `alone: true` a test has a town of its own, for what changes how a community faces the others; with `isSetUp: false`
// a server that nobody set up; with `remembers: true` a browser of its own that keeps pages in memory for Back, as people's do.
// With `whole: true` it meets the browser people have, with all that lies around a page; the others meet its engine alone,
// where that is installed (decision 0050).
//
// A test also fails when its pages ask anything of another origin, break the content policy, or
// log an error. Pictures of failures are left in tests/ui/out.

import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { startServer } from './server.mjs';

const WHOLE = '/usr/bin/chromium';
/** The same engine of the same release, without windows, menus and a new-tab page; half the work. */
const ENGINE = '/usr/bin/chromium-headless-shell';
const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, 'out');
const target = process.env.CARGO_TARGET_DIR ?? resolve(here, '../../target');
const { values: options } = parseArgs({
  options: {
    server: { type: 'string', default: join(target, 'ci', 'hearthside') },
    only: { type: 'string', default: '' },
    // Tests wait more than they work: three keep two cores busy.
    lanes: { type: 'string', default: '3' },
    browser: { type: 'string', default: existsSync(ENGINE) ? ENGINE : WHOLE },
  },
});

const binary = resolve(options.server);
const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];
const PHONE = { width: 390, height: 844 };
// Long enough for a machine that does other things too: what is slow is measured elsewhere.
const ACTION_MS = 15_000;
const TEST_S = 120;

/** Reads every spec; a test for `both` becomes two. */
async function gather() {
  const tests = [];
  const files = (await readdir(here)).filter((name) => name.endsWith('.spec.mjs')).sort();
  for (const file of files) {
    const test = (sentence, { script = 'both', seconds = TEST_S, isSetUp = true, alone = !isSetUp, remembers = false, whole = remembers, apart = false } = {}, body) => {
      if (![true, false, 'both'].includes(script)) throw new Error(`${file}: script is true, false or 'both'`);
      for (const on of script === 'both' ? [true, false] : [script]) {
        tests.push({ file, name: `${sentence} (${on ? 'with' : 'without'} script)`, script: on, seconds, isSetUp, alone, remembers, whole, apart, body });
      }
    };
    (await import(join(here, file))).default({ test });
  }
  return tests.filter(({ file, name }) => `${file} ${name}`.includes(options.only));
}

/** What one test may do, and what its pages did that they should not have. */
function worldOf({ script }, browser, server) {
  const contexts = [];
  const faults = [];
  const forgiven = [];
  const elsewhere = new Set();
  const neighbours = [];
  const own = (url) => /^(data|blob|about):/.test(url) || new URL(url).origin === server.origin;

  const watch = (page) => {
    page.setDefaultTimeout(ACTION_MS);
    page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
  };

  const answer = (context, origin) => context.route(`${origin}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Elsewhere</title>' }));

  /** Another browser, with cookies of its own; options are Playwright's. */
  const visitor = async (extra = {}) => {
    const context = await browser.newContext({
      baseURL: server.origin, javaScriptEnabled: script, viewport: PHONE, locale: 'en', reducedMotion: 'reduce', ...extra,
    });
    contexts.push(context);
    context.on('page', watch);
    // No name but ours leads anywhere. Routing answers where leaving is meant, and there alone: it turns off the HTTP cache.
    context.on('request', (request) => {
      const url = request.url();
      if (!own(url) && !elsewhere.has(new URL(url).origin)) faults.push(`left the origin: ${url}`);
    });
    for (const origin of elsewhere) await answer(context, origin);
    return context.newPage();
  };

  return {
    visitor,
    origin: server.origin,
    people: server.people,
    code: server.code,
    mails: server.mails,
    script,
    /** A console error that this test brings about, such as a page that is rightly absent. */
    forgives: (pattern) => forgiven.push(pattern),
    /** Another origin that a link of ours leads to; an empty page answers in its place. */
    leadsTo: async (url, { answers = true } = {}) => {
      const { origin } = new URL(url);
      elsewhere.add(origin);
      // Unanswered it is a page that cannot be reached, and the HTTP cache stays on.
      if (!answers) return;
      for (const context of contexts) await answer(context, origin);
    },
    /** Another community beside this one, a world of its own; it ends with the test. */
    neighbour: async () => {
      const other = await startServer(binary);
      const world = worldOf({ script }, browser, other);
      neighbours.push({ world, other });
      return world;
    },
    faults: () => [
      ...faults.filter((fault) => !forgiven.some((pattern) => pattern.test(fault))),
      ...neighbours.flatMap(({ world, other }) => [...world.faults(), ...other.logFaults()]),
    ],
    pages: () => [...contexts.flatMap((context) => context.pages()), ...neighbours.flatMap(({ world }) => world.pages())],
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      for (const { world, other } of neighbours) {
        await world.close();
        await other.stop();
      }
    },
  };
}

/** Playwright gives each launch a new, empty profile. */
const launch = ({ whole = false, ...more } = {}) => chromium.launch({ executablePath: whole ? WHOLE : options.browser, args: FLAGS, ...more });

/** Runs a test where it asks to be: in the browser and town of all, or in its own. */
async function runWhereItBelongs(test, browser, town) {
  const own = [];
  try {
    const server = test.alone ? await startServer(binary, { isSetUp: test.isSetUp }) : town;
    if (server !== town) own.push(() => server.stop());
    const memory = test.remembers ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {};
    const place = test.whole ? await launch({ whole: true, ...memory }) : browser;
    if (place !== browser) own.push(() => place.close());
    const error = await run(test, place, server);
    const written = server === town ? [] : server.logFaults();
    return error ?? (written.length > 0 ? new Error(written.join('\n')) : undefined);
  } catch (error) {
    return error;
  } finally {
    for (const end of own.reverse()) await end();
  }
}

/** Runs one test; gives the error, or undefined. */
async function run(test, browser, server) {
  const world = worldOf(test, browser, server);
  let clock;
  try {
    const page = await world.visitor();
    const late = new Promise((_, fail) => {
      clock = setTimeout(() => fail(new Error(`not done after ${test.seconds} s`)), test.seconds * 1000);
    });
    await Promise.race([test.body({ ...world, page }), late]);
    if (world.faults().length > 0) throw new Error(world.faults().join('\n'));
    return undefined;
  } catch (error) {
    const stem = `${test.file} ${test.name}`.replaceAll(/[^\w.-]+/g, '-');
    for (const [at, page] of world.pages().entries()) {
      await page.screenshot({ path: join(out, `${stem}-${at + 1}.png`), fullPage: true }).catch(() => {});
    }
    return error;
  } finally {
    clearTimeout(clock);
    await world.close();
  }
}

/** What a lane takes at once: the tests of a file, or one that is apart. The longest first, so that no lane is left alone with them at the end. */
function turns(tests) {
  const turns = new Map();
  for (const test of tests) {
    const key = test.apart ? `${test.file} ${test.name}` : test.file;
    turns.set(key, [...(turns.get(key) ?? []), test]);
  }
  const longest = (tests) => Math.max(...tests.map(({ seconds }) => seconds));
  return [...turns.values()].sort((a, b) => longest(b) - longest(a) || b.length - a.length);
}

/** Takes turn after turn until none is left; gives how many tests passed and failed. */
async function lane(left) {
  let [passed, failed] = [0, 0];
  const server = await startServer(binary);
  const browser = await launch();
  try {
    for (let tests = left.shift(); tests; tests = left.shift()) {
      for (const test of tests) {
        const from = performance.now();
        const error = await runWhereItBelongs(test, browser, server);
        const seconds = ((performance.now() - from) / 1000).toFixed(1);
        console.log(`${error ? 'FAIL' : 'ok  '} ${seconds.padStart(5)} s  ${test.file.replace('.spec.mjs', '')}: ${test.name}`);
        if (error) console.log(String(error.stack ?? error).replaceAll(/^/gm, '       '));
        if (error) failed += 1;
        else passed += 1;
      }
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  const written = server.logFaults();
  if (written.length > 0) {
    failed += 1;
    console.log(`FAIL         the log: ${written.length} lines hold what must not be written\n${written.slice(0, 20).join('\n')}`);
  }
  if (failed > 0) console.log(`the last words of the server:\n${server.output().slice(-2000)}`);
  return { passed, failed };
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const left = turns(await gather());
const many = Math.min(Math.max(Number(options.lanes) || 1, 1), Math.max(left.length, 1));
const lanes = await Promise.all(Array.from({ length: many }, () => lane(left)));
const passed = lanes.reduce((sum, lane) => sum + lane.passed, 0);
const failed = lanes.reduce((sum, lane) => sum + lane.failed, 0);
if (failed > 0) console.log(`pictures: ${out}`);
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) process.exitCode = 1;
