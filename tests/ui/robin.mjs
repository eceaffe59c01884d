// Another program that speaks ActivityPub, made with Fedify and with nothing of ours: it signs, verifies and reads as it
// learned from the standards. Robin is a person there, and the owls are a group.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { MemoryKvStore, createFederation, generateCryptoKeyPair } from '@fedify/fedify';
import {
  Accept, Activity, Announce, Create, Delete, Dislike, EmojiReact, Endpoints, Follow, Group, Note, PUBLIC_COLLECTION, Person, Tombstone, Undo, Update,
} from '@fedify/vocab';

const WHO = ['robin', 'owls'];
const WAIT_MS = 30_000;
const PUBLIC = new URL('https://www.w3.org/ns/activitystreams#Public');
assert.equal(PUBLIC_COLLECTION.href, PUBLIC.href);

/** Starts the program; `came` is every activity whose signature it verified, in order. */
export async function anotherProgram() {
  const federation = createFederation({ kv: new MemoryKvStore(), allowPrivateAddress: true });
  // Made at once: it takes seconds, and whoever waits for one does not wait for that.
  const keys = Object.fromEntries(await Promise.all(WHO.map(async (who) => [who, await generateCryptoKeyPair('RSASSA-PKCS1-v1_5')])));
  const [things, came] = [new Map(), []];
  speaks(federation, { keys, things, came });

  const listener = createServer((request, response) => answers(federation, request, response));
  await new Promise((open) => listener.listen(0, '127.0.0.1', open));
  const origin = `http://localhost:${listener.address().port}`;
  const context = federation.createContext(new URL(origin), undefined);
  let number = 0;
  const at = (what) => new URL(`${origin}/${what}/${(number += 1)}`);
  /** What lies at its own address from now on, for those who make sure of it there. */
  const lies = (thing) => {
    things.set(thing.id.pathname, thing);
    return thing;
  };

  /** Sends what an actor of this program does, signed, and waits until it was taken. */
  const sends = (who, to, activity) => context.sendActivity({ identifier: who }, to, activity, { immediate: true });
  const actor = (who) => context.getActorUri(who);

  return {
    host: new URL(origin).host,
    /** What lies at an address of another server, read as any program reads it; null when it gives nothing. */
    reads: (address) => context.lookupObject(new URL(address)),
    came,
    /** The first activity that came and that this is true of; waits for it. */
    async receives(what, about) {
      const until = Date.now() + WAIT_MS;
      for (;;) {
        for (const each of came) if (await about(each)) return each;
        if (Date.now() > until) throw new Error(`${what} did not come; these did:\n${await inWords(came)}`);
        await new Promise((later) => setTimeout(later, 200));
      }
    },
    /** All that came so far, in words. */
    heard: () => inWords(came),
    async follows(group) {
      const follow = new Follow({ id: at('follows'), actor: actor('robin'), object: group.id });
      await sends('robin', group, follow);
      return follow;
    },
    leaves: (group, follow) => sends('robin', group, new Undo({ id: at('undoes'), actor: actor('robin'), object: follow })),
    /** Robin answers something in a group; gives the note, which lies at its address until it is taken back. */
    async answersIn(group, to, words) {
      const id = at('notes');
      const note = lies(new Note({
        id, attribution: actor('robin'), content: `<p>${words}</p>`, replyTarget: to, tos: [PUBLIC], ccs: [group.id], audience: group.id,
      }));
      await sends('robin', group, lies(new Create({ id: at('creates'), actor: actor('robin'), object: note, tos: [PUBLIC], ccs: [group.id] })));
      return note;
    },
    async changes(group, note, words) {
      const changed = lies(note.clone({ content: `<p>${words}</p>` }));
      await sends('robin', group, lies(new Update({ id: at('updates'), actor: actor('robin'), object: changed, tos: [PUBLIC], ccs: [group.id] })));
    },
    /** Robin feels something about what stands at an address in a group: `Dislike`, `EmojiReact` …, with what it says. */
    feels: (group, Kind, object, content) => sends('robin', group, lies(new Kind({
      id: at(Kind === EmojiReact ? 'reacts' : 'dislikes'), actor: actor('robin'), object, content, tos: [PUBLIC], ccs: [group.id],
    }))),
    async takesBack(group, note) {
      things.delete(note.id.pathname);
      const object = new Tombstone({ id: note.id });
      await sends('robin', group, lies(new Delete({ id: at('deletes'), actor: actor('robin'), object, tos: [PUBLIC], ccs: [group.id] })));
    },
    /** Signed by Robin, and said as if another had written it; the status of the answer. */
    async saysAsIf(group, writer, words) {
      const note = new Note({ id: at('notes'), attribution: writer, content: `<p>${words}</p>`, tos: [PUBLIC], ccs: [group.id], audience: group.id });
      const create = new Create({ id: at('creates'), actor: writer, object: note, tos: [PUBLIC], ccs: [group.id] });
      return sends('robin', group, create).then(() => 202, (error) => Number(/\b(4\d\d)\b/.exec(String(error))?.[1]));
    },
    /** The owls let somebody follow them. */
    lets: async (follow) => sends('owls', await follow.getActor(context), new Accept({ id: at('accepts'), actor: actor('owls'), object: follow })),
    /** Robin's own address, and the owls'. */
    actor, keys,
    /** Robin says something in the group of the owls, which passes it on to a follower. */
    async saysAmongOwls(to, words) {
      const id = at('notes');
      const note = lies(new Note({ id, attribution: actor('robin'), name: words, content: `<p>${words}</p>`, tos: [PUBLIC], ccs: [actor('owls')], audience: actor('owls') }));
      const create = lies(new Create({ id: at('creates'), actor: actor('robin'), object: note, tos: [PUBLIC], ccs: [actor('owls')] }));
      await sends('owls', to, new Announce({ id: at('announces'), actor: actor('owls'), object: create, tos: [PUBLIC] }));
      return note;
    },
    stop: () => new Promise((done) => { listener.close(done); listener.closeAllConnections(); }),
  };
}

/** Who is there, what lies where, and what is done with what comes. */
function speaks(federation, { keys, things, came }) {
  federation.setActorDispatcher('/who/{identifier}', async (context, identifier) => {
    if (!WHO.includes(identifier)) return null;
    const [pair] = await context.getActorKeyPairs(identifier);
    const Kind = identifier === 'owls' ? Group : Person;
    return new Kind({
      id: context.getActorUri(identifier), preferredUsername: identifier, name: identifier === 'owls' ? 'Owls' : 'Robin',
      inbox: context.getInboxUri(identifier), endpoints: new Endpoints({ sharedInbox: context.getInboxUri() }),
      publicKey: pair.cryptographicKey,
    });
  }).setKeyPairsDispatcher((_, identifier) => [keys[identifier]]);
  for (const [Kind, where] of [[Note, 'notes'], [Create, 'creates'], [Update, 'updates'], [Delete, 'deletes'], [Dislike, 'dislikes'], [EmojiReact, 'reacts']]) {
    federation.setObjectDispatcher(Kind, `/${where}/{number}`, (_, { number }) => things.get(`/${where}/${number}`) ?? null);
  }
  federation.setInboxListeners('/who/{identifier}/inbox', '/inbox').on(Activity, (_, activity) => { came.push(activity); });
}

/** Between Node's requests and the standard ones. */
async function answers(federation, request, response) {
  const body = ['GET', 'HEAD'].includes(request.method) ? {} : { body: Readable.toWeb(request), duplex: 'half' };
  const asked = new Request(`http://${request.headers.host}${request.url}`, { method: request.method, headers: request.headers, ...body });
  const answer = await federation.fetch(asked, {
    contextData: undefined,
    onNotFound: () => new Response('', { status: 404 }),
    onNotAcceptable: () => new Response('', { status: 406 }),
  });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

async function inWords(activities) {
  const lines = await Promise.all(activities.map(async (each) => JSON.stringify(await each.toJsonLd({ format: 'compact' }))));
  return lines.join('\n');
}
