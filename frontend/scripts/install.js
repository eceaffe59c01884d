// The home screen, and the worker that keeps Support at hand without a network.
if ('worker' in document.documentElement.dataset && 'serviceWorker' in navigator) {
  // The only address this page may ever start a worker from.
  const policy = globalThis.trustedTypes?.createPolicy('worker', { createScriptURL: () => '/sw.js' });
  navigator.serviceWorker.register(policy ? policy.createScriptURL('') : '/sw.js').catch(() => {});
}

const button = document.querySelector('button[data-install]');
let invitation;
addEventListener('beforeinstallprompt', event => {
  event.preventDefault();
  invitation = event;
  if (button) button.hidden = false;
});
button?.addEventListener('click', async () => {
  button.hidden = true;
  await invitation?.prompt();
  invitation = null;
});
addEventListener('appinstalled', () => { if (button) button.hidden = true; });
