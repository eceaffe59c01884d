// Two people who look out for each other: a link, a yes, a caring note, an end; with script and without.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { fitsTheWindow } from './layout.mjs';
import { asks, comesIn, line, reply, signedIn, thread } from './town.mjs';

export default ({ test }) => {
  test('a link is given, somebody says yes, a caring note arrives, and it ends for both', { script: 'both' }, async (world) => {
    world.forgives(/status of 404/);
    const [one, other] = world.script ? ['Amber Wren', 'Birch Wren'] : ['Cedar Wren', 'Dune Wren'];
    for (const name of [one, other]) await comesIn(world, name);
    const [page, theirs] = [await signedIn(world, one), await signedIn(world, other)];
    await page.goto('/you');
    await page.getByRole('link', { name: 'Buddies' }).click();
    await page.getByLabel('Every day').check();
    await page.getByRole('group', { name: 'What I would like', exact: true }).getByLabel('a short word in the morning').check();
    await page.getByLabel('What I would like, in a line of my own').fill('A walk on Sundays');
    await page.getByRole('button', { name: 'Make a link' }).click();
    await page.getByText('This is your link.').waitFor();
    const link = new URL((await page.locator('#address').innerText()).replaceAll(/\s/g, '')).pathname;
    if (world.script) await hasNoBarrier(page);

    await theirs.goto(link);
    await theirs.getByText('A walk on Sundays').waitFor();
    if (world.script) await hasNoBarrier(theirs);
    await theirs.getByRole('group', { name: 'What I can do for a buddy' }).getByLabel('a short word in the morning').check();
    await theirs.getByRole('button', { name: 'Yes, gladly' }).click();
    await theirs.waitForURL('**/buddies*');
    await theirs.locator('#buddies').getByText('They would like, and you can be or do: a short word in the morning').waitFor();
    await theirs.locator('#buddies').getByRole('link', { name: one, exact: true }).waitFor();
    assert.equal((await page.goto(link)).status(), 404, 'it worked once');

    await page.goto('/buddies');
    await page.getByText('Send a caring note').click();
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('button', { name: 'Thinking of you.' }).click();
    await theirs.goto('/buddies');
    await theirs.locator('#buddies').getByText('Thinking of you.', { exact: true }).first().waitFor();

    await theirs.getByText('End this', { exact: true }).click();
    await theirs.getByRole('button', { name: 'Yes, end this' }).click();
    await theirs.getByText('Nobody yet.').waitFor();
    await page.goto('/buddies');
    await page.getByText('Nobody yet.').waitFor();
  });

  test('two who answered each other are asked by name, and say yes without a link', { script: 'both' }, async (world) => {
    const [one, other] = world.script ? ['Elder Teal', 'Fern Teal'] : ['Gorse Teal', 'Hazel Teal'];
    for (const name of [one, other]) {
      await comesIn(world, name);
      await asks(world, name, 'POST', '/groups/small-wins/join', {});
    }
    for (const [writer, answerer] of [[one, other], [other, one]]) {
      await reply(world, answerer, await thread(world, writer, 'small-wins', line('A walk'), { no_note_fits: true }), line('Well done'));
    }
    const [page, theirs] = [await signedIn(world, one), await signedIn(world, other)];
    await page.goto(`/people/${encodeURIComponent(other)}`);
    await page.getByRole('link', { name: 'Ask to be buddies' }).click();
    if (world.script) await hasNoBarrier(page);
    await page.getByLabel('What I would like, in a line of my own').fill('A walk on Sundays');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText(`For ${other}.`).waitFor();
    await theirs.goto('/');
    await theirs.getByRole('link', { name: 'See who' }).click();
    await theirs.locator('#asked').getByText('A walk on Sundays').waitFor();
    if (world.script) await hasNoBarrier(theirs);
    await theirs.locator('#asked').getByRole('button', { name: 'Yes, gladly' }).click();
    await theirs.locator('#buddies').getByRole('link', { name: one, exact: true }).waitFor();
    await page.goto('/buddies');
    await page.locator('#buddies').getByRole('link', { name: other, exact: true }).waitFor();
  });

  test('a nudge that is due in the hour of the yes is answered with one press, and whoever said yes reads it', { script: 'both' }, async (world) => {
    const [one, other] = world.script ? ['Iris Swift', 'Juniper Swift'] : ['Kelp Swift', 'Linden Swift'];
    for (const name of [one, other]) await comesIn(world, name);
    const [page, theirs] = [await signedIn(world, one), await signedIn(world, other)];
    await page.goto('/buddies');
    await page.getByLabel('Every day').check();
    await page.getByRole('button', { name: 'Make a link' }).click();
    await page.getByText('This is your link.').waitFor();
    await theirs.goto(new URL((await page.locator('#address').innerText()).replaceAll(/\s/g, '')).pathname);
    await theirs.getByRole('button', { name: 'Yes, gladly' }).click();
    await theirs.locator('#buddies').getByRole('link', { name: /What you agreed/ }).click();
    await page.goto('/buddies');
    await page.locator('#buddies').getByRole('link', { name: /What you agreed/ }).click();

    // The hour that is now, by a clock on which no midnight is near.
    const utc = new Date().getUTCHours();
    const [zone, hour] = utc < 12 ? ['UTC', utc] : ['Pacific/Honolulu', utc - 10];
    await page.getByText('Ask for a nudge', { exact: true }).click();
    const form = page.locator('form[action$="/nudge"]');
    await form.getByLabel('Every day').check();
    await form.locator('#zone').selectOption(zone);
    await form.locator('#hour').selectOption(String(hour));
    await form.getByRole('button', { name: 'Ask my buddy' }).click();
    await page.getByText(`It begins when ${other} says yes too.`).waitFor();

    await theirs.reload();
    await theirs.locator('#nudging').getByRole('button', { name: 'Yes', exact: true }).click();
    await theirs.locator('#word').getByText('No word yet.').waitFor();

    await page.goto('/');
    const nudge = page.getByRole('region', { name: 'A nudge for you' });
    await nudge.getByText(`A nudge, as you and ${other} agreed.`).waitFor();
    if (world.script) await hasNoBarrier(page);
    await nudge.getByRole('button', { name: 'I’m okay' }).click();
    await nudge.waitFor({ state: 'detached' });
    await theirs.reload();
    await theirs.locator('#word').getByText(`${one} is okay today.`).waitFor();
    if (world.script) await hasNoBarrier(theirs);
  });

  test('a card is changed, and whoever offers to be told is asked in one press from a call list', { script: 'both' }, async (world) => {
    const [one, other] = world.script ? ['Iris Teal', 'Juniper Teal'] : ['Kelp Teal', 'Linden Teal'];
    for (const name of [one, other]) await comesIn(world, name);
    const [page, theirs] = [await signedIn(world, one), await signedIn(world, other)];
    await page.goto('/buddies');
    await page.getByRole('button', { name: 'Make a link' }).click();
    await page.getByText('This is your link.').waitFor();
    await theirs.goto(new URL(page.url()).pathname);
    await theirs.getByRole('button', { name: 'Yes, gladly' }).click();
    await theirs.locator('#buddies').getByRole('link', { name: /What you agreed/ }).click();
    await theirs.getByText(`Change what ${one} reads of me`).click();
    await theirs.getByRole('group', { name: 'What I can do for a buddy' }).getByLabel('somebody to tell when it gets hard').check();
    await theirs.getByLabel('in the evening').check();
    await theirs.getByLabel('By which clock?').selectOption('Europe/Madrid');
    if (world.script) await hasNoBarrier(theirs);
    await theirs.getByRole('button', { name: 'Keep my card' }).click();
    await theirs.waitForURL('**/buddies/pair/*#cards');

    await page.goto('/buddies');
    await page.getByRole('link', { name: /What you agreed/ }).click();
    await page.locator('#their-card').getByText('somebody to tell when it gets hard').waitFor();
    await page.locator('#their-card').getByText('By their own clock').waitFor();
    await page.goto('/support/plan/edit');
    await page.getByLabel('People I can call').fill(`${other}\nMy sister, 555 0100`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('#card').getByRole('link', { name: 'Call 555 0100' }).waitFor();
    if (world.script) await hasNoBarrier(page);
    await page.goto('/support');
    assert.equal(await page.locator('#calls a[href="tel:5550100"]').count(), 1);
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('button', { name: `Ask ${other}` }).click();
    await page.getByText(`${other} was asked today.`).waitFor();
    await theirs.goto('/buddies');
    await theirs.locator('#buddies').getByText('It is hard right now.').waitFor();
  });

  test('buddies hold on a desk and at 320', { script: true }, async (world) => {
    for (const viewport of [{ width: 1280, height: 800 }, { width: 320, height: 640 }]) {
      const page = await signedIn(world, 'Slow River', { viewport });
      await page.goto('/buddies');
      await hasNoBarrier(page);
      await fitsTheWindow(page);
    }
  });
};
