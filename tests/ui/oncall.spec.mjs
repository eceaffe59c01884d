// Company right now: two taps ask, somebody with a lamp comes, a third sees nothing; with and without script.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { asks, comesIn, signedIn } from './town.mjs';

const DESK = { viewport: { width: 1280, height: 900 } };
const SMALL = { viewport: { width: 320, height: 640 } };
// People of the town who have been there for long, and are in one group: one pair a way of reading, so that none is asked twice.
const LISTENERS = { true: 'Slow River', false: 'Early Lark' };
/** In no group of those who ask here. */
const APART = 'Mossy Stone';
let guests = 0;

/** Somebody new, in the group of the listener. */
async function somebody(world) {
  const name = `Evening Fern ${String.fromCharCode(65 + (guests += 1))}${world.script ? 'a' : 'b'}`;
  await comesIn(world, name);
  await asks(world, name, 'POST', '/groups/small-wins/join', {});
  return name;
}

async function lights(world, page) {
  await page.goto('/lamp');
  await page.getByRole('radio', { name: 'Two hours' }).check();
  await page.getByRole('button', { name: /Light my lamp|Light it anew/ }).click();
  await page.getByText(/Your lamp is lit for \d+ more minutes/).waitFor();
}

async function darkens(page) {
  await page.goto('/lamp');
  await page.getByRole('button', { name: 'Put it out' }).click();
  await page.getByText('Your lamp is out.').waitFor();
}

/** Two taps from any page; gives the address of the room. */
async function asksNow(page, line, far) {
  await page.goto('/groups');
  await page.locator('header a.support').click();
  if (far) await page.getByRole('radio', { name: far }).check();
  if (line) await page.getByLabel('In one line').fill(line);
  await page.getByRole('button', { name: 'Ask for company' }).click();
  await page.waitForURL(/\/support\/ask\/\w+$/);
  return new URL(page.url()).pathname;
}

export default ({ test }) => {
  test('two taps ask, a lamp hears of it, somebody comes, they talk, and it ends', { script: 'both' }, async (world) => {
    world.forgives(/status of 4(04|09)/);
    const [asker, listener] = [await somebody(world), LISTENERS[world.script]];
    const [ada, maya] = [await signedIn(world, asker), await signedIn(world, listener)];
    const sam = await signedIn(world, 'Mended Kettle');
    await lights(world, maya);
    if (world.script) await hasNoBarrier(maya);
    await maya.goto('/support/asks');
    await maya.getByText('Nobody asks right now.').waitFor();

    const room = await asksNow(ada, 'A long night, and nobody up');
    await ada.getByText(/One person can see it now|people can see it now/).waitFor();
    if (world.script) await hasNoBarrier(ada);
    if (world.script) await maya.getByRole('link', { name: 'Somebody asks. Show' }).click();
    else await maya.getByRole('link', { name: 'Check for something new' }).click();
    await maya.getByText('A long night, and nobody up').waitFor();
    assert.ok(!(await maya.content()).includes(asker), 'no name before somebody comes');
    if (world.script) await hasNoBarrier(maya);

    const answer = await sam.goto(room);
    assert.equal(answer.status(), 404);

    const began = Date.now();
    await maya.getByRole('button', { name: 'Come and listen' }).click();
    await maya.getByText(`You are with ${asker}.`).waitFor();
    // With script it stands there by itself, without a press; without, whoever asked looks.
    if (!world.script) await ada.getByRole('link', { name: 'Check for something new' }).click();
    await ada.getByText(`Someone is with you: ${listener}.`).waitFor();
    if (world.script) assert.ok(Date.now() - began < 5_000);

    await ada.getByLabel('Say something').fill('Half a word that must');
    await maya.getByLabel('Say something').fill('I am here, and in no hurry.');
    await maya.getByRole('button', { name: 'Say it' }).click();
    if (world.script) {
      await ada.getByText('I am here, and in no hurry.').waitFor();
      assert.equal(await ada.getByLabel('Say something').inputValue(), 'Half a word that must', 'what is being typed stays');
    }
    await ada.getByLabel('Say something').fill('Thank you for coming.');
    await ada.getByRole('button', { name: 'Say it' }).click();
    await ada.getByText('I am here, and in no hurry.').waitFor();
    await ada.getByRole('button', { name: 'It is easier now' }).click();
    await ada.getByText('It is easier now. Nobody has to hurry.').waitFor();
    if (world.script) await hasNoBarrier(ada);
    await ada.getByRole('button', { name: 'I am okay for now' }).click();
    await ada.getByText('It is good that you asked.').waitFor();
    assert.ok(!(await ada.content()).includes('in no hurry'));
    if (!world.script) {
      // A goodbye that comes too late is given back.
      await maya.getByLabel('Say something').fill('Sleep well, whoever you are.');
      await maya.getByRole('button', { name: 'Say it' }).click();
      await maya.getByRole('heading', { name: 'This was not sent' }).waitFor();
      await maya.getByText('Sleep well, whoever you are.').waitFor();
    }
    await maya.goto(room);
    await maya.getByText('Thank you for being there.').waitFor();
    if (world.script) await hasNoBarrier(maya);
    await darkens(maya);
  });

  // Interface 7.29. That it is gone within a day needs another clock (tests/support/rooms.rs); that it never leaves for another
  // community is in program.spec.mjs.
  test('an ask is read by those in a group of its writer who have a lamp on, and by nobody else', { script: 'both' }, async (world) => {
    world.forgives(/status of 404/);
    const asker = await somebody(world);
    const page = await signedIn(world, asker);
    const [listener, lit, dark] = [await signedIn(world, LISTENERS[world.script]), await signedIn(world, APART), await signedIn(world, 'Patient Otter')];
    for (const each of [listener, lit]) await lights(world, each);
    for (const each of [listener, lit, dark]) await each.goto('/support/asks');
    const line = `Awake and alone with it ${world.script}`;
    const room = await asksNow(page, line);
    await page.getByText('One person can see it now').waitFor();

    if (world.script) await listener.getByRole('link', { name: 'Somebody asks. Show' }).waitFor();
    await listener.goto('/support/asks');
    await listener.getByText(line).waitFor();
    for (const [who, each] of Object.entries({ 'a lamp in no group of theirs': lit, 'no lamp': dark })) {
      assert.equal(await each.getByRole('link', { name: 'Somebody asks. Show' }).count(), 0, who);
      for (const path of ['/support/asks', '/', '/news', '/g/small-wins', '/support']) {
        await each.goto(path);
        const html = await each.content();
        assert.ok(!html.includes(line) && !html.includes(asker), `${who}: ${path}`);
      }
      assert.equal((await each.goto(room)).status(), 404, who);
    }
    await page.getByRole('button', { name: 'I am okay for now' }).click();
    await page.getByText('Taken back. Nobody reads it any more.').waitFor();
    await listener.goto('/support/asks');
    assert.ok(!(await listener.content()).includes(line), 'closed by its writer, it is gone');
    for (const each of [listener, lit]) await darkens(each);
  });

  test('while nobody is there the page says so, and what else there is', { script: 'both' }, async (world) => {
    const page = await signedIn(world, await somebody(world));
    await page.goto('/support');
    await page.getByText('Nobody whom you can reach has a lamp on right now.').waitFor();
    await page.getByText('So a wider choice is marked below').waitFor();
    assert.ok(await page.getByRole('radio', { name: /^After two minutes/ }).isChecked());
    await asksNow(page, '', /^People in my groups who have a lamp on/);
    await page.getByText('Nobody whom this reaches has a lamp on right now.').waitFor();
    await page.getByRole('link', { name: /Call or text a helpline/ }).waitFor();
    await page.getByRole('link', { name: /Half an hour with a craving/ }).click();
    await page.getByText('A craving comes like a wave').waitFor();
    if (world.script) await hasNoBarrier(page);
    await page.goto('/support');
    await page.getByRole('link', { name: /Back to your room/ }).click();
    await page.getByRole('button', { name: 'Ask more people' }).click();
    await page.getByText('It goes to people in your groups').waitFor();
    await page.getByRole('button', { name: 'I am okay for now' }).click();
    await page.getByText('Taken back. Nobody reads it any more.').waitFor();
    // What was chosen is where the next ask begins; wider is offered once more, in words.
    await asksNow(page, '', /^After five minutes/);
    await page.getByText('If nobody comes, it goes further by itself').waitFor();
    await page.getByRole('button', { name: 'I am okay for now' }).click();
    await page.goto('/support');
    await page.getByText('You let it go further the last time').waitFor();
    assert.ok(await page.getByRole('radio', { name: /^After five minutes/ }).isChecked());
    if (world.script) await hasNoBarrier(page);
  });

  test('a listener hands over, shows the helplines, and is looked after when it is over', { script: 'both' }, async (world) => {
    const [asker, listener] = [await somebody(world), LISTENERS[world.script]];
    const [page, theirs] = [await signedIn(world, asker), await signedIn(world, listener)];
    const third = await signedIn(world, 'Mended Kettle');
    await lights(world, theirs);
    const room = await asksNow(page, 'A third night of this');
    await theirs.goto('/support/asks');
    await theirs.getByRole('button', { name: 'Come and listen' }).click();
    await theirs.getByText(`You are with ${asker}.`).waitFor();
    await theirs.getByRole('button', { name: 'Show the helplines' }).click();
    await theirs.getByText('They see the way to the helplines now.').waitFor();
    await page.goto(room);
    await page.getByRole('heading', { name: 'A helpline could be there, too' }).waitFor();
    await page.getByRole('button', { name: 'Ask for one more' }).click();
    await page.getByText('Nobody else whom this reaches has a lamp on right now.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Ask for one more' }).count(), 0, 'not twice in two minutes');
    if (world.script) for (const each of [page, theirs]) await hasNoBarrier(each);

    await theirs.goto(room);
    await theirs.getByRole('button', { name: 'Hand over to somebody else' }).click();
    await theirs.getByText('You can stay until somebody comes, or go').waitFor();
    await page.goto(room);
    await page.getByText('is with you until somebody else comes').waitFor();
    if (world.script) for (const each of [page, theirs]) await hasNoBarrier(each);
    await lights(world, third);
    await theirs.goto(room);
    await theirs.getByText('One person can see it. You are still here until they come').waitFor();
    await third.goto('/support/asks');
    await third.getByRole('button', { name: 'Come and listen' }).click();
    await third.getByText(`You are with ${asker}.`).waitFor();

    await theirs.goto(room);
    await theirs.getByRole('heading', { name: 'And you?' }).waitFor();
    if (world.script) await hasNoBarrier(theirs);
    await theirs.getByLabel('Not tonight any more').check();
    await theirs.getByLabel('Ask me tomorrow how I am').check();
    await theirs.getByRole('button', { name: 'Keep this' }).click();
    await theirs.getByText('Tomorrow your first page asks how you are.').waitFor();
    await theirs.getByText('Not tonight: nobody asks you for now.').waitFor();
    if (world.script) await hasNoBarrier(theirs);
    await page.goto(room);
    await page.getByRole('button', { name: 'I go on somewhere else' }).click();
    await page.getByText('Helplines are listed by country').waitFor();
    if (world.script) await hasNoBarrier(page);
    await darkens(third);
    await lights(world, theirs);
    await darkens(theirs);
  });

  test('somebody new reads why they may not listen yet, and a visitor has what needs nobody', { script: 'both' }, async (world) => {
    const page = await signedIn(world, await somebody(world));
    await page.goto('/lamp');
    await page.getByText('Those who listen have been here for 4 weeks.').waitFor();
    const visitor = await world.visitor();
    await visitor.goto('/support');
    assert.equal(await visitor.locator('#ask').count(), 0);
    await visitor.getByRole('link', { name: /Half an hour with a craving/ }).click();
    await visitor.getByText('The first ten minutes').waitFor();
  });

  test('the pages of company hold on a desk and at 320', { script: true }, async (world) => {
    const asker = await somebody(world);
    const room = await asksNow(await signedIn(world, asker), 'A line');
    for (const extra of [DESK, SMALL]) {
      for (const [name, paths] of [[asker, ['/support', room, '/support/craving']], ['Slow River', ['/lamp', '/support/asks', '/support/ask']]]) {
        const page = await signedIn(world, name, extra);
        for (const path of paths) {
          await page.goto(path);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} scrolls sideways`);
          await hasNoBarrier(page);
        }
      }
    }
  });
};
