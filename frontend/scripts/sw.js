// Keeps the help that must open without a network. Never a page of one person: pages are kept as a stranger sees them. The one exception is
// a plan whose member chose so on its page, where plan.js puts it.
// What they are to look like, and whose numbers they show, stands in the worker's own address: it shows no cookie.
const LOOK = new URL(location).search;
const EDITION = `/* edition */${LOOK}`;
// A page that is kept says so.
const KEPT = `${LOOK || '?'}&worker=1`;
const SHELL = [/* shell */];
const OPEN = ['/offline', '/support', '/support/helplines', '/support/craving', '/support/safer'];
const LEAVE = '/leave';
const PLAN = 'plan';
const WITH_PLAN = ['/support', '/support/plan'];
// For so long help waits for a network that hangs.
const PATIENCE_MS = 4000;
// What this place is called and looks like to strangers: a notice bears that, and nothing else.
const PLACE = '/manifest.webmanifest';
const NEWS = '/news';
const DEVICES = '/api/v1/notices/devices';

const asStranger = path => new Request(path + (OPEN.includes(path) ? KEPT : path === PLACE ? LOOK : ''), { credentials: 'omit', redirect: 'error', cache: 'no-cache' });

// One page that is missing must not keep the others away.
async function keep(paths) {
  const cache = await caches.open(EDITION);
  await Promise.allSettled(paths.map(async path => {
    const answer = await fetch(asStranger(path));
    if (answer.ok) await cache.put(path, answer);
  }));
}

addEventListener('install', event => {
  event.waitUntil(keep([...SHELL, ...OPEN, PLACE]).then(() => skipWaiting()));
});

addEventListener('activate', event => {
  event.waitUntil(caches.keys()
    .then(names => Promise.all(names.filter(name => name !== EDITION && name !== PLAN).map(name => caches.delete(name))))
    .then(() => clients.claim()));
});

// A plan that is kept, and where it came from. To look for it makes no place for one.
async function kept() {
  const cache = await caches.has(PLAN) && await caches.open(PLAN);
  const [from] = cache ? await cache.keys() : [];
  return from && { cache, from };
}

// Whether the session that chose to keep it still is the one that is here, and what the plan says now. A lock says neither.
async function tend() {
  const plan = await kept();
  if (!plan) return;
  const answer = await fetch(plan.from.url, { redirect: 'manual', cache: 'no-store' });
  if (answer.ok && answer.headers.has('x-on-device')) await plan.cache.put(plan.from.url, answer);
  else if (answer.status === 404 || answer.type === 'opaqueredirect') await caches.delete(PLAN);
}

// What is kept of a page that helps; first of all somebody's own plan.
async function atHand(path) {
  const plan = WITH_PLAN.includes(path) && await kept();
  return plan ? plan.cache.match(plan.from) : caches.match(path);
}

async function page(request, { pathname: path, searchParams }) {
  // Whoever leaves fast leaves no plan behind.
  if (path === LEAVE) await caches.delete(PLAN);
  const asked = fetch(request);
  const helps = OPEN.includes(path) || WITH_PLAN.includes(path);
  // Who loads it anew waits: what is kept shows nobody to ask.
  // Numbers of one country are not those of another.
  const country = searchParams.get('country');
  const isOther = country && country !== new URLSearchParams(LOOK).get('country');
  const waits = !helps || isOther || request.isReloadNavigation || searchParams.has('anew');
  const late = new Promise((_, reject) => { if (!waits) setTimeout(reject, PATIENCE_MS); });
  const answer = await Promise.race([asked, late]).catch(() => null);
  // Neither a network that hangs nor a server that is ill stands before help.
  if (answer && !(helps && answer.status >= 500)) return answer;
  // Whoever leaves gets a blank page, even without a network.
  if (path === LEAVE) {
    return new Response('<!doctype html><title>New tab</title>', { headers: { 'Content-Type': 'text/html' } });
  }
  return await atHand(path) ?? asked.catch(async () => await caches.match('/offline') ?? Response.error());
}

addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  const { origin, pathname } = url;
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    const answer = page(request, url);
    event.respondWith(answer);
    event.waitUntil(answer.then(tend).catch(() => {}));
    if (OPEN.includes(pathname)) event.waitUntil(keep([pathname]));
  } else if (SHELL.includes(pathname)) {
    event.respondWith(caches.match(pathname).then(kept => kept ?? fetch(request)));
  }
});

const json = async answer => {
  try {
    return await answer?.json() ?? {};
  } catch {
    return {};
  }
};

// A neutral sentence under the neutral name. A notice of the same tag is the same one: it does not ring again.
async function shown(data) {
  const [{ notification: said = {} }, place] = [await json(data), await json(await caches.match(PLACE))];
  const words = said.title ?? '';
  const title = place.short_name ?? place.name ?? words;
  const { tag, lang, dir } = said;
  const icon = place.icons?.at(-1)?.src;
  return registration.showNotification(title || ' ', { body: title === words ? '' : words, tag: tag ?? 'news', lang, dir, icon, badge: icon });
}

addEventListener('push', event => event.waitUntil(shown(event.data)));

async function opened() {
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const [open] = windows.filter(each => new URL(each.url).origin === location.origin);
  if (!open) return clients.openWindow(NEWS);
  await open.focus().catch(() => {});
  return open.navigate(NEWS).catch(() => clients.openWindow(NEWS));
}

addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil(opened());
});

// The browser gave this device another address. The place takes it from the session that turned the device on, and from no other.
async function moved({ newSubscription }) {
  const given = newSubscription ?? await subscribed();
  const { endpoint, keys = {} } = given?.toJSON() ?? {};
  if (!endpoint) return;
  const { p256dh, auth } = keys;
  await fetch(DEVICES, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ endpoint, p256dh, auth }) });
}

// Only for a device that is told still; whoever is signed out is given no key, and nothing is asked of the browser.
async function subscribed() {
  const { key, rows = [] } = await json(await fetch(DEVICES));
  if (!key || !rows.some(device => device.is_this)) return null;
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

addEventListener('pushsubscriptionchange', event => event.waitUntil(moved(event).catch(() => {})));
