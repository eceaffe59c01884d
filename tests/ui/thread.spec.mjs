// Reading and answering.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { becomePartners, comesToSay, follows, host, opensToPartners } from './elsewhere.mjs';
import { fitsTheWindow } from './layout.mjs';
import { MEMBER } from './pages.mjs';
import { line, reply, signedIn, thread } from './town.mjs';

const NARROW = { width: 320, height: 640 };
const WORDS = ['With you', 'Same here', 'Proud of you', 'Thank you'];

/** What the kind words under a post say now, and which of them is pressed. */
const actsOf = (page) => page.locator('#post .acts').first().evaluate((acts) =>
  [...acts.querySelectorAll('button')].map((each) => `${each.innerText.replaceAll(/\s+/g, ' ')}|${each.ariaPressed}`));

async function presses(page, { script }, word) {
  const was = await actsOf(page);
  await page.locator('#post .react', { hasText: word }).click();
  if (script) {
    await page.waitForFunction((old) => {
      const pressed = [...document.querySelectorAll('#post .react')].map((each) => each.ariaPressed).join();
      return pressed !== old;
    }, was.map((each) => each.split('|')[1]).join());
  } else {
    await page.waitForURL('**#post');
  }
}

/** Each reply on the page: how wide it and its parts are, and to whom it says it is. */
const articlesOf = (page) => page.locator('.thread article').evaluateAll((all) => all.map((each) => {
  const link = each.querySelector('.to a');
  const above = each.closest('li')?.parentElement.closest('li')?.querySelector(':scope > article');
  const wide = (part) => part.getBoundingClientRect().width;
  return {
    id: each.id,
    width: wide(each),
    narrow: [...each.querySelectorAll(':scope > .voice, :scope > .acts')].filter((part) => wide(part) < 200).map((part) => part.className),
    ...(above && { under: above.id }),
    ...(link && { to: { words: link.innerText, href: link.getAttribute('href') } }),
  };
}));

export default ({ test }) => {
  test('a kind word is put and taken back, and stays so when the page is asked for again', {}, async (world) => {
    const id = await thread(world, 'Quiet Heron', 'night-owls', line('A kettle'));
    const page = await signedIn(world, 'Slow River');
    await page.goto(`/p/${id}`);
    const before = await actsOf(page);
    assert.ok(before.length === 4 && before.every((each) => each.endsWith('|false')), String(before));

    await presses(page, world, 'With you');
    const put = await actsOf(page);
    const expected = before.map((each) => (each.startsWith('With you') ? 'With you someone|true' : each));
    assert.deepEqual(put, expected);
    await page.goto(`/p/${id}`);
    assert.deepEqual(await actsOf(page), expected);

    await presses(page, world, 'With you');
    assert.deepEqual(await actsOf(page), before);
  });

  test('no digit is said of any kind word, to a visitor, a member, the writer or the host', {}, async (world) => {
    const id = await thread(world, 'Patient Otter', 'small-wins', line('Painted the long fence'), { no_note_fits: true });
    for (const name of ['Slow River', 'Steady Finch', 'Early Lark']) {
      const page = await signedIn(world, name);
      await page.goto(`/p/${id}`);
      await presses(page, world, 'Proud of you');
    }
    for (const name of [undefined, 'Mended Kettle', 'Patient Otter', 'Maple 41']) {
      const page = name ? await signedIn(world, name) : world.page;
      for (const path of [`/p/${id}`, '/g/small-wins', '/']) {
        await page.goto(path);
        const said = await page.locator('.acts, .cluster > span').allInnerTexts();
        const kind = said.filter((text) => WORDS.some((word) => text.includes(word)));
        assert.ok(path === '/' || kind.some((text) => text.includes('a few')), `${name} at ${path}: ${said}`);
        assert.deepEqual(kind.filter((text) => /\d/.test(text)), [], `${name} at ${path}`);
      }
    }
  });

  test('a new reply is told of within three seconds, and nothing moves until the reader asks', { script: true }, async (world) => {
    const id = await thread(world, 'Quiet Heron', 'night-owls', line('A long night'));
    for (let n = 0; n < 8; n += 1) await reply(world, 'Lanternlit Moth', id, line('Still up'));
    const page = await signedIn(world, 'Slow River');
    const connected = page.waitForResponse((response) => response.url().endsWith('/live'));
    await page.goto(`/p/${id}`);
    await connected;
    const last = page.locator('.thread > li').last();
    await last.scrollIntoViewIfNeeded();
    const from = await page.evaluate(() => scrollY);
    assert.ok(from > 100, `the page scrolls only ${from} px`);
    const place = await last.boundingBox();

    const words = line('I am up too');
    await reply(world, 'Early Lark', id, words);
    const bar = page.getByRole('link', { name: '1 new reply, show' });
    await bar.waitFor({ timeout: 3_000 });
    assert.equal((await last.boundingBox()).y, place.y);
    assert.ok(!(await page.locator('#replies').innerText()).includes(words));
    assert.equal(await page.locator('#say').innerText(), '1 new reply, show');

    await bar.click();
    await page.getByText(words).waitFor();
    assert.ok(await bar.isHidden());
  });

  test('without script, "Check for replies" shows a new one', { script: false }, async (world) => {
    const id = await thread(world, 'Quiet Heron', 'night-owls', line('A quiet night'));
    const page = await signedIn(world, 'Slow River');
    await page.goto(`/p/${id}`);
    const words = line('I am up too');
    await reply(world, 'Early Lark', id, words);
    assert.ok(!(await page.locator('main').innerText()).includes(words));
    await page.getByRole('link', { name: 'Check for replies' }).click();
    await page.waitForURL('**#replies');
    assert.ok((await page.locator('#replies').innerText()).includes(words));
  });

  test('twelve replies deep, a narrow phone still has room for each, and from the third level on each says to whom it is', {}, async (world) => {
    const id = await thread(world, 'Quiet Heron', 'night-owls', line('Down the stairs'));
    const ids = [];
    for (let depth = 1; depth <= 12; depth += 1) {
      const name = depth % 2 ? 'Slow River' : 'Early Lark';
      ids.push(await reply(world, name, id, `${line('A step')} with enough words to need more than one row`, ids.at(-1)));
    }
    const page = await signedIn(world, 'Quiet Heron', { viewport: NARROW });
    const shown = new Map();
    for (let path = `/p/${id}`; path;) {
      await page.goto(path);
      await fitsTheWindow(page);
      for (const each of await articlesOf(page)) shown.set(each.id, { ...shown.get(each.id), ...each });
      path = await page.locator('#replies p > a.btn').evaluateAll((rest) => rest[0]?.getAttribute('href'));
    }
    assert.deepEqual([...shown.keys()].sort(), ids.map((each) => `r${each}`).sort());
    assert.deepEqual([...shown.values()].filter(({ width, narrow }) => width < 200 || narrow.length > 0), []);
    for (const [at, id] of ids.entries()) {
      if (at === 0) continue;
      const { under, to } = shown.get(`r${id}`);
      const place = at >= 2 ? to?.href : under;
      assert.ok(place?.endsWith(ids[at - 1]), `depth ${at + 1}: under ${under}, to ${to?.href}`);
      if (at >= 2) assert.equal(to.words, `to ${at % 2 ? 'Slow River' : 'Early Lark'}`);
    }
  });

  test('what the writer takes back is gone, and says so', {}, async (world) => {
    world.forgives(/status of 410/);
    const words = line('Better unsaid');
    const id = await thread(world, 'Quiet Heron', 'night-owls', words);
    const page = await signedIn(world, 'Quiet Heron');
    await page.goto(`/p/${id}`);
    await page.locator('#post details.menu > summary').click();
    await page.getByRole('link', { name: 'Take back' }).click();
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.waitForLoadState();
    const other = await signedIn(world, 'Slow River');
    const answer = await other.goto(`/p/${id}`);
    assert.equal(answer.status(), 410);
    const seen = await other.locator('main').innerText();
    assert.ok(seen.includes('The writer took this back') && !seen.includes(words), seen);
  });

  // Interface 7.26.
  test('before words are taken back, the two communities that hold copies are named; after, they are gone there too', { seconds: 240, alone: true }, async (here) => {
    here.forgives(/status of 410/);
    const [one, other] = [await here.neighbour(), await here.neighbour()];
    const readers = [];
    for (const there of [one, other]) {
      const [alder] = await becomePartners(here, there);
      if (there === one) await opensToPartners(alder, 'night-owls');
      const reader = await signedIn(there, MEMBER);
      readers.push({ reader, group: await follows(reader, `@night-owls@${host(here)}`) });
    }
    const words = line('Better unsaid to so many');
    const id = await thread(here, 'Quiet Heron', 'night-owls', words, { reach: 'partners' });
    for (const { reader, group } of readers) await comesToSay(reader, group, words);

    const page = await signedIn(here, 'Quiet Heron');
    const holders = page.locator('section[aria-labelledby=elsewhere] li');
    await comesToSay(page, `/p/${id}/delete`, host(one));
    await comesToSay(page, `/p/${id}/delete`, host(other));
    assert.deepEqual((await holders.allInnerTexts()).sort(), [host(one), host(other)].sort());
    if (here.script) await hasNoBarrier(page);
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/delete'));
    const member = await signedIn(here, MEMBER);
    assert.equal((await member.goto(`/p/${id}`)).status(), 410);
    assert.match(await member.locator('main').innerText(), /The writer took this back/);
    for (const { reader, group } of readers) await comesToSay(reader, group, words, { not: true });
  });
};
