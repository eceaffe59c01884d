// Turns notices on this device on and off. Nothing is asked before somebody presses the button; without this file the page says what it needs.
const form = document.querySelector('form[data-push]');
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0));

async function subscribed(key) {
  if (await Notification.requestPermission() !== 'granted') throw new Error('no');
  const { pushManager } = await navigator.serviceWorker.ready;
  // Made for another key of this place: it is of no use.
  await (await pushManager.getSubscription())?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
}

function offer() {
  const button = form.querySelector('button');
  const fault = form.querySelector('[data-push-fault]');
  form.hidden = false;
  document.querySelector('[data-push-needs]').hidden = true;
  button.addEventListener('click', async event => {
    event.preventDefault();
    button.disabled = true;
    fault.hidden = true;
    try {
      const { endpoint, keys } = (await subscribed(form.dataset.push)).toJSON();
      form.elements.endpoint.value = endpoint;
      form.elements.p256dh.value = keys.p256dh;
      form.elements.auth.value = keys.auth;
      form.submit();
    } catch {
      // To say no is a choice; the page says where it can be made otherwise.
      fault.hidden = false;
      fault.tabIndex = -1;
      fault.focus();
      button.disabled = false;
    }
  });
}

if (form && 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis) offer();

// The browser lets go as well, whether or not it answers in time.
document.querySelector('form[data-push-off]')?.addEventListener('submit', () => {
  navigator.serviceWorker?.getRegistration()
    .then(registration => registration?.pushManager?.getSubscription())
    .then(subscription => subscription?.unsubscribe())
    .catch(() => {});
});
