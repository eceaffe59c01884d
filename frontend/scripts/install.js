// The home screen, and the worker that keeps Support at hand without a network.
if ('worker' in document.documentElement.dataset && 'serviceWorker' in navigator) {
  // The only addresses this page may ever start a worker from: what it keeps is to look like the rest, with the numbers of the country that was chosen.
  const { look, country } = document.documentElement.dataset;
  const asked = new URLSearchParams();
  if (/^[a-z]+$/.test(look ?? '')) asked.set('look', look);
  if (/^[A-Z]{2}$/.test(country ?? '')) asked.set('country', country);
  const address = `/sw.js?${asked}`.replace(/\?$/, '');
  const policy = globalThis.trustedTypes?.createPolicy('worker', { createScriptURL: () => address });
  const start = () => navigator.serviceWorker.register(policy ? policy.createScriptURL('') : address).catch(() => {});
  // What it fetches must not slow down the page that somebody waits for.
  if (document.readyState === 'complete') start();
  else addEventListener('load', start);
}

const button = document.querySelector('button[data-install]');
let invitation;
if (button) addEventListener('beforeinstallprompt', event => {
  event.preventDefault();
  invitation = event;
  button.hidden = false;
});
button?.addEventListener('click', async () => {
  button.hidden = true;
  await invitation?.prompt();
  invitation = null;
});
addEventListener('appinstalled', () => { if (button) button.hidden = true; });
