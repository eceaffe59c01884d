// Comes in, or adds a key, with the lock of this device. The password form beside it works without.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0));

const text = buffer => buffer && btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

const opened = keys => keys?.map(key => ({ ...key, id: bytes(key.id) }));

// The server writes every binary value as base64url.
function options({ publicKey: key }) {
  return {
    ...key,
    challenge: bytes(key.challenge),
    ...(key.extensions?.prf && { extensions: { ...key.extensions, prf: { eval: { first: bytes(key.extensions.prf.eval.first) } } } }),
    ...(key.user && { user: { ...key.user, id: bytes(key.user.id) } }),
    ...(key.excludeCredentials && { excludeCredentials: opened(key.excludeCredentials) }),
    ...(key.allowCredentials && { allowCredentials: opened(key.allowCredentials) }),
  };
}

// What the device computes for this place alone: it opens what only the key's holder is to read.
function computed(extensions) {
  const first = extensions.prf?.results?.first;
  return first ? { ...extensions, prf: { results: { first: text(first) } } } : extensions;
}

function answer(credential) {
  const { response } = credential;
  const sent = { clientDataJSON: text(response.clientDataJSON) };
  for (const name of ['attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (response[name]) sent[name] = text(response[name]);
  }
  const transports = response.getTransports?.();
  if (transports) sent.transports = transports;
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: sent,
    extensions: computed(credential.getClientExtensionResults()),
  };
}

async function run(form) {
  const begun = await fetch(form.dataset.begin, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams(new FormData(form)),
  });
  if (!begun.ok) throw new Error(String(begun.status));
  const publicKey = options(await begun.json());
  const credential = form.dataset.passkey === 'create'
    ? await navigator.credentials.create({ publicKey })
    : await navigator.credentials.get({ publicKey });
  form.elements.credential.value = JSON.stringify(answer(credential));
  form.requestSubmit();
}

function offer(form) {
  const button = form.querySelector('[data-passkey-go]');
  if (!button) return;
  const fault = form.querySelector('[data-passkey-fault]');
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    fault.hidden = true;
    try {
      await run(form);
    } catch {
      // Closing the window of the device is a choice; the page says what else can be done.
      fault.hidden = false;
      fault.tabIndex = -1;
      fault.focus();
    } finally {
      button.disabled = false;
    }
  });
}

const offerAll = root => { if (globalThis.PublicKeyCredential) root.querySelectorAll('form[data-passkey]').forEach(offer); };
offerAll(document);
document.addEventListener('swapped', event => offerAll(event.detail));
