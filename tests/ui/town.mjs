// The seeded town: who comes in, what they say, and the way there that no test is about.

import assert from 'node:assert/strict';

const tokens = new Map();
let spoken = 0;

/** One request of a person to the API; gives the JSON. */
export async function asks({ origin, people }, name, method, path, body) {
  const token = await tokenOf({ origin, people }, name);
  return call(origin, method, path, body, { Authorization: `Bearer ${token}` });
}

async function call(origin, method, path, body, headers = {}) {
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method, headers: { 'Content-Type': 'application/json', ...headers }, body: body && JSON.stringify(body),
  });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${answer.ok ? '' : await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
}

async function tokenOf({ origin, people }, name) {
  const key = `${origin} ${name}`;
  if (!tokens.has(key)) {
    const { token } = await call(origin, 'POST', '/sessions', { words: people.get(name) });
    tokens.set(key, token);
  }
  return tokens.get(key);
}

/** All devices of a person were signed out: what comes next signs them in anew. */
export const signedOut = ({ origin }, name) => tokens.delete(`${origin} ${name}`);

const newcomers = new Set();

/** Somebody new, who then is signed in like the people of the town. A name is one test's alone, for which tests share a town is chance; or `everywhere`, of what each town has. */
export async function comesIn({ origin }, name, { everywhere = false } = {}) {
  assert.ok(everywhere || !newcomers.has(name), `another test brings in ${name} as well`);
  newcomers.add(name);
  const { token } = await call(origin, 'POST', '/accounts', { name, agrees: true });
  tokens.set(`${origin} ${name}`, token);
}

/** A browser in which this person of the town is signed in. */
export async function signedIn(world, name, extra) {
  const page = await world.visitor(extra);
  const value = await tokenOf(world, name);
  await page.context().addCookies([{
    name: '__Host-s', value, domain: new URL(world.origin).hostname, path: '/', secure: true, httpOnly: true, sameSite: 'Lax',
  }]);
  return page;
}

/** Signs in with the six words, as people do. */
export async function comesBack(page, words) {
  await page.goto('/back-in');
  await page.locator('#words').fill(words);
  await page.locator('form:has(#words) button.wide:not(.quiet)').click();
  await page.waitForURL((url) => url.pathname !== '/back-in');
}

/** A line nobody said before, to look for. */
export const line = (about) => `${about}, said for the ${(spoken += 1)}. time at ${Date.now()}`;

/** A thread of a person; gives its id. */
export async function thread(world, name, group, body, more = {}) {
  const made = await asks(world, name, 'POST', '/threads', { group, kind: 'just-here', body, ...more });
  return made.id;
}

/** A reply of a person; gives its id. */
export async function reply(world, name, id, body, to) {
  const made = await asks(world, name, 'POST', `/threads/${id}/replies`, { body, to });
  return made.id;
}

/** Every thread of the town, as its host sees it. */
export async function everyThread(world) {
  const { rows: groups } = await asks(world, 'Maple 41', 'GET', '/groups');
  const all = [];
  for (const { name } of groups) {
    const { rows } = await asks(world, 'Maple 41', 'GET', `/groups/${name}/threads`);
    for (const { id } of rows) all.push(await asks(world, 'Maple 41', 'GET', `/threads/${id}`));
  }
  return all;
}
