// Covers the page when nobody touched it for as long as its member chose, and says to the server while somebody does. The
// server locks the session by its own clock: without this file the next page asks who is there.
const { lock, lockAgain } = document.documentElement.dataset;
const AFTER_MS = Number(lock) * 60000;
const frame = document.querySelector('.frame');
const brand = document.querySelector('.brand');
let touched = Date.now();
let told = touched;
let sheet;
let title;

// As a part of the page, so that a form inside is sent by swap.js and what is written behind the cover stays.
function ask() {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', '/back-in/unlock');
    request.responseType = 'document';
    request.setRequestHeader('X-Part', 'lock');
    request.onload = () => resolve(request.response);
    request.onerror = reject;
    request.send();
  });
}

function open() {
  sheet.remove();
  sheet = null;
  document.querySelector('.brand').replaceWith(brand);
  document.title = title;
  frame.hidden = false;
}

function fill() {
  return ask().then(page => {
    const part = page?.getElementById('lock');
    // Signed out meanwhile: the page itself can say so.
    if (!part) return location.reload();
    if ('open' in part.dataset) return open();
    document.title = page.title;
    document.querySelector('.brand').replaceWith(document.importNode(page.querySelector('.brand'), true));
    sheet.replaceChildren(document.importNode(part, true));
    document.dispatchEvent(new CustomEvent('swapped', { detail: sheet }));
    sheet.querySelector('input:not([type=hidden])')?.focus();
  }).catch(() => {
    const again = document.createElement('button');
    again.className = 'btn quiet';
    again.textContent = lockAgain;
    again.addEventListener('click', fill);
    sheet.replaceChildren(again);
  });
}

function cover() {
  if (sheet) return;
  title = document.title;
  document.title = ' ';
  frame.hidden = true;
  sheet = document.createElement('main');
  sheet.className = 'page';
  frame.after(sheet);
  fill();
}

function look() {
  // The server heard of the last touch when it was told, not before.
  if (Date.now() - Math.max(touched, told) >= AFTER_MS) return cover();
  if (sheet || touched <= told) return;
  told = Date.now();
  fetch('/you/awake', { redirect: 'manual' }).then(answer => { if (answer.status !== 204) cover(); }).catch(() => {});
}

if (AFTER_MS > 0 && frame) {
  for (const kind of ['pointerdown', 'keydown', 'scroll', 'input']) {
    addEventListener(kind, () => { touched = Date.now(); }, { capture: true, passive: true });
  }
  setInterval(look, Math.min(AFTER_MS / 4, 15000));
  // Timers of a page out of sight may sleep; and another tab may have opened the lock meanwhile.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    if (sheet) fill();
    else look();
  });
  document.addEventListener('swapped', event => { if (sheet && 'open' in event.detail.dataset) open(); });
}
