// Leave fast: one tap, or Shift pressed alone three times within five seconds. Without this file the link still works.
const WINDOW_MS = 5000;
const link = document.querySelector('a[data-leave]');
const say = document.getElementById('say');
let taps = [];
let alone = false;
let dots;

function cover() {
  document.title = ' ';
  const sheet = document.createElement('div');
  sheet.className = 'cover';
  document.body.append(sheet);
}

function leave(event) {
  event?.preventDefault();
  cover();
  // Replaces this page in the history; the server hides the pages before it.
  location.replace(link?.href ?? '/leave');
}

function show(count) {
  dots?.remove();
  if (!count) return;
  dots = document.createElement('div');
  dots.className = 'leaving';
  dots.setAttribute('aria-hidden', 'true');
  for (let n = 0; n < 3; n++) {
    const dot = document.createElement('i');
    if (n < count) dot.className = 'on';
    dots.append(dot);
  }
  document.body.append(dots);
}

let fading;
function tap() {
  const now = Date.now();
  taps = [...taps.filter(then => now - then < WINDOW_MS), now];
  if (taps.length === 3) return leave();
  show(taps.length);
  const words = document.body.dataset[taps.length === 1 ? 'leaveOne' : 'leaveTwo'];
  if (say && words) say.textContent = words;
  clearTimeout(fading);
  fading = setTimeout(forget, WINDOW_MS);
}

function forget() {
  alone = false;
  taps = [];
  show(0);
}

document.addEventListener('click', event => {
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (plain && event.target.closest?.('a[data-leave]')) leave(event);
});
// Shift counts only if nothing else happens between its press and its release: capitals never leave.
document.addEventListener('keydown', event => {
  if (event.key === 'Shift') alone = alone || !event.repeat;
  else forget();
}, true);
document.addEventListener('keyup', event => {
  if (event.key === 'Shift' && alone && !event.isComposing) tap();
  alone = false;
}, true);
addEventListener('pointerdown', forget, true);
addEventListener('blur', forget);
// A page that comes back from memory is asked for again, so that the server decides what may be seen.
addEventListener('pageshow', event => {
  if (!event.persisted) return;
  location.reload();
  document.querySelector('.cover')?.remove();
});
