// Setting a community up in the browser: nine questions and a last look, each open to everybody.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { sends, tellsWhatIsWrong } from './faults.mjs';
import { clipsNothing, fitsTheWindow, leavesRoom } from './layout.mjs';

const WIDTHS = [{ width: 390, height: 844 }, { width: 320, height: 640 }, { width: 1280, height: 900 }];
const QUESTIONS = ['name', 'helplines', 'doors', 'keepers', 'neighbours', 'groups', 'rules', 'neutral', 'check'];

async function isOpenToAll(page, { script }) {
  for (const size of WIDTHS) {
    await page.setViewportSize(size);
    await fitsTheWindow(page);
    await clipsNothing(page);
    await leavesRoom(page);
    // axe is a script itself.
    if (script) await hasNoBarrier(page).catch((error) => { throw new Error(`${page.url()}, ${size.width} px: ${error.message}`); });
  }
}

/** The code and a name; then the six words, and on to the first question. */
async function claims(page, code) {
  await page.locator('#code').fill(code);
  await page.locator('#name').fill('Maple 41');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.waitForURL('**/hello/words**');
}

const goesOn = (page) => page.getByRole('button', { name: 'Save and go on' }).click();

export default ({ test }) => {
  test('setting up puts no barrier before a host on any question, and opens the door at the end', { isSetUp: false }, async (world) => {
    const { page, code } = world;
    await page.goto('/host/setup');
    await isOpenToAll(page, world);
    await claims(page, code);
    await isOpenToAll(page, world);
    await page.getByRole('button', { name: 'I’ve kept them' }).click();
    for (const question of QUESTIONS) {
      await page.waitForURL(`**/host/setup/${question}`);
      await isOpenToAll(page, world);
      if (question === 'name') {
        await page.locator('#name').fill('Porchlight');
        await page.locator('#country').fill('US');
      }
      if (question === 'doors') await page.locator('input[value=open]').check();
      if (question !== 'check') await goesOn(page);
    }
    assert.ok((await page.locator('main').innerText()).includes('Porchlight'));
    await page.getByRole('button', { name: 'Open the door' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/host/setup'));
    const stranger = await world.visitor();
    await stranger.goto('/');
    assert.ok(await stranger.getByRole('link', { name: 'Write something now' }).isVisible());
  });

  test('an answer that does not fit is told with its field, and what was typed stays', { isSetUp: false }, async (world) => {
    world.forgives(/status of 422/);
    const { page, code } = world;
    const isTold = async (fill, press, wrong) => {
      await sends(page, { fill, press });
      await tellsWhatIsWrong(page, wrong);
      for (const [name, words] of Object.entries(fill)) assert.equal(await page.locator(`#${name}`).inputValue(), words, name);
      await isOpenToAll(page, world);
    };
    await page.goto('/host/setup');
    await isTold({ code: 'not the code', name: 'Maple 41' }, 'Begin', ['code']);
    await claims(page, code);
    await page.goto('/host/setup/name');
    await isTold({ name: '', sentence: 'For the long evenings.', country: 'U' }, 'Save and go on', ['name', 'country']);
    await page.locator('#name').fill('Porchlight');
    await page.locator('#country').fill('US');
    await goesOn(page);
    await page.waitForURL('**/helplines');
    await goesOn(page);
    await page.waitForURL('**/doors');
    await isTold({ age: '7' }, 'Save and go on', ['age']);
  });
};
