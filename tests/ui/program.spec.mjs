// A program that is not ours, made with Fedify: it follows a group here, reads, answers and takes back; and a member here
// follows a group there.

import assert from 'node:assert/strict';
import { Accept, Announce, Create, Delete, Dislike, EmojiReact, Follow, Group, Like, Undo } from '@fedify/vocab';
import { comesToSay, speaksWith } from './elsewhere.mjs';
import { HOST, MEMBER } from './pages.mjs';
import { anotherProgram } from './robin.mjs';
import { asks, line, signedIn, thread } from './town.mjs';

/** Takes a follower for the open web: what it needs, and nothing else, is open. */
async function facesTheOpenWeb(world, group) {
  const page = await signedIn(world, HOST);
  await speaksWith(page, 'open');
  await page.goto(`/g/${group}/edit`);
  for (const name of ['ceiling', 'reach', 'listed']) await page.locator(`input[name=${name}][value=everyone]`).check();
  await page.locator('form.loose button.wide').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
}

/** A member of the group asks for company, of more and more people, and checks in; gives the words in all of it. */
async function asksAndTells(world, group) {
  const words = line('Within these walls');
  const page = await signedIn(world, MEMBER);
  await page.goto('/checkin');
  await page.getByRole('radio', { name: 'Hard', exact: true }).check();
  await page.locator('#line').fill(words);
  await page.locator('#group').selectOption(group);
  await page.getByRole('button', { name: 'Check in' }).click();
  await page.getByText('Today: Hard').waitFor();
  await page.goto('/support');
  await page.getByLabel('In one line').fill(words);
  await page.getByRole('radio', { name: /^People in my groups who have a lamp on/ }).check();
  await page.getByRole('button', { name: 'Ask for company' }).click();
  await page.waitForURL(/\/support\/ask\/\w+$/);
  await page.getByRole('button', { name: 'Ask more people' }).click();
  await page.getByText('It goes to people in your groups').waitFor();
  return words;
}

/** The object of an activity, or of the one that a group announces. */
async function inner(activity, Kind) {
  const done = activity instanceof Announce ? await activity.getObject() : activity;
  return done instanceof Kind ? done : undefined;
}

export default ({ test }) => {
  test('a program that is not ours follows a group, reads and answers there, takes its words back, and hears no more once it left', { script: false, seconds: 180, alone: true }, async (world) => {
    await facesTheOpenWeb(world, 'night-owls');
    const program = await anotherProgram();
    try {
      const group = await program.reads(`${world.origin}/g/night-owls`);
      assert.ok(group instanceof Group, 'what lies at the address of a group is one');
      assert.equal(group.preferredUsername, 'night-owls');
      const follow = await program.follows(group);
      await program.receives('the answer to the follow', (each) => each instanceof Accept && each.actorId.href === group.id.href);

      const host = await signedIn(world, HOST);
      await host.goto('/host/partners');
      await host.getByRole('link', { name: program.host }).click();
      await host.waitForURL(`**/host/partners/${program.host}`);

      // Interface 7.29: what is asked for company, how somebody is, and what is counted go nowhere. What is said after it comes, so it would have.
      const within = await asksAndTells(world, 'night-owls');

      const words = line('Awake, and the kettle is on');
      const id = await thread(world, MEMBER, 'night-owls', words, { reach: 'everyone' });
      const heard = await program.receives('the new thread', async (each) => {
        const create = await inner(each, Create);
        return create && String((await create.getObject())?.content).includes(words);
      });
      assert.equal(heard.actorId.href, group.id.href, 'the group says it');
      const sent = await program.heard();
      assert.ok(sent.includes(words) && !sent.includes(within), 'an ask and a check-in stay here');
      const page = await program.reads(`${world.origin}/p/${id}`);
      assert.ok(String(page.content).includes(words), 'and it can be read at its address');

      const answer = line('So am I, with another program');
      const note = await program.answersIn(group, page.id, answer);
      const reader = await signedIn(world, MEMBER);
      await comesToSay(reader, `/p/${id}`, answer);
      assert.match(await reader.locator('main').innerText(), new RegExp(`robin@${program.host}`, 'i'), 'and from where its writer is');
      await program.receives('its own words, from the group', async (each) => {
        const create = await inner(each, Create);
        return create?.objectId?.href === note.id.href || (await create?.getObject())?.id?.href === note.id.href;
      });
      await program.changes(group, note, `${answer}, and calmer`);
      await comesToSay(reader, `/p/${id}`, `${answer}, and calmer`);
      await program.takesBack(group, note);
      await comesToSay(reader, `/p/${id}`, answer, { not: true });

      // Interface 7.25, with the kind word of a member below. Whoever wrote it reads what others put.
      const chips = () => reader.locator('#post .acts').allInnerTexts();
      const before = await chips();
      await program.feels(group, Dislike, page.id);
      await comesToSay(host, `/host/partners/${program.host}/came`, 'A kind of thing this community does not take.');
      await reader.goto(`/p/${id}`);
      assert.deepEqual(await chips(), before, 'nobody sees that somebody dislikes');
      await program.feels(group, EmojiReact, page.id, '🎉');
      await comesToSay(host, `/host/partners/${program.host}/came`, '5 things.');
      await reader.goto(`/p/${id}`);
      assert.match((await chips()).join(), /^\s*Proud of you\D+$/, 'a kind word in its own words, and no figure');

      await asks(world, MEMBER, 'DELETE', `/threads/${id}`);
      await program.receives('that the thread is gone', async (each) => {
        const gone = await inner(each, Delete);
        return gone?.objectId?.href === page.id.href || (await gone?.getObject())?.id?.href === page.id.href;
      });

      const forged = line('Nobody wrote this');
      assert.equal(await program.saysAsIf(group, program.actor('owls'), forged), 403, 'a signature holds for its own name alone');
      assert.ok(!(await (await fetch(`${world.origin}/g/night-owls`)).text()).includes(forged));

      await program.leaves(group, follow);
      // All it sent was opened, the Undo last.
      await comesToSay(host, `/host/partners/${program.host}/came`, '6 things.');
      const heardSoFar = program.came.length;
      await thread(world, MEMBER, 'night-owls', line('After it left'), { reach: 'everyone' });
      await new Promise((later) => setTimeout(later, 3_000));
      assert.equal(program.came.length, heardSoFar, 'who left hears no more');
    } finally {
      await program.stop();
    }
  });

  test('a member joins a group of a program that is not ours, reads and answers there, and leaves', { script: false, seconds: 180, alone: true }, async (world) => {
    await speaksWith(await signedIn(world, HOST), 'open');
    const program = await anotherProgram();
    try {
      const page = await signedIn(world, MEMBER);
      await page.goto('/groups/elsewhere');
      await page.locator('#address').fill(`@owls@${program.host}`);
      await page.getByRole('button', { name: 'Look' }).click();
      await page.waitForURL('**/about');
      const group = new URL(page.url()).pathname.replace('/about', '');
      await page.locator('form[action$="/join"] button').first().click();
      const follow = await program.receives('the follow', (each) => each instanceof Follow);
      assert.ok(!follow.actorId.href.includes('river'), 'no member is named');
      await program.lets(follow);
      await comesToSay(page, '/groups/elsewhere', 'its posts come here');

      const words = line('Two branches, one moon');
      const note = await program.saysAmongOwls(await follow.getActor(), words);
      await comesToSay(page, group, words);
      await page.locator('main a[href^="/p/"]', { hasText: words }).first().click();
      await page.waitForURL('**/p/*');
      const copy = new URL(page.url()).pathname;
      await page.goto(`${copy}/reply`);
      const answer = line('And the same moon here');
      await page.locator('#body').fill(answer);
      await page.locator('button[name=step][value=send]').click();
      const create = await program.receives('the answer', async (each) => each instanceof Create && String((await each.getObject())?.content).includes(answer));
      assert.equal((await create.getObject()).replyTargetId.href, note.id.href);

      await page.goto('/you/safety');
      await page.locator('input[name=travel]').check();
      await page.locator('form[action="/you/safety/kind-words"] button').click();
      await page.goto(copy);
      await page.locator('#post button.react', { hasText: 'Proud of you' }).click();
      const like = await program.receives('the kind word', (each) => each instanceof Like && each.objectId.href === note.id.href);
      const json = await like.toJsonLd({ format: 'compact' });
      assert.match(String(json.content), /\p{Emoji_Presentation}/u, 'what is felt is said with it');

      await page.goto(`${group}/leave`);
      await page.locator('main form button').first().click();
      await program.receives('that nobody here follows any more', (each) => each instanceof Undo);
    } finally {
      await program.stop();
    }
  });
};
