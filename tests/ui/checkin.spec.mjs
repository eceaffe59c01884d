// How somebody is, and the days they count: from Today, within twenty seconds, with and without script.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { fitsTheWindow } from './layout.mjs';
import { asks, comesIn, line, signedIn } from './town.mjs';

const DESK = { viewport: { width: 1280, height: 900 } };
const [GROUP, MEMBER] = ['small-wins', 'Slow River'];
let guests = 0;

/** Somebody new, so that no test meets another's days; gives the name. */
async function newcomer(world) {
  const name = `Morning Reed ${10 + (guests += 1)}`;
  await comesIn(world, name);
  return name;
}

/** The same, in a browser of their own. */
const somebody = async (world, extra) => signedIn(world, await newcomer(world), extra);

const isoDaysAgo = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

async function counts(page, fields) {
  await page.goto('/counters/new');
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  await page.getByLabel('Where your clock stands').selectOption('UTC');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/\/counters\/\d+$/);
}

const said = (page) => page.locator('main').innerText();

/** A first run of 188 days, and one of 38; gives the address of the counter. */
async function hasTwoRuns(page) {
  await counts(page, { 'First day': isoDaysAgo(226) });
  const address = new URL(page.url()).pathname;
  await tellsOfSetback(page, /Start a new run/, isoDaysAgo(38));
  return address;
}

async function tellsOfSetback(page, turn, on) {
  await page.getByRole('link', { name: 'Tell of a setback' }).click();
  if (turn) await page.getByRole('radio', { name: turn }).check();
  else assert.ok(await page.getByRole('radio', { name: /Leave it for now/ }).isChecked());
  if (on) await page.getByLabel('When was it?').fill(on);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL((url) => /^\/counters\/\d+$/.test(url.pathname));
}

/** Every figure of a counter, on its own page and on Today: in words, and in the name of the drawing. */
async function figures(page, address) {
  const found = [];
  for (const path of [address, '/']) {
    await page.goto(path);
    found.push(await page.locator('.hero').innerText(), await page.locator('svg.rings').getAttribute('aria-label'));
  }
  await page.goto(address);
  return [...found, await page.locator('section[aria-labelledby=stretches]').innerText()];
}

export default ({ test }) => {
  test('a check-in takes two presses on Today and is there after a reload', { script: 'both' }, async (world) => {
    const page = await somebody(world);
    await page.goto('/');
    const began = Date.now();
    await page.getByRole('radio', { name: 'Mixed', exact: true }).check();
    await page.getByRole('button', { name: 'Check in' }).click();
    await page.getByText('Today: Mixed').waitFor();
    assert.ok(Date.now() - began < 20_000);
    await page.reload();
    await page.getByText('Only you see this.').waitFor();
    if (world.script) await hasNoBarrier(page);

    await page.getByRole('link', { name: 'Change it, or look back' }).click();
    await page.getByLabel('Lonely').check();
    await page.getByLabel('One line').fill('Rain on the roof');
    await page.getByLabel('Today I mean to').fill('call my sister');
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('button', { name: 'Say it anew' }).click();
    await page.getByText('You mean to call my sister').waitFor();
    await page.goto('/checkin/history');
    await page.getByText('Rain on the roof').waitFor();
    assert.equal(await page.locator('svg.trend .day').count(), 1);
    if (world.script) await hasNoBarrier(page);
  });

  test('a day gets a name of its own, is told on its day, and loses the name again', { script: 'both' }, async (world) => {
    world.forgives(/status of 422/);
    const page = await somebody(world);
    await counts(page, { 'First day': isoDaysAgo(12) });
    await page.getByText('Name a day').click();
    await page.getByLabel('After how many days').fill('soon');
    await page.getByLabel('What you call it').fill('The summer without');
    await page.locator('#named').getByRole('button', { name: 'Save' }).click();
    await page.locator('#after-fault').waitFor();
    assert.equal(await page.getByLabel('What you call it').inputValue(), 'The summer without', 'nothing typed is lost');
    if (world.script) await hasNoBarrier(page);
    await page.getByLabel('After how many days').fill('12');
    await page.locator('#named').getByRole('button', { name: 'Save' }).click();
    await page.getByText('After 12 days.').waitFor();
    await page.getByRole('heading', { name: /The summer without/ }).waitFor();
    if (world.script) await hasNoBarrier(page);
    await fitsTheWindow(page);
    await page.getByRole('button', { name: /Take the name away/ }).click();
    await page.getByText('After 12 days.').waitFor({ state: 'detached' });
  });

  test('urges are a curve on the history and in the half-hour, by day and night, on a phone and a desk, with the same in words', { script: true }, async (world) => {
    const name = await newcomer(world);
    const first = await signedIn(world, name);
    await first.goto('/checkin');
    await first.getByRole('radio', { name: 'Mixed', exact: true }).check();
    await first.locator('#urge').selectOption('4');
    await first.getByRole('button', { name: 'Check in' }).click();
    await first.waitForURL((url) => url.pathname !== '/checkin');
    await first.goto('/support/craving');
    for (const [edge, urge] of [['before', '8'], ['after', '3']]) {
      await first.locator(`#urge-of-${edge}`).selectOption(urge);
      await first.locator(`#urge-${edge} button`).click();
      await first.waitForURL((url) => url.hash !== '');
      await first.goto('/support/craving');
    }
    for (const viewport of [{ width: 390, height: 844 }, { width: 1280, height: 800 }]) {
      for (const colorScheme of ['light', 'dark']) {
        const page = await signedIn(world, name, { viewport, colorScheme });
        for (const [path, words, ways] of [['/checkin/history', 'from 4 to 4', 0], ['/support/craving', 'before and after', 1]]) {
          await page.goto(path);
          const drawing = page.locator('svg.urges');
          assert.ok((await drawing.getAttribute('aria-label')).includes(words), path);
          assert.deepEqual([await drawing.locator('.mark').count(), await drawing.locator('.way').count()], [1, ways], path);
          assert.ok((await drawing.boundingBox()).height > 90);
          await hasNoBarrier(page);
          await fitsTheWindow(page);
        }
        await page.goto('/checkin/history');
        await page.getByText('The same in words').click();
        assert.equal(await page.locator('section[aria-labelledby=urges] li:visible').count(), 1);
      }
    }
  });

  // Interface 7.7; what a buddy is told and no longer told is in pair.spec.mjs.
  test('a check-in is read by the group that was chosen and by nobody else, is changed, and is deleted', { script: 'both' }, async (world) => {
    world.forgives(/status of (403|404)/);
    const name = await newcomer(world);
    await asks(world, name, 'POST', `/groups/${GROUP}/join`, {});
    const [page, member, stranger] = [await signedIn(world, name), await signedIn(world, MEMBER), await somebody(world)];
    const sees = async (who, words) => {
      const seen = [];
      for (const path of [`/g/${GROUP}/checkins`, '/', `/people/${name.toLowerCase().replaceAll(' ', '-')}`]) {
        await who.goto(path);
        if ((await who.content()).includes(words)) seen.push(path);
      }
      return seen;
    };
    const checksIn = async (weather, words, group, press) => {
      await page.goto('/checkin');
      await page.getByRole('radio', { name: weather, exact: true }).check();
      await page.locator('#line').fill(words);
      await page.locator('#group').selectOption(group);
      await page.getByRole('button', { name: press }).click();
      await page.getByText(`Today: ${weather}`).waitFor();
    };

    const [first, second] = [line('Rain on the roof'), line('The rain has stopped')];
    await checksIn('Mixed', first, GROUP, 'Check in');
    await page.goto('/checkin');
    assert.ok(await page.getByRole('radio', { name: 'Mixed', exact: true }).isChecked(), 'what was chosen is marked');
    assert.deepEqual([await sees(member, first), await sees(stranger, first)], [[`/g/${GROUP}/checkins`], []]);

    await checksIn('Good', second, GROUP, 'Say it anew');
    await page.goto('/checkin');
    assert.ok(await page.getByRole('radio', { name: 'Good', exact: true }).isChecked());
    assert.deepEqual([await sees(member, first), await sees(member, second), await sees(stranger, second)], [[], [`/g/${GROUP}/checkins`], []]);
    await checksIn('Good', second, '', 'Say it anew');
    assert.deepEqual(await sees(member, second), [], 'told to nobody any more');
    await checksIn('Good', second, GROUP, 'Say it anew');
    assert.equal((await sees(member, second)).length, 1);

    await page.goto('/checkin/history');
    await page.getByRole('button', { name: 'Delete this day' }).click();
    await page.getByText('Nothing here yet.').waitFor();
    await page.goto('/');
    await page.getByRole('group', { name: 'How is today, honestly?' }).waitFor();
    assert.equal(await page.locator('#weather input:checked').count(), 0, 'as if nothing had been said');
    assert.deepEqual([await sees(page, second), await sees(member, second)], [[], []]);
  });

  // Whatever time it is here, somewhere it is morning.
  test('in the morning yesterday is written, looked back on and changed', { script: 'both' }, async (world) => {
    const hour = (zone) => Number(new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(new Date()));
    const zones = ['UTC', 'Asia/Kolkata', 'Asia/Tokyo', 'Pacific/Auckland', 'Pacific/Honolulu', 'America/New_York', 'America/Los_Angeles'];
    const timezoneId = zones.find((zone) => hour(zone) >= 1 && hour(zone) < 11);
    const page = await somebody(world, { timezoneId });
    await page.goto('/checkin');
    await page.getByRole('radio', { name: 'Okay', exact: true }).check();
    await page.getByLabel('Where your clock stands').selectOption(timezoneId);
    await page.getByRole('button', { name: 'Check in' }).click();
    await page.getByText('Today: Okay').waitFor();
    await page.getByRole('link', { name: 'Say how yesterday was' }).click();
    await page.getByRole('group', { name: 'How was yesterday, honestly?' }).waitFor();
    await page.getByRole('radio', { name: 'Hard', exact: true }).check();
    await page.getByRole('button', { name: 'Check in' }).click();
    await page.waitForURL('**/checkin/history');
    await page.goto('/');
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('link', { name: 'Look back on yesterday' }).click();
    await page.getByLabel('Looking back on the day').fill('Quieter than I thought');
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('button', { name: 'Say it anew' }).click();
    await page.getByText('Quieter than I thought').waitFor();
    assert.equal(await page.getByRole('link', { name: /Change it, or look back/ }).count(), 2);
    if (world.script) await hasNoBarrier(page);
  });

  test('a strong urge leads straight to people', { script: 'both' }, async (world) => {
    const page = await somebody(world);
    await page.goto('/');
    await page.getByRole('radio', { name: 'Hard', exact: true }).check();
    await page.getByText('A little more, if you like').click();
    await page.getByLabel('How strong is the urge?').selectOption('7');
    await page.getByRole('button', { name: 'Check in' }).click();
    await page.waitForURL('**/support?checked-in');
    await page.getByText('Your check-in is kept.').waitFor();
    await page.getByRole('link', { name: /Call or text a helpline/ }).waitFor();
  });

  test('after a strong urge the first thing is a name, and one press tells them', { script: 'both' }, async (world) => {
    const [one, other] = [await newcomer(world), await newcomer(world)];
    const [page, theirs] = [await signedIn(world, one), await signedIn(world, other)];
    await page.goto('/buddies');
    await page.getByRole('button', { name: 'Make a link' }).click();
    await page.getByText('This is your link.').waitFor();
    const link = new URL((await page.locator('#address').innerText()).replaceAll(/\s/g, '')).pathname;
    await theirs.goto(link);
    await theirs.getByRole('button', { name: 'Yes, gladly' }).click();
    await theirs.waitForURL('**/buddies*');
    await page.goto('/checkin');
    await page.getByRole('radio', { name: 'Hard', exact: true }).check();
    await page.getByLabel('How strong is the urge?').selectOption('7');
    await page.getByRole('button', { name: 'Check in' }).click();
    await page.waitForURL('**/support?checked-in');
    await page.getByRole('heading', { name: 'People who know you' }).waitFor();
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('button', { name: `Tell ${other} that it begins` }).click();
    await page.getByText('Your line stands on their page now.').first().waitFor();
    await theirs.goto('/buddies');
    await theirs.getByText('I begin a hard half-hour now.').first().waitFor();
  });

  test('Today shows the counters that were chosen, and no others', { script: 'both' }, async (world) => {
    const page = await somebody(world);
    for (const name of ['Tea instead', 'Evening walks']) await counts(page, { 'First day': isoDaysAgo(226), 'What do you call it?': name });
    await page.goto('/');
    assert.equal(await page.locator('#counted svg.rings').count(), 2);
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('link', { name: 'Change what this shows Evening walks' }).click();
    await page.getByRole('link', { name: 'Change this counter' }).click();
    await page.getByLabel('Show it on Today').uncheck();
    await page.getByRole('radio', { name: 'Days of this run' }).check();
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('226 days this run').waitFor();
    await page.goto('/');
    assert.equal(await page.locator('#counted svg.rings').count(), 1);
    await page.getByText('Tea instead').first().waitFor();
    await page.getByRole('link', { name: 'All you count' }).click();
    await page.getByText('Evening walks').first().waitFor();
  });

  test('with script a day is a day of the clock on the wall', { script: true }, async (world) => {
    const page = await somebody(world, { timezoneId: 'Pacific/Kiritimati' });
    await page.goto('/');
    assert.equal(await page.locator('#checkin [data-zone]').inputValue(), 'Pacific/Kiritimati');
    await page.goto('/counters/new');
    assert.equal(await page.locator('select[data-zone]').inputValue(), 'Pacific/Kiritimati');
    await page.goto('/checkin');
    await page.getByLabel('Where your clock stands').selectOption('Asia/Tokyo');
    await page.getByRole('radio', { name: 'Okay', exact: true }).check();
    await page.getByRole('button', { name: 'Check in' }).click();
    await page.getByText('Today: Okay').waitFor();
    await page.goto('/checkin');
    assert.equal(await page.getByLabel('Where your clock stands').inputValue(), 'Asia/Tokyo');
    await page.addInitScript(() => { Intl.DateTimeFormat.prototype.resolvedOptions = () => ({ timeZone: 'Etc/Nowhere' }); });
    await page.goto('/counters/new');
    assert.equal(await page.locator('select[data-zone]').inputValue(), 'UTC');
  });

  test('rings grow, a setback takes no day away, and is taken back', { script: 'both' }, async (world) => {
    const page = await somebody(world);
    await counts(page, { 'First day': isoDaysAgo(226), 'What do you call it?': 'Tea instead' });
    await page.getByText('226 days').first().waitFor();
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('link', { name: 'Tell of a setback' }).click();
    await page.getByText('All 226 days stay.').waitFor();
    assert.ok(await page.getByRole('radio', { name: /Leave it for now/ }).isChecked());
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('radio', { name: /Start a new run/ }).check();
    await page.getByLabel('When was it?').fill(isoDaysAgo(38));
    await page.getByLabel('In your own words').fill('One evening. I am still here.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('38 days this run').waitFor();
    await page.getByText('226 days in all. They stay.').waitFor();
    assert.equal(await page.locator('svg.rings .knot').count(), 1);
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('button', { name: /Take this back/ }).click();
    await page.getByText('Taken back', { exact: true }).waitFor();
    assert.equal(await page.locator('svg.rings .knot').count(), 0);
    await page.goto('/');
    await page.getByText('226 days').first().waitFor();
  });

  test('after the words comes what kind it was, and what matters for it is read first', { script: 'both' }, async (world) => {
    const page = await somebody(world);
    await counts(page, { 'First day': isoDaysAgo(226) });
    await page.getByRole('link', { name: 'Tell of a setback' }).click();
    const order = await page.locator('form [id]').evaluateAll((all) => all.map((each) => each.id));
    assert.ok(order.indexOf('words') < order.indexOf('sort') && order.indexOf('sort') < order.indexOf('turn'), order.join(' '));
    assert.ok(await page.getByRole('radio', { name: 'I would rather not say' }).isChecked());
    await page.getByRole('radio', { name: /Opioids/ }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'For the next hours' }).waitFor();
    assert.match(await page.locator('#card li').first().innerText(), /naloxone/);
    assert.doesNotMatch(page.url(), /opioids/);
    if (world.script) await hasNoBarrier(page);
  });

  test('a setback needs no counter: what kind it was, then what matters for the next hours', { script: 'both' }, async (world) => {
    const page = await somebody(world);
    await page.goto('/support');
    await page.getByRole('link', { name: /I had a setback/ }).click();
    await page.getByRole('heading', { name: 'Thank you for being honest.' }).waitFor();
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('radio', { name: 'Once, or on one day' }).check();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('heading', { name: 'For the next hours' }).waitFor();
    if (world.script) await hasNoBarrier(page);
    await counts(page, { 'First day': isoDaysAgo(226), 'What do you call it?': 'Tea instead' });
    await page.goto('/setback');
    assert.ok(await page.getByRole('radio', { name: /Leave the counters for now/ }).isChecked());
    await page.getByRole('radio', { name: 'Tea instead' }).check();
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.waitForURL(/\/counters\/\d+\?told$/);
    await page.getByText('226 days').first().waitFor();
  });

  // Interface 7.8 and 7.9.
  test('nothing is counted until it is asked for; then two runs are 226 days in all, and the drawing bears the same figures', { script: 'both' }, async (world) => {
    const page = await somebody(world);
    for (const path of ['/', '/counters', '/you']) {
      await page.goto(path);
      assert.equal(await page.locator('.rings, .hero').count(), 0, path);
    }
    await hasTwoRuns(page);
    await page.goto('/');
    const hero = await page.locator('.hero').innerText();
    const name = await page.locator('svg.rings').getAttribute('aria-label');
    for (const [where, text] of Object.entries({ hero, name })) {
      assert.match(text.replaceAll(/\s+/g, ' '), /226 days in all/, where);
      for (const figure of ['38 days this run', 'longest run so far, 188 days']) assert.ok(text.includes(figure), `${where}: ${text}`);
    }
  });

  // Interface 7.10.
  test('a setback left as it is takes nothing away, and no page says that a count begins anew', { script: 'both' }, async (world) => {
    const page = await somebody(world);
    const address = await hasTwoRuns(page);
    await tellsOfSetback(page, undefined, undefined);
    for (const path of ['/', address, '/counters', `${address}/edit`, '/checkin', '/checkin/history', '/you', '/news']) {
      await page.goto(path);
      const text = `${await said(page)} ${(await page.locator('svg.rings').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')))).join(' ')}`;
      assert.doesNotMatch(text, /\b0 days\b|\bday (1|one)\b/i, path);
      if (['/', address, '/counters'].includes(path)) assert.match(text.replaceAll(/\s+/g, ' '), /226 days in all/, path);
    }
  });

  // Interface 7.11.
  test('begun again and brought back, every figure is as it was', { script: 'both' }, async (world) => {
    const page = await somebody(world);
    const address = await hasTwoRuns(page);
    const before = await figures(page, address);
    await tellsOfSetback(page, /Begin again at day one/, isoDaysAgo(3));
    const begun = await figures(page, address);
    assert.match(begun[0], /3 days/);
    assert.ok(before.every((each, at) => each !== begun[at]), 'every one of them has changed');
    await page.locator('#told li', { hasText: 'Begun again' }).getByRole('button', { name: /Take this back/ }).click();
    await page.locator('#told').getByText('Taken back', { exact: true }).waitFor();
    assert.deepEqual(await figures(page, address), before);
    await page.getByRole('button', { name: /Bring this back/ }).click();
    await page.locator('#told').getByText('Begun again').waitFor();
    assert.deepEqual(await figures(page, address), begun);
  });

  test('Today with rings and a card holds on a desk and at 320', { script: true }, async (world) => {
    for (const extra of [DESK, { viewport: { width: 320, height: 640 } }]) {
      const page = await somebody(world, extra);
      await counts(page, { 'First day': isoDaysAgo(90) });
      for (const path of ['/', '/checkin', '/checkin/history', '/counters', '/counters/new']) {
        await page.goto(path);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} scrolls sideways`);
        await hasNoBarrier(page);
      }
      await page.goto('/');
      await page.getByRole('heading', { name: 'Ninety days.' }).waitFor();
      await page.getByRole('link', { name: 'Tell it' }).click();
      await page.waitForURL('**/share?kind=milestone');
    }
  });
};
