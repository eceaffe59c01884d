// Other communities: asked, decided about, kept away, each with what it means before the button.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { speaksWith } from './elsewhere.mjs';
import { sends, tellsWhatIsWrong } from './faults.mjs';
import { clipsNothing, fitsTheWindow, leavesRoom } from './layout.mjs';
import { HOST, MEMBER } from './pages.mjs';
import { signedIn } from './town.mjs';

const WIDTHS = [{ width: 320, height: 640 }, { width: 390, height: 844 }, { width: 1280, height: 900 }];
const LIST = '#domain,#severity,#reject_media,#public_comment\nloud.example,suspend,FALSE,"loud, ""mean"""\nnear.example,silence,TRUE,\nex***le.org,suspend,,\n';

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

export default ({ test }) => {
  test('a host opens the door, asks a community, and reads what taking it back means before doing so', {}, async (world) => {
    const page = await signedIn(world, HOST);
    await speaksWith(page, 'closed');
    assert.equal(await page.locator('#domain').count(), 0, 'nobody is asked while links are closed');
    await speaksWith(page, 'partners');
    await isOpenToAll(page, world);
    await page.locator('#domain').fill('CalmWater.example');
    await page.getByRole('button', { name: 'Send the request' }).click();
    await page.waitForURL('**/host/partners/calmwater.example');
    assert.match(await said(page), /They have not answered yet/);
    await isOpenToAll(page, world);
    const means = page.getByText('They hear that you no longer ask.');
    const [above, button] = [await means.boundingBox(), await page.getByRole('button', { name: 'Take it back' }).boundingBox()];
    assert.ok(above.y < button.y, 'what it does stands before the button');
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('You are not partners.').waitFor();
  });

  test('a name that is none is told with its field, and what was typed stays', {}, async (world) => {
    world.forgives(/status of 422/);
    const page = await signedIn(world, HOST);
    await speaksWith(page, 'partners');
    await sends(page, { fill: { domain: 'our friends' }, press: 'Send the request' });
    await tellsWhatIsWrong(page, ['domain']);
    assert.equal(await page.locator('#domain').inputValue(), 'our friends');
    await isOpenToAll(page, world);
  });

  test('taking no pictures from a community says first what it does, and its page says so after', {}, async (world) => {
    const page = await signedIn(world, HOST);
    const name = world.script ? 'vivid.example' : 'vivid-too.example';
    await speaksWith(page, 'partners');
    await page.locator('#domain').fill(name);
    await page.getByRole('button', { name: 'Send the request' }).click();
    await page.waitForURL(`**/host/partners/${name}`);
    assert.equal(await page.locator('#no-pictures').count(), 0);
    const form = page.locator('form[action$="/stance"]');
    const [above, button] = [await form.getByText(/do not come back/).boundingBox(), await form.getByRole('button').boundingBox()];
    assert.ok(above.y < button.y, 'what it does stands before the button');
    await form.locator('[name=no_media]').check();
    await form.getByRole('button').click();
    await page.locator('#no-pictures').waitFor();
    assert.match(await said(page), /You take no pictures from there/);
    assert.ok(await page.locator('[name=no_media]').isChecked());
    await isOpenToAll(page, world);
  });

  test('keeping a community away says first what it does, and shuts the door', {}, async (world) => {
    const page = await signedIn(world, HOST);
    const name = world.script ? 'harsh.example' : 'harsh-too.example';
    await page.goto('/host/partners/list');
    await isOpenToAll(page, world);
    await page.locator('#domain').fill(name);
    await page.getByRole('button', { name: 'Keep it away' }).click();
    await page.waitForURL(`**/host/partners/${name}`);
    assert.ok(await page.locator('input[value=block]').isChecked());
    assert.match(await said(page), /asked first to delete every copy/);
    await page.getByRole('link', { name: 'What would they see?' }).click();
    await page.getByText('Nothing. The door is shut for them.').waitFor();
    await isOpenToAll(page, world);
  });

  test('a list changes nothing until the second press', {}, async (world) => {
    const page = await signedIn(world, HOST);
    const list = LIST.replaceAll('loud.', world.script ? 'loud.' : 'louder.').replaceAll('near.', world.script ? 'near.' : 'nearer.');
    await page.goto('/host/partners/list');
    await page.locator('#list').fill(list);
    await page.getByRole('button', { name: 'Show me what it would change' }).click();
    await page.getByText('Nothing is changed yet.').waitFor();
    await isOpenToAll(page, world);
    const other = await signedIn(world, HOST);
    await other.goto('/host/partners/list');
    const loud = world.script ? 'loud.example' : 'louder.example';
    assert.ok(!(await said(other)).includes(loud), 'nothing yet');
    await page.getByRole('button', { name: 'Apply to 2 communities' }).click();
    await page.waitForURL('**/host/partners/list');
    assert.ok((await said(page)).includes(loud));
  });

  test('members read who the partners are, and decide nothing', {}, async (world) => {
    world.forgives(/status of 403/);
    const page = await signedIn(world, MEMBER);
    await page.goto('/partners');
    await isOpenToAll(page, world);
    const answer = await page.goto('/host/partners');
    assert.equal(answer.status(), 403);
  });
};
