// Checks 33 and 35 of the interface, sentence by sentence: two reports are one case, whose taker the others see and whose end all
// three read; and a partner who is kept away gets nothing more from that moment, as the page said above its button.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { becomePartners, comesToSay, follows, host, opensToPartners } from './elsewhere.mjs';
import { HOST, MEMBER } from './pages.mjs';
import { line, signedIn, thread } from './town.mjs';

const [WRITER, FIRST, SECOND] = ['Early Lark', 'Slow River', 'Open Window'];
/** Both look after the group. */
const [TAKER, OTHER] = ['Lanternlit Moth', 'Maple 41'];

const said = (page) => page.locator('main').innerText();

/** Tells of a post through its page. */
async function tells(world, name, id, reason, words) {
  const page = await signedIn(world, name);
  await page.goto(`/p/${id}`);
  await page.locator('#post .menu summary').click();
  await page.getByRole('link', { name: 'Tell the people who look after this' }).first().click();
  await page.getByLabel(reason).check();
  await page.getByLabel('A line, if you like').fill(words);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Thank you. Somebody will look at it.').waitFor();
  return page;
}

/** Every case that is about these words. */
const cases = (page, words) => page.locator('article.case', { hasText: words });

export default ({ test }) => {
  // Interface 7.33.
  test('two reports on one post are one case, a second keeper sees who took it, and the decision reaches both and the writer', {}, async (world) => {
    world.forgives(/status of 404/);
    const [words, sent, priced, sentence] = ['Beds by the sea', 'They sent me the same', 'It has a price list', 'We sell nothing here'].map(line);
    const id = await thread(world, WRITER, 'night-owls', words);
    const told = [
      await tells(world, FIRST, id, 'Sells treatment', sent),
      await tells(world, SECOND, id, 'Something else', priced),
    ];

    const [taker, other] = [await signedIn(world, TAKER), await signedIn(world, OTHER)];
    await taker.goto('/look');
    const one = cases(taker, sent).filter({ hasText: priced });
    assert.equal(await one.count(), 1, 'both lines stand on one card');
    assert.equal(await cases(taker, priced).count(), 1, 'and on no other');
    assert.match(await one.innerText(), /2 people told us/);
    for (const name of [FIRST, SECOND]) assert.ok(!(await one.innerHTML()).includes(name), `${name} is not named`);
    if (world.script) await hasNoBarrier(taker);

    await one.getByRole('link', { name: 'Look at this' }).click();
    await taker.waitForURL('**/look/*');
    const place = new URL(taker.url()).pathname;
    await other.goto(place);
    assert.ok(!(await said(other)).includes(TAKER), 'nobody has it yet');
    await taker.getByRole('button', { name: "I'll take this" }).click();
    await taker.getByText('You are looking at this.').waitFor();
    for (const page of [place, '/look']) {
      await other.goto(page);
      await other.getByText(`${TAKER} is looking at this.`).first().waitFor();
    }
    await other.goto(place);
    assert.equal(await other.getByRole('button', { name: 'Decide', exact: true }).count(), 0, 'it is left to them');
    if (world.script) await hasNoBarrier(other);

    await taker.getByLabel('Put it out of sight').check();
    await taker.getByLabel('A sentence for whoever wrote it').fill(sentence);
    await taker.getByRole('button', { name: 'Decide', exact: true }).click();
    await taker.waitForURL((url) => url.pathname === '/look');
    for (const page of told) {
      await page.goto('/concerns');
      const row = page.locator('main li').first();
      assert.match(await row.innerText(), /Somebody looked and did something about it\./);
      const body = await said(page);
      for (const hidden of [sentence, WRITER, TAKER]) assert.ok(!body.includes(hidden), `${hidden} is not theirs to read`);
      assert.equal((await page.goto(`/p/${id}`)).status(), 404);
    }
    const writer = await signedIn(world, WRITER);
    await writer.goto('/decisions');
    const own = writer.locator('article', { hasText: words });
    assert.match(await own.innerText(), /Your words were put out of sight/);
    assert.ok((await own.innerText()).includes(sentence));
    for (const hidden of [FIRST, SECOND, TAKER, priced]) assert.ok(!(await said(writer)).includes(hidden), hidden);
    if (world.script) await hasNoBarrier(writer);

    await taker.goto('/look/done');
    await taker.locator('li', { hasText: sentence }).first().getByRole('button').click();
    assert.equal((await told[0].goto(`/p/${id}`)).status(), 200, 'and it is taken back');
  });

  test('what was written for a case that somebody else took meanwhile stands on the page', { script: 'both' }, async (world) => {
    world.forgives(/status of 409/);
    const [words, told, typed] = ['A long evening', 'It reads a little harsh', 'A little gentler, please'].map(line);
    const id = await thread(world, WRITER, 'night-owls', words);
    await tells(world, FIRST, id, 'Something else', told);
    const [taker, other] = [await signedIn(world, TAKER), await signedIn(world, OTHER)];
    await taker.goto('/look');
    await cases(taker, told).getByRole('link', { name: 'Look at this' }).click();
    await taker.waitForURL('**/look/*');
    await other.goto(new URL(taker.url()).pathname);
    await other.locator('input[name="verb"][value="note"]').check();
    await other.getByLabel('A sentence for whoever wrote it').fill(typed);
    assert.equal(await other.locator('#left-over').count(), 0, 'the form has it');

    await taker.getByRole('button', { name: "I'll take this" }).click();
    await taker.getByText('You are looking at this.').waitFor();
    await other.getByRole('button', { name: 'Decide', exact: true }).click();
    await other.getByText('What you wrote, so that it is not lost:').waitFor();
    assert.ok((await other.locator('#left-over').innerText()).includes(typed));
    assert.match(await said(other), /Somebody else is looking at this right now/);
    assert.equal(await other.getByRole('button', { name: 'Decide', exact: true }).count(), 0, 'the form is gone');
    if (world.script) await hasNoBarrier(other);
  });

  test('a case is decided right from its card, with words of whoever decides, or as it is', { script: 'both' }, async (world) => {
    const [noted, fine, first, second, sentence] = ['A long evening', 'A short evening', 'It reads a little harsh', 'It reads a little cold', 'A little gentler, please'].map(line);
    for (const [words, told] of [[noted, first], [fine, second]]) await tells(world, FIRST, await thread(world, WRITER, 'night-owls', words), 'Something else', told);
    const page = await signedIn(world, TAKER);
    await page.goto('/look');
    const card = cases(page, first);
    assert.ok(!(await card.getByRole('button', { name: 'A note to the writer' }).isVisible()), 'it is behind a line');
    await card.getByText('Decide here').click();
    if (world.script) await hasNoBarrier(page);
    await card.getByLabel('What they will read').fill(sentence);
    await card.getByRole('button', { name: 'A note to the writer' }).click();
    await page.waitForURL((url) => url.search === '?decided');
    assert.equal(await cases(page, first).count(), 0, 'it is done');
    await page.goto('/look');
    await cases(page, second).getByRole('button', { name: 'It stays as it is' }).click();
    await page.waitForURL((url) => url.search === '?decided');
    await page.goto('/look');
    assert.equal(await cases(page, second).count(), 0, 'and so is this one');

    const writer = await signedIn(world, WRITER);
    await writer.goto('/decisions');
    assert.ok((await said(writer)).includes(sentence), 'they read it');
    assert.ok(!(await said(writer)).includes(fine), 'and nothing of what stays as it is');
  });

  // Interface 7.35.
  test('keeping a partner away stops what goes to them at once, and the page said so above the button', { seconds: 180, alone: true }, async (here) => {
    const there = await here.neighbour();
    const [, birch] = await becomePartners(here, there);
    await opensToPartners(birch, 'night-owls');
    const page = await signedIn(here, MEMBER);
    const group = await follows(page, `@night-owls@${host(there)}`);
    const before = line('Before the door shuts');
    await thread(there, MEMBER, 'night-owls', before, { reach: 'partners' });
    await comesToSay(page, group, before);

    const partner = `/host/partners/${host(here)}`;
    await birch.goto(partner);
    const form = birch.locator(`form[action="${partner}/stance"]`);
    const means = ['Nothing comes in from now on.', 'All else on its way is dropped, and a partnership ends.', 'If they are to stay away: they hold', 'People who talk across both communities lose the thread.'];
    const button = form.getByRole('button');
    for (const sentence of means) {
      const [above, below] = [await form.getByText(sentence).first().boundingBox(), await button.boundingBox()];
      assert.ok(above.y < below.y, `above the button: ${sentence}`);
    }
    if (here.script) await hasNoBarrier(birch);
    await form.locator('input[value=block]').check();
    await button.click();
    await birch.waitForURL(`**${partner}`);

    const after = line('After the door is shut');
    await thread(there, MEMBER, 'night-owls', after, { reach: 'partners' });
    await birch.goto(partner);
    assert.ok(await birch.locator('input[value=block]').isChecked());
    const way = birch.locator('dl.facts div', { hasText: 'On the way to them' });
    assert.match(await way.innerText(), /Nothing\./, 'what was said since is not even on its way');
    await birch.goto(`${partner}/sees`);
    assert.match(await said(birch), /Nothing\. The door is shut for them\./);
    if (here.script) await hasNoBarrier(birch);
    await birch.goto('/g/night-owls');
    assert.ok((await said(birch)).includes(after), 'it stands where it was said');

    // What they took before is asked back: once that is done there, whatever else was sent before it would have come.
    await comesToSay(page, group, before, { not: true });
    assert.ok(!(await said(page)).includes(after), 'nothing said since has come');
  });
};
