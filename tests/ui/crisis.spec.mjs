// Somebody may be in distress: help before posting, a mark of one's own, the lane, and what reaches the writer.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { asks, comesIn, line, signedIn, thread as opens } from './town.mjs';

const [KEEPER, WRITER, READER, HOST] = ['Lanternlit Moth', 'Early Lark', 'Slow River', 'Maple 41'];
const GROUP = 'night-owls';
/** Tells of something, and of nothing else in an hour. */
const TELLER = 'Patient Otter';
const NARROW = { viewport: { width: 390, height: 844 } };

/** Writes words in the form for a new thread, and sends them. */
async function writes(page, words, also = async () => {}) {
  await page.goto(`/share?group=${GROUP}`);
  await page.locator('#body').fill(words);
  await also();
  await page.locator('button[value=send]').first().click();
}

export default ({ test }) => {
  test('heavy words are offered help first, and go up as they are with one more press', { script: 'both' }, async (world) => {
    const page = await signedIn(world, WRITER, NARROW);
    const words = line("I don't want to be here anymore");
    await writes(page, words);
    await page.getByRole('heading', { name: 'Before you post' }).waitFor();
    const danger = await page.locator('#danger').boundingBox();
    const post = page.getByRole('button', { name: 'Post it as it is' });
    assert.ok((await post.boundingBox()).y > danger.y + danger.height, 'help stands above the press');
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('button', { name: 'Go back', exact: false }).or(page.locator('button[value=edit]')).first().click();
    assert.ok((await page.locator('#body').inputValue()).includes(words), 'nothing that was typed is lost');
    await page.locator('button[value=send]').first().click();
    await post.click();
    await page.waitForURL('**/p/**');
    await page.getByText(words).first().waitFor();
    await page.locator('.note.danger a[href="/support"]').first().waitFor();

    const reader = await signedIn(world, READER);
    await reader.goto(new URL(page.url()).pathname);
    const seen = await reader.locator('main').innerText();
    assert.ok(seen.includes(words) && !seen.includes('may need somebody'), 'no public mark');
  });

  test('whoever asks to be looked out for gets a word, answers it, and says that they are safe', { script: 'both' }, async (world) => {
    const page = await signedIn(world, WRITER, NARROW);
    const words = line('A long night');
    await writes(page, words, () => page.getByLabel(/not safe right now/).check());
    await page.waitForURL('**/p/**');
    await page.locator('.note.danger a[href="/support"]').first().waitFor();
    const thread = new URL(page.url()).pathname;

    const keeper = await signedIn(world, KEEPER);
    const card = async () => {
      await keeper.goto('/look');
      return keeper.locator('section[aria-labelledby=lane] article.case', { hasText: words }).first();
    };
    for (let tries = 0; tries < 20 && !await (await card()).isVisible(); tries += 1) await keeper.waitForTimeout(250);
    if (world.script) await hasNoBarrier(keeper);
    await (await card()).locator('a.btn').click();
    await keeper.getByRole('heading', { name: 'What may help' }).waitFor();
    if (world.script) await hasNoBarrier(keeper);
    const kind = line('I am here for an hour');
    await keeper.locator('#care_words').fill(kind);
    await keeper.getByRole('button', { name: 'Send it to them' }).click();
    await keeper.getByRole('listitem').filter({ hasText: kind }).waitFor();

    await page.goto('/care');
    const article = page.locator('article.case', { hasText: kind });
    await article.waitFor();
    assert.ok(!(await page.locator('main').innerText()).includes(KEEPER), 'no name of a keeper');
    if (world.script) await hasNoBarrier(page);
    const thanks = line('Thank you');
    await article.getByLabel('Your answer').fill(thanks);
    await article.getByRole('button', { name: 'Send' }).click();
    await page.locator('blockquote', { hasText: thanks }).waitFor();
    await keeper.reload();
    await keeper.getByRole('listitem').filter({ hasText: thanks }).waitFor();

    await page.goto(thread);
    await page.getByRole('button', { name: 'I’m safe now' }).click();
    await page.waitForURL(`**${thread}**`);
    assert.equal(await page.getByRole('button', { name: 'I’m safe now' }).count(), 0);
  });

  test('whoever is paused finds what was written to them, and answers it', { script: 'both' }, async (world) => {
    const name = world.script ? 'Copper Willow' : 'Copper Alder';
    await comesIn(world, name);
    await asks(world, name, 'POST', `/groups/${GROUP}/join`, {});
    const id = await opens(world, name, GROUP, line('Nobody is here tonight'));
    await asks(world, TELLER, 'POST', '/concerns', { thread: id, reason: 'worried' });
    const { rows } = await asks(world, KEEPER, 'GET', '/look');
    const { id: of } = rows.find(({ author }) => author === name);
    const kind = line('I am here for an hour');
    await asks(world, KEEPER, 'POST', `/look/${of}/write`, { words: kind });
    await asks(world, KEEPER, 'POST', `/look/${of}/close`);
    const address = name.toLowerCase().replaceAll(' ', '-');
    await asks(world, HOST, 'POST', `/host/people/${address}/standing`, { verb: 'pause', reason: 'A week to breathe.' });

    const page = await signedIn(world, name, NARROW);
    await page.goto('/care');
    assert.equal(new URL(page.url()).pathname, '/status');
    await page.getByRole('link', { name: 'Word for you' }).click();
    const article = page.locator('article.case', { hasText: kind });
    await article.waitFor();
    if (world.script) await hasNoBarrier(page);
    const thanks = line('Thank you');
    await article.getByLabel('Your answer').fill(thanks);
    await article.getByRole('button', { name: 'Send' }).click();
    await page.locator('blockquote', { hasText: thanks }).waitFor();
    assert.equal(new URL(page.url()).pathname, '/status/care');
    const again = await asks(world, KEEPER, 'GET', '/look');
    assert.ok(again.rows.some((row) => row.id === of), 'an answer brings it back');
  });

  test('who is on duty is a number on Support, and a host keeps the list', { script: 'both' }, async (world) => {
    const keeper = await signedIn(world, KEEPER);
    await keeper.goto('/look');
    await keeper.getByRole('button', { name: 'For 2 hours' }).click();
    await keeper.getByText('You are, for').waitFor();
    const member = await signedIn(world, WRITER);
    await member.goto('/support');
    await member.getByText('on duty right now').waitFor();
    assert.ok(!(await member.locator('main').innerText()).includes(KEEPER));
    await keeper.goto('/look');
    await keeper.getByRole('button', { name: 'I’m off duty' }).click();
    await keeper.getByRole('button', { name: 'For 2 hours' }).waitFor();
  });
};
