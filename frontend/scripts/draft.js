// Keeps words on this device while somebody types, and offers them back. Never on a shared device.
const shared = 'sharedDevice' in document.documentElement.dataset;
const slot = key => `draft:${key}`;
const store = (() => { try { return shared ? null : localStorage; } catch { return null; } })();

const kept = form => [...form.elements].filter(field =>
  field.name && !['hidden', 'password', 'file', 'submit', 'button', 'reset'].includes(field.type) && !field.matches('fieldset'));

const chooses = field => field.type === 'radio' || field.type === 'checkbox';

const read = form => kept(form).map(field =>
  [field.name, field.value, chooses(field) ? field.checked : null]);

function write(form, words) {
  for (const [name, value, checked] of words) {
    const field = kept(form).find(field => field.name === name && (checked === null || field.value === value));
    if (!field) continue;
    if (checked === null) field.value = value;
    else field.checked = checked;
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

const hasWords = words => words.some(([, value, checked]) => checked === null && value.trim());

function button(text, className, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

function offer(form, { at, words }) {
  const { draftOffer, draftUse, draftDrop } = form.dataset;
  const when = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { dateStyle: 'medium', timeStyle: 'short' });
  const bar = document.createElement('div');
  bar.className = 'note warm';
  const text = document.createElement('span');
  text.textContent = `${draftOffer.replace('{when}', when.format(at))} `;
  const done = () => { bar.remove(); kept(form).find(field => !chooses(field))?.focus(); };
  text.append(
    button(draftUse, 'btn small', () => { write(form, words); done(); }), ' ',
    button(draftDrop, 'textual', () => { forget(form.dataset.draft); done(); }));
  bar.append(text);
  form.prepend(bar);
  return bar;
}

function forget(key) {
  try { store?.removeItem(slot(key)); } catch { /* nothing was kept */ }
}

function watch(form) {
  const key = form.dataset.draft;
  const state = form.querySelector('[data-draft-state]');
  let saved;
  try { saved = JSON.parse(store.getItem(slot(key))); } catch { forget(key); }
  // A page that came back with faults already holds the words.
  const isNews = saved && JSON.stringify(saved.words) !== JSON.stringify(read(form));
  let bar = isNews && hasWords(saved.words) ? offer(form, saved) : null;
  let timer;
  const keep = () => {
    clearTimeout(timer);
    // What was kept is not kept once more as the page goes: the device may just have been emptied.
    timer = 0;
    const words = read(form);
    if (!hasWords(words)) return;
    try {
      store.setItem(slot(key), JSON.stringify({ at: Date.now(), words }));
      if (state) state.textContent = form.dataset.draftKept;
    } catch { if (state) state.textContent = ''; }
  };
  form.addEventListener('input', event => {
    // Until somebody answers the offer, older words are not written over by a stray choice.
    if (bar?.isConnected && event.isTrusted && chooses(event.target)) return;
    clearTimeout(timer);
    timer = setTimeout(keep, 400);
  });
  addEventListener('pagehide', () => { if (timer) keep(); });
}

function letGo() {
  for (const sent of document.querySelectorAll('[data-draft-sent]')) forget(sent.dataset.draftSent);
}

letGo();
document.addEventListener('swapped', letGo);
if (store) document.querySelectorAll('form[data-draft]').forEach(watch);
