// From the first page to a first answer.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { comesBack, everyThread, line, signedIn } from './town.mjs';

const A_FAULT = /status of 422/;

const THIRD = { words: /^\/hello\/words$/, post: /^\/p\/\w+$/ };

/** From the welcome page to the third one, with the six words: two presses, one text, and the box. */
async function arrives(page, words) {
  await page.goto('/');
  await page.getByRole('link', { name: 'Write something now' }).click();
  assert.equal(await page.locator('input[type=email], input[type=tel]').count(), 0);
  await page.getByLabel('What’s going on?').fill(words);
  await page.locator('#agrees').check();
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.waitForURL(({ pathname }) => THIRD[words ? 'post' : 'words'].test(pathname));
  assert.equal(await page.locator('input[type=email], input[type=tel]').count(), 0);
  return (await page.locator('#six li').allInnerTexts()).join(' ');
}

export default ({ test }) => {
  test('the welcome page offers to write, and shows nothing that was said to fewer than everyone', {}, async (world) => {
    const { page } = world;
    await page.goto('/');
    assert.equal(await page.locator('h1').count(), 1);
    assert.equal(await page.getByRole('link', { name: 'Write something now' }).count(), 1);
    const html = await page.content();
    const threads = await everyThread(world);
    const closed = threads.filter(({ reach }) => reach !== 'everyone');
    assert.ok(closed.length >= 20, `only ${closed.length} closed threads to look for`);
    assert.deepEqual(closed.filter(({ title, id }) => html.includes(title) || html.includes(id)), []);
    const open = threads.filter(({ reach, title }) => reach === 'everyone' && html.includes(title));
    assert.ok(open.length > 0, 'no open thread is there either, so the search proves nothing');
  });

  test('a stranger reads their post on the third page, after two presses and one text, under the six words', {}, async (world) => {
    const { page } = world;
    const words = line('Made it through a Wednesday');
    const pages = [];
    page.on('framenavigated', (frame) => pages.push(new URL(frame.url()).pathname));
    const six = await arrives(page, words);
    assert.equal(six.split(' ').length, 6, six);
    const own = new URL(page.url()).pathname;
    assert.deepEqual(pages, ['/', '/hello', own]);
    assert.ok((await page.locator('#post').innerText()).includes(words));
    if (world.script) await hasNoBarrier(page);
    const other = await signedIn(world, 'Early Lark');
    await other.goto(own);
    assert.ok((await other.locator('#post').innerText()).includes(words));
    await page.getByRole('button', { name: 'I’ve kept them' }).click();
    await page.waitForURL((url) => url.pathname === own && url.search === '');
    assert.equal(await page.locator('#six').count(), 0);
    assert.ok((await page.locator('#post').innerText()).includes(words));
  });

  test('"Another" changes the name and keeps the words', {}, async ({ page }) => {
    await page.goto('/hello');
    const name = await page.locator('#name').inputValue();
    await page.locator('#body').fill('Half a sentence');
    await page.getByLabel('Setback').check();
    await page.getByRole('button', { name: 'Another' }).click();
    await page.waitForFunction((old) => (document.querySelector('#name')?.value ?? old) !== old, name);
    assert.notEqual(await page.locator('#name').inputValue(), '');
    assert.equal(await page.locator('#body').inputValue(), 'Half a sentence');
    assert.ok(await page.getByLabel('Setback').isChecked());
  });

  test('coming in without the box says so, leads to the box and keeps the words', {}, async ({ page, forgives }) => {
    forgives(A_FAULT);
    await page.goto('/hello');
    await page.locator('#body').fill('Half a sentence');
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Come in' }).click();
    assert.equal((await answer).status(), 422);
    await page.locator('.faults').waitFor();
    await page.waitForFunction(() => document.activeElement.matches('.faults'));
    await page.locator('.faults a').click();
    await page.waitForFunction(() => document.activeElement.id === 'agrees');
    assert.equal(await page.locator('#body').inputValue(), 'Half a sentence');
  });

  test('the six words are shown once, and let their owner back in', {}, async (world) => {
    const { page, visitor } = world;
    const six = await arrives(page, line('New here'));
    assert.equal(six.split(' ').length, 6, six);
    await page.reload();
    assert.equal(await page.locator('#six').count(), 0);
    assert.ok(await page.getByRole('link', { name: 'Make new words' }).isVisible());
    const name = (await (await page.goto('/you')).text()).match(/<bdi>([^<]+)/)[1];
    const elsewhere = await visitor();
    await comesBack(elsewhere, six);
    await elsewhere.goto('/');
    assert.ok((await elsewhere.locator('h1').innerText()).includes(name));
  });

  // Interface 7.12.
  test('a newcomer waits for a first reply, gets one, and both see it', {}, async (world) => {
    const { page } = world;
    const words = line('I have not told anyone yet');
    const answer = line('You have told us');
    await arrives(page, words);
    const own = new URL(page.url()).pathname;

    const lark = await signedIn(world, 'Early Lark');
    await lark.goto('/waiting');
    await lark.getByRole('heading', { name: 'Waiting for a first reply' }).waitFor();
    const card = lark.locator(`main a[href="${own}"]`);
    await card.click();
    await lark.getByRole('link', { name: 'Say something kind or true' }).click();
    await lark.locator('#body').fill(answer);
    await lark.getByRole('button', { name: 'Send reply' }).click();
    await lark.waitForURL(`**${own}**`);
    assert.ok((await lark.locator('#replies').innerText()).includes(answer));
    await lark.goto('/waiting');
    assert.equal(await lark.locator(`main a[href="${own}"]`).count(), 0);
    await lark.getByRole('heading', { name: 'Waiting for a first reply' }).waitFor();

    await page.goto(own);
    const seen = await page.locator('#replies').innerText();
    assert.ok(seen.includes(answer) && seen.includes('Early Lark'), seen);
    await page.goto('/news');
    assert.ok((await page.locator('main').innerText()).includes('Early Lark'));
  });

  // Interface 7.8.
  test('a new account sees no counter of days', {}, async ({ page }) => {
    await arrives(page, '');
    await page.goto('/');
    const shown = (await page.locator('main').innerText()).replaceAll('First 90 days', '');
    assert.doesNotMatch(shown, /\d+\s+(day|week|month|year)|day\s+\d/i);
    assert.equal(await page.locator('.rings').count(), 0);
  });
};
