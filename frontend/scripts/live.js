// "2 new replies, show": the server only says that there is something new; nothing moves until the reader asks.
// The bar holds a link with data-swap, so showing the replies is the work of swap.js, or of the plain link. In a small room
// (data-live-now) somebody waits for company: it is shown at once, what is being typed stays, and the bar says so when that did not work or
// the room is closed. One more bar, on every page of a member (data-told), says that something happened for them: heard on the page's own
// stream where there is one, else on one of its own.
const root = document.querySelector('[data-live]');
const bar = root?.querySelector('[data-live-bar]');
const link = bar?.querySelector('a');
const own = document.querySelector('[data-told]');
const way = own?.querySelector('a');
const stream = link ? root.dataset.live : own?.dataset.told;
const say = document.getElementById('say');
let count = 0;
let wait = 1000;
let source;
let again;
let isLooking;
let isMore;
let isOver;

function shows(text) {
  link.textContent = text;
  if (say) say.textContent = text;
}

function news() {
  const { liveNow, liveOne, liveMany } = root.dataset;
  count += 1;
  const number = new Intl.NumberFormat(document.documentElement.lang || undefined).format(count);
  shows(count === 1 ? liveOne : liveMany.replace('{n}', number));
  if (liveNow) look();
  else bar.hidden = false;
}

// One after the other: what was asked for first may come last.
function look() {
  isMore = isLooking;
  if (isLooking) return;
  isLooking = true;
  link.dispatchEvent(new CustomEvent('look', { bubbles: true, detail: looked }));
}

// Without a fault it stands there. With one it waits for a press.
function looked(fault) {
  const { liveOne, liveOver } = root.dataset;
  isLooking = false;
  isOver = fault?.isOver;
  bar.hidden = !fault;
  if (fault) shows(isOver ? liveOver : liveOne);
  else count = 0;
  if (isMore && !isOver) look();
}

// What waits does not take the place of somebody who does.
function told({ type }) {
  const isAsked = type === 'asked';
  if (!own || (!own.hidden && !isAsked)) return;
  way.textContent = isAsked ? own.dataset.toldAsked : own.dataset.toldNew;
  way.href = isAsked ? '/support/asks' : '/news';
  own.hidden = false;
  if (say && say.textContent !== way.textContent) say.textContent = way.textContent;
  document.querySelector('.row[href="/news"] .dot')?.classList.remove('off');
  const door = document.querySelector('.tabs [href="/you"]');
  if (!door || door.querySelector('.dot')) return;
  const [dot, words] = ['dot', 'vh'].map(name => Object.assign(document.createElement('span'), { className: name }));
  words.textContent = own.dataset.toldDot;
  dot.append(words);
  door.append(dot);
}

function open() {
  close();
  source = new EventSource(stream);
  source.addEventListener('open', () => {
    // What happened while nothing could be heard is not said again.
    if (wait > 1000 && root?.dataset.liveNow) look();
    wait = 1000;
  });
  if (link) source.addEventListener('news', news);
  for (const type of ['told', 'asked']) source.addEventListener(type, told);
  source.addEventListener('error', () => {
    // Ours is slower and more patient than the browser's own retry: many readers come back at once after a restart.
    close();
    again = setTimeout(open, wait + Math.random() * wait);
    wait = Math.min(wait * 2, 60000);
  });
}

function close() {
  clearTimeout(again);
  source?.close();
}

if (stream && 'EventSource' in globalThis) {
  link?.addEventListener('click', event => {
    count = 0;
    bar.hidden = true;
    // What was being typed in a room that closed is sent, and so given back.
    const form = isOver ? document.getElementById('say-here') : null;
    if (!form?.elements.words.value.trim()) return;
    event.preventDefault();
    form.requestSubmit();
  });
  addEventListener('pagehide', close);
  addEventListener('pageshow', event => { if (event.persisted) open(); });
  open();
}
