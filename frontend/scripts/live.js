// "2 new replies, show": the server only says that there is something new; nothing moves until the reader asks.
// The bar holds a link with data-swap, so showing the replies is the work of swap.js, or of the plain link. In a small room
// (data-live-now) somebody waits for company: it is shown at once.
const root = document.querySelector('[data-live]');
const bar = root?.querySelector('[data-live-bar]');
const link = bar?.querySelector('a');
const say = document.getElementById('say');
let count = 0;
let wait = 1000;
let source;
let again;

function news() {
  const { liveNow, liveOne, liveMany } = root.dataset;
  count += 1;
  const number = new Intl.NumberFormat(document.documentElement.lang || undefined).format(count);
  link.textContent = count === 1 ? liveOne : liveMany.replace('{n}', number);
  bar.hidden = false;
  if (say) say.textContent = link.textContent;
  if (liveNow) link.click();
}

function open() {
  close();
  source = new EventSource(root.dataset.live);
  source.addEventListener('open', () => { wait = 1000; });
  source.addEventListener('news', news);
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

if (link && 'EventSource' in globalThis) {
  link.addEventListener('click', () => { count = 0; bar.hidden = true; });
  addEventListener('pagehide', close);
  addEventListener('pageshow', event => { if (event.persisted) open(); });
  open();
}
