// Coming back with the lock of one's own device.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { adds, device, KEYS } from './device.mjs';
import { comesBack } from './town.mjs';

const signsOut = async (page) => {
  await page.goto('/you');
  await page.locator('form[action="/back-out"] button').click();
  await page.waitForURL((url) => url.pathname !== '/you');
};

const shows = async (page) => {
  await page.goto('/back-in');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
};

export default ({ test }) => {
  test('a passkey is added, lets its owner back in, and once removed no longer does', { script: true }, async (world) => {
    world.forgives(/status of (401|403|422)/);
    const { page } = world;
    const phone = await device(page);
    await comesBack(page, world.people.get('Mossy Stone'));
    await adds(page, 'The small phone');
    await page.locator('.rows bdi', { hasText: 'The small phone' }).waitFor();
    assert.equal(await phone.holds(), 1);
    await hasNoBarrier(page);

    await signsOut(page);
    await shows(page);
    await page.waitForURL((url) => url.pathname === '/');
    assert.ok((await page.locator('h1').innerText()).includes('Mossy Stone'));

    await page.goto(KEYS);
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.waitForLoadState();
    await page.locator('.rows').waitFor({ state: 'detached' });
    await signsOut(page);
    await shows(page);
    await page.locator('.faults').waitFor();
    assert.equal(new URL(page.url()).pathname, '/back-in');
    await page.goto('/you');
    assert.equal(new URL(page.url()).pathname, '/back-in');
  });

  test('a device that says no, and an answer that was made up, are said so in place', { script: true }, async (world) => {
    world.forgives(/status of 422/);
    const { page } = world;
    const phone = await device(page);
    await shows(page);
    const fault = page.locator('[data-passkey-fault]');
    await fault.waitFor();
    assert.equal(await fault.evaluate((each) => each === document.activeElement), true);
    assert.ok(await page.getByRole('button', { name: 'Use a passkey' }).isEnabled());

    await comesBack(page, world.people.get('Mossy Stone'));
    await phone.knowsTheOwner(false);
    await adds(page, 'A strange phone');
    await fault.waitFor();
    await phone.knowsTheOwner(true);
    await page.locator('form[data-passkey]').evaluate((form) => {
      form.elements.credential.value = '{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{}}';
      form.submit();
    });
    await page.locator('.faults').waitFor();
    assert.match(await page.locator('.faults').innerText(), /did not come through/);
    assert.equal(await page.getByLabel('A name for it').first().inputValue(), 'A strange phone');
    assert.equal(await page.locator('.rows').count(), 0);
    assert.equal(await phone.holds(), 0);
  });

  test('a device that can compute is asked to, and gives the same for this place each time', { script: true }, async (world) => {
    const { page } = world;
    await device(page, { computes: true });
    const computed = [];
    page.on('request', (request) => {
      const sent = request.method() === 'POST' && new URLSearchParams(request.postData() ?? '').get('credential');
      if (sent) computed.push(JSON.parse(sent).extensions.prf?.results?.first);
    });
    await comesBack(page, world.people.get('Mossy Stone'));
    await adds(page, 'A phone that computes');
    await page.locator('.rows bdi', { hasText: 'A phone that computes' }).waitFor();
    for (let time = 0; time < 2; time += 1) {
      await signsOut(page);
      await shows(page);
      await page.waitForURL((url) => url.pathname === '/');
      // What only this key's holder may read is open: the list of devices is sealed with the member's own secret.
      await page.goto('/you/safety');
      assert.ok(await page.locator('form[action$="/name"]').count() > 0);
    }
    const [, first, second] = computed;
    assert.match(first, /^[\w-]{43}$/, `the device computed nothing: ${computed}`);
    assert.equal(second, first);
    await page.goto(KEYS);
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.locator('.rows').waitFor({ state: 'detached' });
  });
};
