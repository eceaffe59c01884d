// Writing: who will see it is said before it is sent, and no word is lost.

import assert from 'node:assert/strict';
import { line, signedIn, thread } from './town.mjs';

// How many are in a group by now is as other tests left it.
const summary = async (page) =>
  (await page.locator('.reach > span').last().innerText()).replace('About 20 people', 'Fewer than 20 people');

export default ({ test }) => {
  test('the sentence of who will see it changes with each choice', { script: true }, async (world) => {
    const page = await signedIn(world, 'Early Lark');
    await page.goto('/share?group=night-owls');
    const tail = 'will see this from Early Lark';
    assert.equal(await summary(page), `Fewer than 20 people in Night owls and everyone else on Porchlight ${tail}. It stays on Porchlight.`);
    await page.locator('#reach input[value=group]').check();
    assert.equal(await summary(page), `Fewer than 20 people in Night owls ${tail}. It stays on Porchlight.`);
    await page.locator('#reach input[value=partners]').check();
    assert.match(await summary(page), /partner communities will see this from Early Lark\. Copies on other communities/);
    await page.locator('#note').getByLabel('Grief').check();
    assert.match(await summary(page), /from Early Lark with a note about Grief\./);
    await page.locator('#reach input[value=group]').check();
    await page.getByLabel('Which group?').selectOption('first-90-days');
    assert.equal(await summary(page), `Fewer than 20 people in First 90 days ${tail} with a note about Grief. It stays on Porchlight.`);
  });

  test('without script, a page to look once more says who will see it', { script: false }, async (world) => {
    const page = await signedIn(world, 'Early Lark');
    const words = line('The bus was late');
    await page.goto('/share?group=night-owls');
    await page.getByLabel('Just here').check();
    await page.getByLabel('Your words').fill(words);
    await page.locator('#reach input[value=group]').check();
    await page.locator('#note').getByLabel('Grief').check();
    await page.getByRole('button', { name: 'Check it first' }).click();
    await page.getByRole('heading', { name: 'Look once more' }).waitFor();
    assert.equal(await summary(page), 'Fewer than 20 people in Night owls will see this from Early Lark with a note about Grief. It stays on Porchlight.');
    assert.ok((await page.locator('main').innerText()).includes(words));
    await page.getByRole('button', { name: 'Share it' }).click();
    await page.waitForURL('**/p/**');
    assert.match(await page.locator('#post').innerText(), /Content note: Grief/);
    assert.match(await summary(page), /Only Night owls can read this/);
  });

  test('a group that keeps to itself offers nothing wider, and a forged choice is refused with the words kept', {}, async (world) => {
    world.forgives(/status of 422/);
    const page = await signedIn(world, 'Open Window');
    await page.goto('/share?group=family-and-friends');
    const offered = await page.locator('#reach input').evaluateAll((all) => all.map((each) => each.value));
    assert.deepEqual(offered, ['group']);
    await page.getByLabel('Just here').check();
    await page.getByLabel('Your words').fill('He called.');
    await page.locator('#reach input').evaluate((input) => { input.value = 'everyone'; input.checked = true; });
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Share it' }).click();
    assert.equal((await answer).status(), 422);
    assert.equal(await page.getByLabel('Your words').inputValue(), 'He called.');
    assert.ok(await page.locator('#reach-fault').isVisible());
  });

  test('words left in the middle of a sentence are offered back on this device', { script: true }, async (world) => {
    const page = await signedIn(world, 'Mended Kettle');
    await page.goto('/share?group=night-owls');
    await page.getByLabel('Your words').fill('I was going to say');
    await page.getByText('Draft kept on this device only').waitFor();
    const again = await page.context().newPage();
    await page.close();
    await again.goto('/share?group=night-owls');
    assert.equal(await again.getByLabel('Your words').inputValue(), '');
    await again.getByText('You have words from').waitFor();
    await again.getByRole('button', { name: 'Go on with them' }).click();
    assert.equal(await again.getByLabel('Your words').inputValue(), 'I was going to say');
  });

  test('without script, words kept as a draft are offered back', { script: false }, async (world) => {
    const page = await signedIn(world, 'Mended Kettle');
    const words = line('I will go on');
    await page.goto('/share?group=night-owls');
    await page.getByLabel('Your words').fill(words);
    await page.getByRole('button', { name: 'Keep as a draft' }).click();
    await page.waitForLoadState();
    await page.goto('/share');
    await page.getByRole('link', { name: words.slice(0, 20) }).click();
    await page.waitForURL('**draft=**');
    assert.equal(await page.getByLabel('Your words').inputValue(), words);
  });

  test('a content note hides the words until they are opened, unless the reader chose to see them', {}, async (world) => {
    const [words, title] = [line('The second helping'), line('What nobody reads at first')];
    const id = await thread(world, 'Patient Otter', 'night-owls', words, { title, notes: ['eating'] });
    const page = await signedIn(world, 'Slow River');
    await page.goto('/g/night-owls');
    assert.ok(await page.locator(`main a[href="/p/${id}"]`).first().isVisible());
    const list = await page.locator('main').innerText();
    assert.ok(!list.includes(words) && !list.includes(title), list);
    await page.goto(`/p/${id}`);
    assert.ok(await page.getByText(words).isHidden());
    await page.locator('.fold > summary').click();
    assert.ok(await page.getByText(words).isVisible());

    await page.goto('/you/reading');
    await page.getByLabel('Food and eating').check();
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.waitForURL('**kept=1');
    await page.goto(`/p/${id}`);
    assert.ok(await page.getByText(words).isVisible());
  });
};
