// Telling of something, looking at it, deciding, and what each of them reads afterwards.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { asks, comesIn, line, signedIn, thread } from './town.mjs';

const [WRITER, FIRST, SECOND] = ['Early Lark', 'Slow River', 'Open Window'];
/** Somebody nobody else tells of: who tells twice of the same has told once. Nor does one person tell of more than a dozen things an hour. */
const ANOTHER = 'Mossy Stone';

/** Those who look after a group, by name. */
async function keepers(page) {
  await page.goto('/g/night-owls/about');
  return page.locator('section', { hasText: 'Who looks after it' }).locator('li b').allInnerTexts();
}

async function tells(world, name, id, reason, words) {
  const page = await signedIn(world, name);
  await page.goto(`/p/${id}`);
  await page.locator('#post .menu summary').click();
  await page.getByRole('link', { name: 'Tell the people who look after this' }).first().click();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Choose what is the matter').first().waitFor();
  if (world.script) await hasNoBarrier(page);
  await page.getByLabel(reason).check();
  await page.getByLabel('A line, if you like').fill(words);
  // They read on what they told of.
  await page.getByLabel('Fold it for me').uncheck();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Thank you. Somebody will look at it.').waitFor();
  if (world.script) await hasNoBarrier(page);
  return page;
}

export default ({ test }) => {
  test('two tell of one post, somebody takes it and decides, and each reads what concerns them', { script: 'both' }, async (world) => {
    world.forgives(/status of (422|404)/);
    const words = line('Ask me about a bed');
    const id = await thread(world, WRITER, 'night-owls', words);
    const first = await tells(world, FIRST, id, 'Sells treatment', 'They sent me the same.');
    await tells(world, SECOND, id, 'Something else', 'It feels like dealing.');

    const visitor = await signedIn(world, SECOND);
    const [name, other] = (await keepers(visitor)).filter((each) => ![WRITER, FIRST, SECOND].includes(each));
    const keeper = await signedIn(world, name);
    await keeper.goto(`/p/${id}`);
    await keeper.locator('section.case', { hasText: '2 people told us about this post.' }).getByRole('link').click();
    await keeper.waitForURL('**/look/*');
    const main = keeper.locator('main');
    assert.match(await main.innerText(), /Somebody may be selling treatment/);
    assert.match(await main.innerText(), /They sent me the same\./);
    for (const teller of [FIRST, SECOND]) assert.ok(!(await main.innerHTML()).includes(teller), teller);
    await keeper.getByText('Read it').or(keeper.locator('.case details.fold summary')).first().click();
    assert.ok((await main.innerText()).includes(words));
    if (world.script) await hasNoBarrier(keeper);
    await keeper.getByRole('button', { name: "I'll take this" }).click();
    await keeper.getByText('You are looking at this.').waitFor();
    if (other) {
      const second = await signedIn(world, other);
      await second.goto(keeper.url());
      await second.getByText(`${name} is looking at this.`).waitFor();
      assert.equal(await second.getByRole('button', { name: 'Decide' }).count(), 0);
    }
    await keeper.getByLabel('Put it out of sight').check();
    await keeper.getByLabel('A sentence for whoever wrote it').fill('We sell nothing here.');
    await keeper.getByRole('button', { name: 'Decide', exact: true }).click();
    await keeper.waitForURL((url) => url.pathname === '/look');
    if (world.script) await hasNoBarrier(keeper);
    await keeper.goto('/look/done');
    assert.match(await keeper.locator('main').innerText(), /We sell nothing here\./);
    if (world.script) await hasNoBarrier(keeper);

    await first.goto('/concerns');
    await first.getByText('did something about it').first().waitFor();
    const writer = await signedIn(world, WRITER);
    await writer.goto('/decisions');
    const own = writer.locator('article', { hasText: words });
    await own.getByText('We sell nothing here.').waitFor();
    if (world.script) await hasNoBarrier(writer);
    await own.getByLabel('Your answer').fill('It was my sister’s house.');
    await own.getByRole('button', { name: 'Send' }).click();
    await writer.getByText('Somebody else reads this').first().waitFor();
    assert.equal((await first.goto(`/p/${id}`)).status(), 404);

    await keeper.goto('/look/done');
    await keeper.locator('li', { hasText: 'We sell nothing here.' }).first().getByRole('button').click();
    await first.goto(`/p/${id}`);
    assert.ok((await first.locator('#post').innerText()).includes(words));
  });

  test('whoever tells has it folded for themself alone, reads why, and opens it again', { script: 'both' }, async (world) => {
    const words = line('It says where she works');
    const id = await thread(world, WRITER, 'night-owls', words);
    const teller = await signedIn(world, SECOND);
    await teller.goto(`/p/${id}/concern`);
    await teller.getByLabel('Gives somebody away').check();
    assert.ok(await teller.getByLabel('Fold it for me').isChecked());
    if (world.script) await hasNoBarrier(teller);
    await teller.getByRole('button', { name: 'Send' }).click();
    await teller.getByText('Thank you. Somebody will look at it.').waitFor();
    await teller.goto(`/p/${id}`);
    await teller.locator('#post details.fold summary', { hasText: 'You told of this' }).waitFor();
    assert.ok(!(await teller.locator('#post').innerText()).includes(words));
    if (world.script) await hasNoBarrier(teller);
    const other = await signedIn(world, FIRST);
    await other.goto(`/p/${id}`);
    assert.ok((await other.locator('#post').innerText()).includes(words), 'nobody else has it folded');

    const keeper = await signedIn(world, 'Lanternlit Moth');
    await keeper.goto(`/p/${id}`);
    await keeper.locator('section.case').getByRole('link').click();
    await keeper.getByLabel('Words for the others who look after this').fill('I asked her first.');
    await keeper.getByRole('button', { name: 'Leave this note' }).click();
    await keeper.locator('#notes li', { hasText: 'I asked her first.' }).waitFor();
    if (world.script) await hasNoBarrier(keeper);
    await keeper.locator('#verb input[value=fine]').check();
    await keeper.locator('#words').fill('She said so herself, and agrees.');
    await keeper.getByLabel('Those who told us read this sentence, too').check();
    await keeper.getByRole('button', { name: 'Decide', exact: true }).click();
    await keeper.waitForURL((url) => url.pathname === '/look');
    await teller.goto('/concerns');
    await teller.locator('main li', { hasText: 'She said so herself, and agrees.' }).first().waitFor();
    if (world.script) await hasNoBarrier(teller);
    await teller.goto(`/p/${id}`);
    await teller.getByRole('button', { name: 'Show it to me again' }).click();
    await teller.locator('#post .voice', { hasText: words }).waitFor();
    assert.ok((await teller.locator('#post').innerText()).includes(words));
  });

  test('words go and their writer rests in one press, and one more brings both back', { script: 'both' }, async (world) => {
    world.forgives(/status of 404/);
    const name = world.script ? 'Copper Bell' : 'Copper Spoon';
    await comesIn(world, name);
    await asks(world, name, 'POST', '/groups/night-owls/join', {});
    const words = line('You all are fools');
    const id = await thread(world, name, 'night-owls', words);
    await asks(world, SECOND, 'POST', '/concerns', { thread: id, reason: 'cruel' });
    const keeper = await signedIn(world, 'Lanternlit Moth');
    await keeper.goto(`/p/${id}`);
    await keeper.locator('section.case').getByRole('link').click();
    await keeper.getByText('came this week').first().waitFor();
    await keeper.getByLabel('What they will read').fill('These words hurt.');
    if (world.script) await hasNoBarrier(keeper);
    await keeper.getByRole('button', { name: 'Remove and pause' }).click();
    await keeper.waitForURL((url) => url.pathname === '/look');
    await keeper.goto('/look/people');
    await keeper.locator('li', { hasText: name }).first().waitFor();
    if (world.script) await hasNoBarrier(keeper);
    const first = await signedIn(world, FIRST);
    assert.equal((await first.goto(`/p/${id}`)).status(), 404);
    const writer = await signedIn(world, name);
    await writer.goto('/decisions');
    assert.equal(await writer.locator('article', { hasText: 'These words hurt.' }).count(), 1, 'one letter');
    await keeper.goto('/look/done');
    await keeper.locator('li', { hasText: 'These words hurt.' }).first().getByRole('button').click();
    assert.equal((await first.goto(`/p/${id}`)).status(), 200);
  });

  test('somebody who is out of a group is let back from the list of those who are', { script: 'both' }, async (world) => {
    const name = world.script ? 'Late Sorrel' : 'Late Sedge';
    await comesIn(world, name);
    await asks(world, name, 'POST', '/groups/night-owls/join', {});
    const id = await thread(world, name, 'night-owls', line('Nobody here listens'));
    await asks(world, SECOND, 'POST', '/concerns', { thread: id, reason: 'cruel' });
    const keeper = await signedIn(world, 'Lanternlit Moth');
    await keeper.goto(`/p/${id}`);
    await keeper.locator('section.case').getByRole('link').click();
    await keeper.locator('input[name=verb][value=close]').check();
    await keeper.locator('#words').fill('Not here any more.');
    await keeper.getByRole('button', { name: 'Decide', exact: true }).click();
    await keeper.waitForURL((url) => url.pathname === '/look');
    await keeper.goto('/look/people');
    if (world.script) await hasNoBarrier(keeper);
    await keeper.getByRole('button', { name: `Let back ${name}` }).click();
    await keeper.waitForURL((url) => url.pathname === '/look/people');
    assert.equal(await keeper.getByRole('button', { name: `Let back ${name}` }).count(), 0);
    const writer = await signedIn(world, name);
    await writer.goto('/decisions');
    await writer.locator('article', { hasText: 'Not here any more.' }).getByText('This was taken back.').waitFor();
    if (world.script) await hasNoBarrier(writer);
  });

  test('everybody reads what was done, without names', { script: 'both' }, async (world) => {
    const page = await world.visitor();
    await page.goto('/what-we-did');
    await page.getByRole('heading', { name: 'What we did' }).waitFor();
    if (world.script) await hasNoBarrier(page);
  });

  test('all that somebody wrote is looked through, goes in one act, and comes back', { script: 'both' }, async (world) => {
    world.forgives(/status of 404/);
    const name = world.script ? 'Brass Kettle' : 'Brass Lantern';
    await comesIn(world, name);
    await asks(world, name, 'POST', '/groups/night-owls/join', {});
    const words = line('Beds from tonight');
    const ids = [await thread(world, name, 'night-owls', words), await thread(world, name, 'night-owls', line('Call this number'))];
    await asks(world, FIRST, 'POST', '/concerns', { thread: ids[0], reason: 'solicitation' });
    const keeper = await signedIn(world, 'Lanternlit Moth');
    await keeper.goto(`/p/${ids[0]}`);
    await keeper.locator('section.case', { hasText: 'One person told us about this post.' }).getByRole('link').click();
    await keeper.getByRole('link', { name: 'All they wrote in this group' }).click();
    await keeper.getByText('2 posts and replies stand in this group.').waitFor();
    await keeper.getByText('Look through them first').click();
    assert.ok((await keeper.locator('main').innerText()).includes(words));
    if (world.script) await hasNoBarrier(keeper);
    await keeper.getByLabel('Put the writer out of this group').check();
    await keeper.getByRole('button', { name: 'Put all of it out of sight' }).click();
    await keeper.waitForURL((url) => url.pathname === '/look');
    const member = await signedIn(world, FIRST);
    for (const id of ids) assert.equal((await member.goto(`/p/${id}`)).status(), 404);
    // Two parts of one decision: whichever is taken back, both are.
    await keeper.goto('/look/done');
    await keeper.locator('li', { hasText: 'Put out of the group' }).filter({ has: keeper.getByRole('button') }).first().getByRole('button').click();
    for (const id of ids) assert.equal((await member.goto(`/p/${id}`)).status(), 200);
  });

  test('from words in a group a host looks through all of it everywhere, or in the group alone', { script: 'both' }, async (world) => {
    world.forgives(/status of 404/);
    const name = world.script ? 'Tin Kettle' : 'Tin Lantern';
    await comesIn(world, name);
    await asks(world, name, 'POST', '/groups/night-owls/join', {});
    const id = await thread(world, name, 'night-owls', line('Beds from tonight'));
    await asks(world, 'Still Harbor', 'POST', '/concerns', { thread: id, reason: 'solicitation' });
    const keeper = await signedIn(world, 'Lanternlit Moth');
    await keeper.goto(`/p/${id}`);
    await keeper.locator('section.case', { hasText: 'One person told us about this post.' }).getByRole('link').click();
    const { pathname } = new URL(keeper.url());
    assert.equal(await keeper.getByRole('link', { name: 'All they wrote anywhere here' }).count(), 0);
    await keeper.getByRole('button', { name: 'Hand it to the hosts' }).click();
    const host = await signedIn(world, 'Maple 41');
    await host.goto(pathname);
    const [here, everywhere] = ['All they wrote in this group', 'All they wrote anywhere here'].map((words) => host.getByRole('link', { name: words }));
    await here.waitFor();
    await everywhere.click();
    await host.getByText('One post or reply stands where you can read it.').waitFor();
    if (world.script) await hasNoBarrier(host);
    await here.click();
    await host.getByText('One post or reply stands in this group.').waitFor();
    await everywhere.click();
    await host.getByRole('button', { name: 'Put all they wrote anywhere here out of sight' }).click();
    await host.waitForURL((url) => url.pathname === '/look');
    const member = await signedIn(world, FIRST);
    assert.equal((await member.goto(`/p/${id}`)).status(), 404);
    await host.goto('/look/done');
    await host.locator('li', { hasText: 'All they wrote anywhere here put out of sight' }).filter({ has: host.getByRole('button') }).first().getByRole('button').click();
    assert.equal((await member.goto(`/p/${id}`)).status(), 200);
  });

  test('several are picked, looked over and decided at once, and one of them comes back', { script: 'both' }, async (world) => {
    world.forgives(/status of 404/);
    const name = world.script ? 'Copper Finch' : 'Copper Heron';
    await comesIn(world, name);
    await asks(world, name, 'POST', '/groups/night-owls/join', {});
    const ids = [];
    for (const words of ['One place', 'Another place', 'A third place']) {
      ids.push(await thread(world, name, 'night-owls', line(words)));
      await asks(world, 'Still Harbor', 'POST', '/concerns', { thread: ids.at(-1), reason: 'spam' });
    }
    const keeper = await signedIn(world, 'Lanternlit Moth');
    await keeper.goto('/look');
    const mine = keeper.locator('article.case', { hasText: name });
    assert.equal(await mine.count(), 3);
    for (const at of [0, 1]) await mine.nth(at).getByRole('checkbox').check();
    await mine.nth(2).getByRole('button', { name: "I'll take this" }).click();
    await keeper.getByText('You are looking at this.').waitFor();
    await keeper.goto('/look');
    for (const at of [0, 1]) await mine.nth(at).getByRole('checkbox').check();
    const sentence = keeper.getByLabel('A sentence for whoever wrote it');
    await keeper.getByLabel('Put it out of sight').check();
    await sentence.fill('One place is enough.');
    if (world.script) await hasNoBarrier(keeper);
    await keeper.getByRole('button', { name: 'See what would happen' }).click();
    await keeper.getByRole('heading', { name: 'What would happen' }).waitFor();
    await keeper.getByText('2 of the 2 you picked would be decided.').waitFor();
    await keeper.getByText('One name reads this sentence.').waitFor();
    if (world.script) await hasNoBarrier(keeper);
    await keeper.getByRole('button', { name: 'Change something' }).click();
    assert.equal(await sentence.inputValue(), 'One place is enough.');
    assert.equal(await keeper.locator('input[name=case]:checked').count(), 2);
    await keeper.getByRole('button', { name: 'See what would happen' }).click();
    const member = await signedIn(world, FIRST);
    assert.equal((await member.goto(`/p/${ids[0]}`)).status(), 200, 'nothing is done by looking');
    await keeper.getByRole('button', { name: 'Decide about these' }).click();
    await keeper.getByRole('heading', { name: 'What was decided' }).waitFor();
    await keeper.getByText('2 of the 2 you picked were decided.').waitFor();
    if (world.script) await hasNoBarrier(keeper);
    const gone = async () => {
      const seen = [];
      for (const id of ids) seen.push((await member.goto(`/p/${id}`)).status());
      return seen.filter((status) => status === 404).length;
    };
    assert.equal(await gone(), 2);
    await keeper.getByRole('link', { name: 'What we decided' }).click();
    await keeper.locator('li', { hasText: 'One place is enough.' }).first().getByRole('button').click();
    assert.equal(await gone(), 1);
  });

  test('what is about the only host is said to wait', { script: 'both' }, async (world) => {
    const page = await signedIn(world, FIRST);
    await page.goto('/people/maple-41/concern');
    await page.getByText('nobody reads it for now').waitFor();
    if (world.script) await hasNoBarrier(page);
  });

  test('what is about a person is for the hosts', { script: 'both' }, async (world) => {
    await asks(world, 'Still Harbor', 'POST', '/concerns', { person: ANOTHER, reason: 'advances', words: line('Unasked') });
    const host = await signedIn(world, 'Maple 41');
    await host.goto('/look');
    await host.locator('article', { hasText: 'Advances that may not be welcome' }).getByRole('link', { name: 'Look at this' }).first().click();
    assert.match(await host.locator('main').innerText(), new RegExp(ANOTHER));
    await host.getByLabel('Pause the account').waitFor();
    if (world.script) await hasNoBarrier(host);
    await host.getByLabel('It stays as it is').check();
    await host.getByRole('button', { name: 'Decide', exact: true }).click();
    await host.waitForURL((url) => url.pathname === '/look');
  });
};
