// Two communities on one machine: they become partners, and a member of one reads and answers in a group of the other.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { becomePartners, comesToSay, host, opensToPartners, speaksWith } from './elsewhere.mjs';
import { sends, tellsWhatIsWrong } from './faults.mjs';
import { clipsNothing, fitsTheWindow, leavesRoom } from './layout.mjs';
import { HOST, MEMBER } from './pages.mjs';
import { asks, line, signedIn, thread } from './town.mjs';

// Tall: what the bar at the foot covers for a moment is no barrier.
const WIDTHS = [{ width: 320, height: 2_000 }, { width: 390, height: 2_000 }, { width: 1280, height: 2_000 }];

async function isOpenToAll(page, { script }) {
  for (const size of WIDTHS) {
    await page.setViewportSize(size);
    await fitsTheWindow(page);
    await clipsNothing(page);
    await leavesRoom(page);
    // axe is a script itself.
    if (script) await hasNoBarrier(page);
  }
}

const said = (page) => page.locator('main').innerText();

/** From a case about words that came, a host says what the whole community may do, and takes that back. */
async function saysOfAll(there, birch, of) {
  const { rows } = await asks(there, MEMBER, 'GET', `/threads/${of.id}/replies`);
  await asks(there, MEMBER, 'POST', '/concerns', { thread: of.id, reply: rows[0].id, reason: 'spam' });
  const keeper = await signedIn(there, 'Lanternlit Moth');
  await keeper.goto(`/p/${of.id}`);
  await keeper.locator('section.case').getByRole('link').click();
  await keeper.getByText('do not read this').waitFor();
  await isOpenToAll(keeper, there);
  await keeper.getByRole('button', { name: 'Hand it to the hosts' }).click();
  await keeper.waitForURL((url) => url.pathname === '/look');
  await birch.goto('/look');
  await birch.locator('article.case', { hasText: 'So am I, over here.' }).locator('a.btn').click();
  await birch.waitForURL(/\/look\/\w+$/);
  await isOpenToAll(birch, there);
  await birch.getByRole('link', { name: 'What the whole community they are of may do here' }).click();
  await birch.waitForURL('**/community');
  await isOpenToAll(birch, there);
  await birch.locator('input[name=stance][value=hold]').check();
  await birch.locator('input[name=why][value=spam]').check();
  await birch.getByRole('button', { name: 'Decide' }).click();
  await birch.waitForURL((url) => !url.pathname.endsWith('/community'));
  await birch.goto('/look/done');
  const row = birch.locator('li', { hasText: of.host });
  await row.getByText('What comes from a community waits for a look').first().waitFor();
  await isOpenToAll(birch, there);
  await row.getByRole('button').first().click();
  await row.getByText('taken back').first().waitFor();
}

export default ({ test }) => {
  test('a member finds a group of a partner, joins it, reads and answers there, and takes the answer back', { seconds: 180, alone: true }, async (here) => {
    const there = await here.neighbour();
    const [alder, birch] = await becomePartners(here, there);
    await opensToPartners(birch, 'night-owls');

    const page = await signedIn(here, MEMBER);
    await page.goto('/groups');
    await page.getByRole('link', { name: 'Groups of other communities' }).click();
    await page.waitForURL('**/groups/elsewhere');
    await isOpenToAll(page, here);
    await page.getByRole('link', { name: `Groups of ${host(there)}` }).click();
    await page.waitForURL(`**/groups/elsewhere/${host(there)}`);
    await isOpenToAll(page, here);
    await page.locator('form:has(input[value$="/g/night-owls"]) button').click();
    await page.waitForURL('**/about');
    await page.goto('/groups/elsewhere');
    await page.locator('#address').fill(`@night-owls@${host(there)}`);
    await page.getByRole('button', { name: 'Look' }).click();
    await page.waitForURL('**/about');
    assert.match(await said(page), new RegExp(`A group of ${host(there)}`));
    await isOpenToAll(page, here);
    const group = new URL(page.url()).pathname.replace('/about', '');
    await page.locator('form[action$="/join"] button').first().click();
    await comesToSay(page, '/groups/elsewhere', 'its posts come here');
    await isOpenToAll(page, here);

    const words = line('Awake by the window');
    const id = await thread(there, MEMBER, 'night-owls', words, { reach: 'partners' });
    await comesToSay(page, group, words);
    await page.locator(`main a[href^="/p/"]`, { hasText: words }).first().click();
    await page.waitForURL('**/p/*');
    assert.match(await said(page), new RegExp(host(there)), 'it says where the writer is from');
    await isOpenToAll(page, here);
    const copy = new URL(page.url()).pathname;
    await page.goto(`${copy}/reply`);
    await page.locator('#body').fill('So am I, over here.');
    await page.locator('button[name=step][value=send]').click();
    await page.waitForURL((url) => !url.pathname.endsWith('/reply'));

    const reader = await signedIn(there, HOST);
    await comesToSay(reader, `/p/${id}`, 'So am I, over here.');
    assert.match(await said(reader), new RegExp(`river@${host(here)}|River.*${host(here)}`, 'is'), 'and from where its writer is');
    await isOpenToAll(reader, there);

    await saysOfAll(there, birch, { id, host: host(here) });

    const { rows } = await asks(here, MEMBER, 'GET', `/threads/${copy.slice(3)}/replies`);
    const mine = `${copy}/r/${rows[0].id}`;
    await page.goto(`${mine}/delete`);
    assert.match(await said(page), new RegExp(`Communities that were given your words\\s+${host(there)}`), 'whoever takes words back reads where they went');
    await isOpenToAll(page, here);
    await page.locator('main form button').first().click();
    here.forgives(/status of 410/);
    const gone = await page.goto(mine);
    assert.equal(gone.status(), 410);
    assert.match(await said(page), /The writer took this back/);
    await comesToSay(reader, `/p/${id}`, 'So am I, over here.', { not: true });
    await page.goto('/you/data');
    await page.getByRole('link', { name: 'Copies in other communities' }).click();
    await page.waitForURL('**/you/data/copies');
    await comesToSay(page, '/you/data/copies', 'Nothing that you took back in the last 30 days waits for a yes.');
    await isOpenToAll(page, here);
    await page.goto(`${copy}/concern`);
    assert.match(await said(page), /Also tell the people who keep it there/);
    assert.equal(await page.locator('input[name=elsewhere]').isChecked(), false, 'nothing leaves unless somebody says so');
    await isOpenToAll(page, here);

    await alder.goto(`/host/partners/${host(there)}/came`);
    assert.match(await said(alder), /Taken in/);
    await isOpenToAll(alder, here);
  });

  test('an address that leads to no group is told with its field, and what was typed stays', {}, async (world) => {
    world.forgives(/status of 422/);
    const page = await signedIn(world, HOST);
    await speaksWith(page, 'partners');
    await page.goto('/groups/elsewhere');
    await sends(page, { fill: { address: 'the night owls' }, press: 'Look' });
    await tellsWhatIsWrong(page, ['address']);
    assert.equal(await page.locator('#address').inputValue(), 'the night owls');
    await isOpenToAll(page, world);
    await sends(page, { fill: { address: '@owls@nobody.example' }, press: 'Look' });
    await tellsWhatIsWrong(page, ['address']);
  });
};
