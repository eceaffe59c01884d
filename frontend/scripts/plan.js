// Keeps the plan on this device once its member pressed the button, and takes it off again. Without this file nothing is kept, and the page says so.
const KEPT = 'plan';
const part = document.querySelector('[data-plan]');

function offer() {
  const { plan } = part.dataset;
  const [needs, keep, off, fault] = ['needs', 'keep', 'off', 'fault'].map(name => part.querySelector(`[data-plan-${name}]`));

  async function put() {
    const answer = await fetch(plan, { redirect: 'error', cache: 'no-store' });
    if (!answer.ok || !answer.headers.has('x-on-device')) throw new Error('no');
    await (await caches.open(KEPT)).put(plan, answer);
  }

  async function show() {
    const is = await caches.has(KEPT);
    needs.hidden = true;
    [keep.hidden, off.hidden] = [is, !is];
    return is;
  }

  const pressed = (box, work) => box.querySelector('button').addEventListener('click', async () => {
    fault.hidden = true;
    try {
      await work();
      await show();
      (keep.hidden ? off : keep).querySelector('button').focus();
    } catch {
      fault.hidden = false;
      fault.tabIndex = -1;
      fault.focus();
    }
  });
  pressed(keep, put);
  pressed(off, () => caches.delete(KEPT));
  // It may have been changed a moment ago.
  show().then(is => is && put()).catch(() => {});
}

if (part) navigator.serviceWorker?.ready.then(offer);
// Nothing may be kept: there is no plan, or others use this device.
else globalThis.caches?.delete(KEPT);
