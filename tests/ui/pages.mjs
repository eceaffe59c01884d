// Every page of the town that is looked at, by who looks; and the six that stand for all in other lights.

import { asks, everyThread, line, reply, thread } from './town.mjs';

const OPEN = [
  '/', '/hello', '/back-in', '/support', '/support/helplines', '/support/safer', '/leaving-fast', '/about', '/how-we-talk',
  '/contact', '/privacy', '/who-sees', '/partners', '/accessibility', '/you/reading', '/offline', '/groups',
  '/g/small-wins', '/g/small-wins/about', '/people/early-lark',
];
const MEMBER = [
  '/', '/share', '/share/drafts', '/share/waits?group=night-owls', '/groups', '/g/night-owls', '/g/night-owls/about', '/g/night-owls/people', '/g/night-owls/leave',
  '/g/new', '/waiting', '/news', '/search?q=kettle', '/you', '/you/names', '/you/reading', '/you/safety', '/you/safety/password',
  '/you/safety/codes', '/you/safety/passkeys', '/you/data', '/you/data/delete', '/you/export', '/you/proof', '/hello/words', '/invitations', '/support',
];
const HOST = [
  '/', '/host', '/host/community', '/host/doors', '/host/words', '/host/data', '/host/people', '/host/people/slow-river', '/host/groups',
  '/host/helplines', '/g/night-owls/edit', '/g/night-owls/held', '/g/night-owls/notes', '/g/night-owls/invitations', '/g/night-owls/people',
];

let known;

/** Paths by the name of who looks at them. */
export async function PAGES(world) {
  known ??= await find(world);
  return known;
}

async function find(world) {
  const threads = await everyThread(world);
  const open = threads.find(({ reach }) => reach === 'everyone');
  const long = threads.filter(({ reach }) => reach === 'community').sort((one, other) => other.reply_count - one.reply_count)[0];
  const { rows } = await asks(world, 'Slow River', 'GET', `/threads/${long.id}/replies`);
  const own = await thread(world, 'Slow River', 'night-owls', line('A page to change'));
  const answer = await reply(world, 'Slow River', own, line('An answer to change'));
  const changes = [`/p/${own}`, `/p/${own}/r/${answer}`].flatMap((path) => [`${path}/edit`, `${path}/delete`]);
  return {
    visitor: [...OPEN, `/p/${open.id}`, '/nothing-here'],
    'Slow River': [...MEMBER, `/p/${long.id}`, `/p/${long.id}/reply`, `/p/${long.id}/r/${rows[0].id}`, ...changes],
    'Maple 41': [...HOST, `/p/${long.id}`],
  };
}

/** Welcome as a visitor, and what a member sees most. */
export async function sample(world) {
  const { 'Slow River': paths } = await PAGES(world);
  const thread = paths.find((path) => /^\/p\/\w+$/.test(path));
  return { visitor: ['/', '/hello'], 'Slow River': ['/', '/share', thread, '/support'] };
}
