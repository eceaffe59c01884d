// Every page of the town that is looked at, by who looks; and the six that stand for all in other lights.

import { asks, comesIn, everyThread, line, reply, thread } from './town.mjs';

/** Who looks, besides visitors. */
export const [MEMBER, HOST, PAUSED] = ['Slow River', 'Maple 41', 'Paper Boat'];
/** What these answer, where it is not 200. */
const ANSWERS = { '/nothing-here': 404, '/i/spent': 410 };

const OPEN = [
  '/', '/hello', '/back-in', '/support', '/support/helplines', '/support/craving', '/support/safer', '/leaving-fast', '/about', '/how-we-talk',
  '/contact', '/privacy', '/who-sees', '/partners', '/accessibility', '/you/reading', '/you/device', '/offline', '/groups',
  '/g/small-wins', '/g/small-wins/about', '/people/early-lark', '/what-we-did',
];
const INSIDE = [
  '/', '/share', '/share/drafts', '/share/waits?group=night-owls', '/groups', '/g/night-owls', '/g/night-owls/about', '/g/night-owls/people', '/g/night-owls/leave',
  '/g/new', '/groups/elsewhere', '/waiting', '/news', '/search?q=kettle', '/you', '/you/names', '/you/affiliation', '/you/reading', '/you/device', '/you/safety', '/you/quiet', '/you/quiet/words', '/you/words', '/you/notices', '/you/notices/mail', '/people/early-lark/quiet', '/g/night-owls/quiet', '/you/safety/password',
  '/you/safety/codes', '/you/safety/passkeys', '/you/data', '/you/data/copies', '/you/data/delete', '/you/export', '/you/proof', '/hello/words', '/invitations', '/support', '/support/plan', '/support/plan/edit', '/support/ask', '/support/asks', '/lamp', '/lamp/after', '/buddies', '/people/early-lark/buddy', '/be-there',
  '/people/early-lark', '/people/early-lark/concern', '/g/night-owls/concern', '/concerns', '/concerns?sent', '/care', '/share/waits?group=night-owls&asked=1', '/decisions', '/counters', '/counters/new', '/setback', '/checkin', '/checkin/history', '/g/night-owls/checkins',
  '/setback', '/circle', '/circle?day=yesterday', '/small-circle', '/chips', '/milestones',
];
const HOSTING = [
  '/', '/host', '/host/community', '/host/doors', '/host/words', '/host/data', '/host/newcomers', '/host/people', '/host/people/slow-river', '/host/groups',
  '/host/helplines', '/host/partners', '/host/partners/list', '/g/night-owls/edit', '/g/night-owls/held', '/g/night-owls/rules', '/g/night-owls/service', '/g/night-owls/notes', '/g/night-owls/invitations', '/g/night-owls/people',
  '/look', '/look/done', '/look/pace', '/look/people', '/service', '/host/phrases',
];

/** By town: each lane has its own. */
const known = new Map();

/** What a page answers when all is well. */
export const answerOf = (path) => ANSWERS[path] ?? 200;

/** Paths by the name of who looks at them. */
export async function PAGES(world) {
  if (!known.has(world.origin)) known.set(world.origin, await find(world));
  return known.get(world.origin);
}

async function find(world) {
  const threads = await everyThread(world);
  const open = threads.find(({ reach }) => reach === 'everyone');
  const long = threads.filter(({ reach }) => reach === 'community').sort((one, other) => other.reply_count - one.reply_count)[0];
  const { rows } = await asks(world, MEMBER, 'GET', `/threads/${long.id}/replies`);
  const { url: invitation } = await asks(world, HOST, 'POST', '/invitations', { uses: 1, days: 3, label: 'For Tuesday' });
  await pauses(world, PAUSED);
  return {
    visitor: [...OPEN, `/p/${open.id}`, new URL(invitation).pathname, ...Object.keys(ANSWERS)],
    [PAUSED]: ['/status', '/status/decisions', '/status/care'],
    [MEMBER]: [...INSIDE, `/p/${long.id}`, `/p/${long.id}/reply`, `/p/${long.id}/r/${rows[0].id}`, ...await changed(world)],
    [HOST]: [...HOSTING, `/p/${long.id}`, `/p/${long.id}/move`, `/p/${long.id}/move?group=small-wins`, await toLookAt(world)],
  };
}

/** A thread and a reply whose words were changed: the pages to change them, to delete them, and what they said before. */
async function changed(world) {
  const id = await thread(world, MEMBER, 'night-owls', line('A page to change'));
  const answer = await reply(world, MEMBER, id, line('An answer to change'));
  await asks(world, MEMBER, 'PATCH', `/threads/${id}`, { body: line('A page that was changed') });
  await asks(world, MEMBER, 'PATCH', `/threads/${id}/replies/${answer}`, { body: line('An answer that was changed') });
  return [`/p/${id}`, `/p/${id}/r/${answer}`].flatMap((path) => ['edit', 'delete', 'history'].map((page) => `${path}/${page}`));
}

/** Something told about a person, which the host looks at. */
async function toLookAt(world) {
  await asks(world, MEMBER, 'POST', '/concerns', { person: 'Early Lark', reason: 'other', words: line('A page to look at') });
  const { rows } = await asks(world, HOST, 'GET', '/look');
  return `/look/${rows[0].id}`;
}

/** Somebody new whom the host paused. */
async function pauses(world, name) {
  await comesIn(world, name, { everywhere: true });
  const address = name.toLowerCase().replaceAll(' ', '-');
  const until = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await asks(world, HOST, 'POST', `/host/people/${address}/standing`, { verb: 'pause', reason: 'To let the evening end.', until });
}

/** Welcome as a visitor, and what a member sees most. */
export async function sample(world) {
  const { [MEMBER]: paths } = await PAGES(world);
  const thread = paths.find((path) => /^\/p\/\w+$/.test(path));
  return { visitor: ['/', '/hello'], [MEMBER]: ['/', '/share', thread, '/support'] };
}

/** What is written on the server alone is looked at on every page once; with script, the pages people see most show that no script undoes it. */
export const pagesOrSample = (world) => (world.script ? sample(world) : PAGES(world));
