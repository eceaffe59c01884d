// What was told of a thread stands on top of it; what was done is counted for everybody; somebody's first days have a gentler
// pace; and people who answer first go before others where somebody tells of a setback.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { HOST } from './pages.mjs';
import { asks, comesIn, line, signedIn, thread } from './town.mjs';

const [WRITER, READER, KEEPER] = ['Early Lark', 'Slow River', 'Lanternlit Moth'];
const GROUP = 'night-owls';
const WIDE = { viewport: { width: 1280, height: 900 } };
const said = (page) => page.locator('main').innerText();

/** Sets how many minutes lie between two things a newcomer says. */
async function setsMinutes(page, minutes) {
  await page.goto('/host/newcomers');
  await page.locator('#minutes').fill(minutes);
  await page.getByRole('button', { name: 'Save' }).click();
}

export default ({ test }) => {
  test('whoever looks after a group takes what was told on the page of the thread itself, and nobody else sees it', { script: 'both' }, async (world) => {
    const id = await thread(world, WRITER, GROUP, line('Harsh words'));
    await asks(world, READER, 'POST', '/concerns', { thread: id, reason: 'cruel' });
    const keeper = await signedIn(world, KEEPER);
    await keeper.goto(`/p/${id}`);
    const card = keeper.locator('section.case');
    assert.match(await card.innerText(), /This may be cruel[^]*One person told us about this post\./);
    if (world.script) await hasNoBarrier(keeper);
    await card.getByRole('button', { name: "I'll take this" }).click();
    await keeper.waitForURL('**/look/*');
    await keeper.goto(`/p/${id}`);
    await card.getByText('You are looking at this.').waitFor();
    if (world.script) await hasNoBarrier(keeper);
    for (const name of [WRITER, READER]) {
      const page = await signedIn(world, name);
      await page.goto(`/p/${id}`);
      assert.ok(!(await said(page)).includes('told us'), name);
    }
    await card.getByRole('link').click();
    await keeper.getByLabel('It stays as it is').check();
    await keeper.getByRole('button', { name: 'Decide', exact: true }).click();
    await keeper.waitForURL((url) => url.pathname === '/look');
  });

  test('a host says who reads what was done', { script: 'both' }, async (world) => {
    world.forgives(/status of 40[13]/);
    const host = await signedIn(world, HOST, WIDE);
    await host.goto('/what-we-did');
    await host.getByRole('heading', { name: 'What we promise' }).waitFor();
    if (world.script) await hasNoBarrier(host);
    const visitor = await world.visitor();
    for (const [label, readers] of [['Members alone', 'members'], ['Everybody who comes by', 'everyone']]) {
      await host.getByLabel(label).check();
      await host.getByRole('button', { name: 'Save' }).click();
      await host.locator(`input[name=readers][value=${readers}][checked]`).waitFor();
      await visitor.goto('/what-we-did');
      assert.equal(await visitor.getByRole('heading', { name: 'What we promise' }).count(), readers === 'everyone' ? 1 : 0);
    }
    if (world.script) await hasNoBarrier(visitor);
  });

  test('somebody new reads that a little time lies between two things, and loses nothing they typed', { script: 'both' }, async (world) => {
    world.forgives(/status of (422|429)/);
    const host = await signedIn(world, HOST, WIDE);
    await setsMinutes(host, '99');
    await host.getByText('Choose 0 to 60.').first().waitFor();
    if (world.script) await hasNoBarrier(host);
    await setsMinutes(host, '5');
    const name = world.script ? 'Fresh Reed' : 'Fresh Fern';
    await comesIn(world, name);
    await asks(world, name, 'POST', `/groups/${GROUP}/join`, {});
    const theirs = await thread(world, READER, GROUP, line('How was the day'));
    const page = await signedIn(world, name);
    for (const words of [line('It went well'), line('And yours')]) {
      await page.goto(`/p/${theirs}/reply`);
      await page.getByText('In your first days, 5 minutes lie').waitFor();
      if (world.script) await hasNoBarrier(page);
      await page.locator('#body').fill(words);
      await page.locator('button[value=send]').click();
      if (words.startsWith('It went')) await page.waitForURL((url) => !url.pathname.endsWith('/reply'));
      else assert.equal((await page.locator('#body').inputValue()).trim(), words);
    }
    await page.getByText('Your words are here.').first().waitFor();
    if (world.script) await hasNoBarrier(page);
    await setsMinutes(host, '0');
  });

  test('people who answer first go before others until the writer lets everybody answer', { script: 'both' }, async (world) => {
    world.forgives(/status of 409/);
    const keeper = await signedIn(world, KEEPER);
    await keeper.goto('/look');
    await keeper.getByRole('button', { name: 'For 2 hours' }).click();
    await keeper.getByText('You are, for').waitFor();
    const id = await thread(world, WRITER, GROUP, line('I drank last night'), { kind: 'setback' });
    const reader = await signedIn(world, READER);
    await reader.goto(`/p/${id}/reply`);
    await reader.getByText('People who answer first are on the way.').waitFor();
    if (world.script) await hasNoBarrier(reader);
    const words = line('Glad you said it');
    await reader.locator('#body').fill(words);
    await reader.locator('button[value=send]').click();
    await reader.getByText('Your words are here.').first().waitFor();
    assert.equal((await reader.locator('#body').inputValue()).trim(), words);
    if (world.script) await hasNoBarrier(reader);

    const writer = await signedIn(world, WRITER);
    await writer.goto(`/p/${id}`);
    await writer.getByText('People who answer first go before others').waitFor();
    if (world.script) await hasNoBarrier(writer);
    await writer.getByRole('button', { name: 'Let everybody answer now' }).click();
    await writer.waitForURL(`**/p/${id}`);
    await reader.locator('button[value=send]').click();
    await reader.waitForURL((url) => !url.pathname.endsWith('/reply'));
    assert.ok((await said(reader)).includes(words));
    await keeper.goto('/look');
    await keeper.getByRole('button', { name: 'I’m off duty' }).click();
  });
};
