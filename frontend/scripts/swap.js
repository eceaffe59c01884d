// Forms and links in place: fetches the same part of the page the server would have rendered, and puts it in.
// On any surprise the browser does what it would have done without us.
const STILL_MS = 1000;
const say = document.getElementById('say');

// A request for a document is no Trusted Types sink: scripts in it never run.
function ask(method, url, body, id) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.responseType = 'document';
    request.setRequestHeader('Accept', 'text/html');
    request.setRequestHeader('X-Part', id);
    request.onload = () => {
      const part = request.response?.getElementById(id);
      const sameSite = new URL(request.responseURL, location.href).origin === location.origin;
      if (part && sameSite && (request.status === 422 || request.status < 300)) {
        return resolve({ part, said: request.getResponseHeader('X-Say') });
      }
      const [isDone, isHere] = [request.status < 300 && sameSite, request.responseURL === url.href];
      // Done, and sent on to another page: go there. Sending again would do it twice.
      reject({ next: isDone && !isHere ? request.responseURL : null, isOver: isHere && (isDone || request.status === 404) });
    };
    request.onerror = request.onabort = () => reject({ next: null });
    request.send(body);
  });
}

function speak(text) {
  if (say && text) say.textContent = text;
}

function decoded(text) {
  try { return decodeURIComponent(text ?? ''); } catch { return ''; }
}

function replace(old, part) {
  const focused = document.activeElement;
  const inside = old.contains(focused);
  const sameName = inside && focused.name
    ? `[name="${CSS.escape(focused.name)}"][value="${CSS.escape(focused.value)}"]` : null;
  const { scrollX, scrollY } = window;
  const fresh = document.importNode(part, true);
  old.replaceWith(fresh);
  if (inside) {
    const target = fresh.querySelector('[autofocus]')
      ?? (focused.id && document.getElementById(focused.id))
      ?? (sameName && fresh.querySelector(sameName));
    if (!target) fresh.tabIndex = -1;
    (target || fresh).focus({ preventScroll: !target?.autofocus });
  }
  if (!fresh.querySelector('[autofocus]')) scrollTo(scrollX, scrollY);
  document.dispatchEvent(new CustomEvent('swapped', { detail: fresh }));
}

async function swap(trigger, method, url, body) {
  const id = trigger.dataset.swap.slice(1);
  const old = document.getElementById(id);
  old.setAttribute('aria-busy', 'true');
  const waiting = setTimeout(() => speak(trigger.dataset.slow), STILL_MS);
  try {
    const { part, said } = await ask(method, url, body, id);
    // Another answer may have come first.
    replace(document.getElementById(id) ?? old, part);
    speak(decoded(said));
  } finally {
    clearTimeout(waiting);
    old.removeAttribute('aria-busy');
  }
}

const target = element => document.getElementById(element.dataset.swap.slice(1));

document.addEventListener('submit', event => {
  const form = event.target;
  const button = event.submitter;
  // A button may be swapped alone: what its neighbour sends leads to a page that is shown but once.
  const trigger = button?.dataset.swap ? button : form;
  if (!trigger.dataset.swap || event.defaultPrevented || !target(trigger) || form.dataset.busy) {
    if (form.dataset.busy) event.preventDefault();
    return;
  }
  const data = new FormData(form);
  if ([...data.values()].some(value => typeof value !== 'string')) return;
  if (button?.name) data.append(button.name, button.value);
  event.preventDefault();
  form.dataset.busy = 'true';
  const words = new URLSearchParams(data);
  const url = new URL(button?.getAttribute('formaction') ?? form.getAttribute('action') ?? '', location.href);
  const isGet = form.method === 'get';
  if (isGet) url.search = words;
  swap(trigger, isGet ? 'GET' : 'POST', url, isGet ? null : words)
    .catch(({ next }) => {
      if (next) return location.assign(next);
      // The plain way, with the same button, once.
      delete trigger.dataset.swap;
      delete form.dataset.busy;
      form.requestSubmit(button);
    })
    .finally(() => { delete form.dataset.busy; });
});

document.addEventListener('click', event => {
  const link = event.target.closest?.('a[data-swap]');
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (!target(link)) return;
  event.preventDefault();
  swap(link, 'GET', new URL(link.href), null).catch(() => location.assign(link.href));
});

// What a page looks for by itself never leads away from it: somebody may be writing there. Whoever looked hears why nothing was put in.
document.addEventListener('look', ({ target: link, detail }) => {
  swap(link, 'GET', new URL(link.href), null).then(() => detail(), detail);
});
