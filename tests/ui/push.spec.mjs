// Notices on a device: nothing is asked without a press, and what stands on the screen is a neutral line.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { comesIn, signedIn } from './town.mjs';

let guests = 0;

async function somebody(world) {
  const name = `Quiet Wren ${String.fromCharCode(65 + (guests += 1))}${world.script ? 'a' : 'b'}`;
  await comesIn(world, name);
  return signedIn(world, name);
}

/** A browser whose service gives an address, and which counts how often a person was asked. No service is reached from here. */
const withService = (page, answer = 'granted') => page.addInitScript((says) => {
  const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  globalThis.asked = 0;
  Notification.requestPermission = async () => {
    globalThis.asked += 1;
    return says;
  };
  PushManager.prototype.getSubscription = async () => null;
  PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
    if (!userVisibleOnly || applicationServerKey.length !== 65) throw new Error('not as it should be');
    const { publicKey } = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
    const keys = { p256dh: base64(await crypto.subtle.exportKey('raw', publicKey)), auth: base64(new Uint8Array(16)) };
    return { toJSON: () => ({ endpoint: 'http://127.0.0.1:9/push', keys }) };
  };
}, answer);

/** The worker's registration, as the browser calls it. */
async function worker(page) {
  const cdp = await page.context().newCDPSession(page);
  const found = new Promise((tell) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const live = registrations.filter(({ isDeleted }) => !isDeleted);
      if (live.length > 0) tell(live.at(-1).registrationId);
    });
  });
  await cdp.send('ServiceWorker.enable');
  return { cdp, id: await found };
}

/** Looks again and again until there is something to see. */
async function until(look) {
  for (let left = 100; left > 0; left -= 1) {
    const seen = await look();
    if (seen) return seen;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error('nothing came of it');
}

/** What stands on the screen under a tag once this was delivered. */
async function shows(page, origin, data, tag) {
  const { cdp, id } = await worker(page);
  await cdp.send('ServiceWorker.deliverPushMessage', { origin, registrationId: id, data });
  return until(() => page.evaluate(async (wanted) => {
    const all = await (await navigator.serviceWorker.ready).getNotifications();
    const found = all.find((each) => each.tag === wanted);
    return found && { title: found.title, body: found.body, icon: found.icon && new URL(found.icon).pathname };
  }, tag));
}

const SAID = JSON.stringify({ web_push: 8030, notification: { title: 'Someone replied.', tag: '7', lang: 'en', dir: 'ltr' } });

export default ({ test }) => {
  // Interface 7.32, with the two that follow.
  test('a device is turned on by a press and by nothing else, and off again', { script: true }, async (world) => {
    const page = await somebody(world);
    await withService(page);
    await page.goto('/you');
    await page.getByRole('link', { name: /^Notices/ }).click();
    await page.waitForURL('**/you/notices');
    const asked = () => page.evaluate(() => globalThis.asked);
    await page.getByRole('button', { name: 'Tell me on this device' }).waitFor();
    assert.equal(await page.getByText('this page needs a script').isVisible(), false);
    await hasNoBarrier(page);
    await page.reload();
    await page.getByRole('button', { name: 'Tell me on this device' }).waitFor();
    assert.equal(await asked(), 0, 'nobody was asked by looking');
    await page.getByRole('button', { name: 'Tell me on this device' }).click();
    await page.waitForURL('**/you/notices?kept=1#devices');
    await page.getByText('this one').waitFor();
    await hasNoBarrier(page);
    await page.getByRole('button', { name: 'Turn off' }).click();
    await page.getByRole('button', { name: 'Tell me on this device' }).waitFor();
    assert.equal(await page.getByText('this one').count(), 0);
  });

  test('whoever says no is asked once, and told where that can be changed', { script: true }, async (world) => {
    const page = await somebody(world);
    await withService(page, 'denied');
    await page.goto('/you/notices');
    await page.getByRole('button', { name: 'Tell me on this device' }).click();
    await page.getByText('It is not turned on.').waitFor();
    assert.equal(await page.evaluate(() => globalThis.asked), 1);
    await hasNoBarrier(page);
  });

  test('the screen shows a neutral line, under another name and icon where the place is disguised', { script: true, whole: true, apart: true }, async (world) => {
    const page = await somebody(world);
    await page.context().grantPermissions(['notifications'], { origin: world.origin });
    await page.goto('/you/notices');
    await page.evaluate(async () => { await navigator.serviceWorker.ready; });
    await until(() => page.evaluate(async () => Boolean(await caches.match('/manifest.webmanifest'))));
    const plain = await shows(page, world.origin, SAID, '7');
    const { short_name: own } = await page.evaluate(async () => (await fetch('/manifest.webmanifest')).json());
    assert.deepEqual([plain.title, plain.body], [own, 'Someone replied.']);

    // Pressing it leads to the news. The browser itself would wait for the handler; one that a test sends cannot be waited for.
    const [service] = page.context().serviceWorkers();
    await service.evaluate(async () => {
      const [notification] = await registration.getNotifications();
      try {
        dispatchEvent(new NotificationEvent('notificationclick', { notification }));
      } catch { /* see above */ }
    }).catch(() => {});
    await page.waitForURL('**/news');

    await page.goto('/you/device');
    await page.getByLabel('Weather', { exact: true }).check();
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.waitForURL('**/you/device?kept=1');
    await until(() => page.evaluate(async () => (await caches.keys()).every((name) => name.endsWith('?look=weather'))
      && Boolean(await caches.match('/manifest.webmanifest'))));
    const disguised = await shows(page, world.origin, SAID.replace('"7"', '"8"'), '8');
    assert.deepEqual([disguised.title, disguised.body], ['Weather', 'Someone replied.']);
    assert.match(disguised.icon, /^\/static\/weather\./);
    // What is no letter of ours is shown as nothing, and still under that name.
    assert.deepEqual((await shows(page, world.origin, 'lamplight', 'news')).title, 'Weather');
  });

  test('a device that its browser moves is told where it is now, and one that was turned off is left alone', { script: true, apart: true }, async (world) => {
    world.forgives(/status of 404/);
    const page = await somebody(world);
    await withService(page);
    await page.goto('/you/notices');
    await page.evaluate(async () => { await navigator.serviceWorker.ready; });
    await page.getByRole('button', { name: 'Tell me on this device' }).click();
    await page.waitForURL('**/you/notices?kept=1#devices');
    const { keys } = await page.evaluate(async () => (await PushManager.prototype.subscribe({ userVisibleOnly: true, applicationServerKey: { length: 65 } })).toJSON());
    // As a browser does it: the worker hears of the other address, and nobody is asked anything.
    const moves = () => page.context().serviceWorkers()[0].evaluate(async (held) => {
      const real = globalThis.fetch;
      let status = 0;
      globalThis.fetch = async (...asked) => {
        const answer = await real(...asked);
        status = answer.status;
        return answer;
      };
      const toJSON = () => ({ endpoint: 'http://127.0.0.1:9/moved', keys: held });
      let done;
      const event = Object.assign(new Event('pushsubscriptionchange'), { newSubscription: { toJSON } });
      Object.defineProperty(event, 'waitUntil', { value: (work) => { done = work; } });
      dispatchEvent(event);
      await done;
      globalThis.fetch = real;
      return status;
    }, keys);
    assert.equal(await moves(), 204);
    await page.reload();
    await page.getByText('this one').waitFor();
    await page.getByRole('button', { name: 'Turn off' }).click();
    await page.getByRole('button', { name: 'Tell me on this device' }).waitFor();
    assert.equal(await moves(), 404);
    await page.reload();
    assert.equal(await page.getByText('this one').count(), 0);
  });

  test('what is told where is chosen in one page, with and without script', { script: 'both' }, async (world) => {
    const page = await somebody(world);
    await page.goto('/you/notices');
    await page.getByRole('group', { name: 'Kind words' }).getByRole('radio', { name: 'Nowhere' }).check();
    await page.getByLabel('From').selectOption('21');
    await page.getByLabel('Where your clock stands').selectOption('Europe/Berlin');
    await page.getByRole('button', { name: 'Keep this' }).click();
    await page.getByText('Kept.').waitFor();
    assert.ok(await page.getByRole('group', { name: 'Kind words' }).getByRole('radio', { name: 'Nowhere' }).isChecked());
    assert.equal(await page.getByLabel('From').inputValue(), '21');
    assert.equal(await page.getByLabel('Where your clock stands').inputValue(), 'Europe/Berlin');
    if (world.script) return;
    await page.getByText('this page needs a script').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Tell me on this device' }).count(), 0);
  });
};
