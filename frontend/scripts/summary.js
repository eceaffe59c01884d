// The plain sentence of who will see a post changes with each choice. The server writes every piece of it.
const language = document.documentElement.lang || undefined;

const join = pieces => 'ListFormat' in Intl
  ? new Intl.ListFormat(language, { type: 'conjunction' }).format(pieces)
  : pieces.join(', ');

// data-says-reach="84 people in Night owls" on a chosen tile fills {reach}.
function said(form) {
  const pieces = {};
  for (const field of form.querySelectorAll('input:checked, option:checked')) {
    for (const [name, text] of Object.entries(field.dataset)) {
      if (!name.startsWith('says')) continue;
      (pieces[name.slice(4).toLowerCase()] ??= []).push(text);
    }
  }
  return pieces;
}

// data-wrap-note="with a note about {note}" on the form stands round the pieces, and only if there are any.
function filled(form, sentence, pieces) {
  return sentence
    .replace(/\{(\w+)\}/g, (_, key) => {
      if (!pieces[key]) return '';
      const wrap = form.dataset[`wrap${key[0].toUpperCase()}${key.slice(1)}`] ?? `{${key}}`;
      return wrap.replace(`{${key}}`, join(pieces[key]));
    })
    .replace(/\s+/g, ' ').replace(/\s+([.,،。])/g, '$1').trim();
}

for (const form of document.querySelectorAll('form[data-summary]')) {
  const tell = () => {
    const pieces = said(form);
    for (const out of form.querySelectorAll('[data-summary-out]')) {
      const text = filled(form, out.dataset.summaryOut, pieces);
      if (out.textContent !== text) out.textContent = text;
    }
  };
  form.addEventListener('change', tell);
  form.addEventListener('input', event => { if (!event.isTrusted) tell(); });
  tell();
}
