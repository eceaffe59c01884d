// A server of our own: a free port, an empty data folder, and the town's return words, or the code for the first host.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logFaults } from './log.mjs';

const START_MS = 60_000;
const STOP_MS = 10_000;
/** One machine plays every person, so the limits for one network and the slow hashing would only be in the way. */
const ROOM = {
  HEARTHSIDE_LIMITS_ARRIVALS_PER_HOUR: '1000',
  HEARTHSIDE_LIMITS_RETURNS_PER_TEN_MINUTES: '1000',
  HEARTHSIDE_LIMITS_POSTS_PER_HOUR: '1000',
  HEARTHSIDE_LIMITS_HASHING_MEMORY_KIB: '64',
  HEARTHSIDE_LOG: 'debug',
};

/** Starts the seeded town, or a community nobody has set up yet, and waits until it is ready. */
export async function startServer(binary, { isSetUp = true } = {}) {
  const [port, carrier] = [await freePort(), await carriesMails()];
  const data = await mkdtemp(join(tmpdir(), 'hearthside-ui.'));
  // By name: an address of numbers has no passkeys.
  const origin = `http://localhost:${port}`;
  // Who is around to listen is for a test to say.
  const flags = [...(isSetUp ? ['dev', '--dark'] : ['serve']), '--listen', `127.0.0.1:${port}`, '--data', data, '--public-url', origin];
  const child = spawn(binary, flags, { env: { ...process.env, ...ROOM, ...carrier.settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, log] = ['', ''];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output += bytes));
  child.stderr.on('data', (bytes) => (log += bytes));
  const ended = new Promise((done) => {
    child.on('error', (error) => done(error.message));
    child.on('exit', (code, signal) => done(`ended with ${signal ?? code}`));
  });

  const stop = async () => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(late);
    carrier.close();
    await rm(data, { recursive: true, force: true });
  };
  const why = await Promise.race([ended, isReady(origin)]);
  if (why) {
    await stop();
    throw new Error(`the server did not start: ${why}\n${output.slice(-2000)}`);
  }
  const [people, code] = [peopleIn(output), output.match(/^ *Code: +(\S+)$/m)?.[1]];
  return {
    origin,
    people,
    code,
    mails: carrier.mails,
    output: () => output,
    stop,
    /** Lines of the log that should not be there. */
    logFaults: () => logFaults(log, [...people.keys(), ...people.values(), ...(code ? [code] : [])]),
  };
}

/** Undefined once `/readyz` answers well; a sentence when it never does. */
async function isReady(origin) {
  const until = Date.now() + START_MS;
  while (Date.now() < until) {
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.ok) return undefined;
    await new Promise((later) => setTimeout(later, 50));
  }
  return `not ready after ${START_MS / 1000} s`;
}

/** Name to return words, from lines that end in six lower-case words set off by a colon, a tab or two spaces. */
export function peopleIn(output) {
  const line = /^[ \t]*(\S.*?)(?::[ \t]+|\t+| {2,})((?:[a-z]+[ -]){5}[a-z]+)[ \t]*$/gm;
  return new Map([...output.matchAll(line)].map(([, name, words]) => [name, words]));
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** A machine that carries mails: takes every one, and keeps it to be read. */
async function carriesMails() {
  const mails = [];
  const machine = createServer((line) => {
    let [text, isMail] = ['', false];
    line.setEncoding('utf8').on('error', () => {}).on('data', (bytes) => {
      text += bytes;
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        if (isMail) {
          const dot = text.indexOf('\r\n.\r\n');
          if (dot < 0) return;
          mails.push(text.slice(0, dot));
          [text, isMail] = [text.slice(dot + 5), false];
          line.write('250 taken\r\n');
          continue;
        }
        const said = text.slice(0, end);
        text = text.slice(end + 2);
        isMail = said === 'DATA';
        line.write(isMail ? '354 go on\r\n' : '250 good\r\n');
        if (said === 'QUIT') line.end();
      }
    });
    line.write('220 carrier\r\n');
  });
  await new Promise((done) => machine.listen(0, '127.0.0.1', done));
  const settings = {
    HEARTHSIDE_MAIL_HOST: '127.0.0.1', HEARTHSIDE_MAIL_PORT: String(machine.address().port), HEARTHSIDE_MAIL_SECURITY: 'none', HEARTHSIDE_MAIL_FROM: 'notes@porch.example',
  };
  return { settings, mails: () => mails, close: () => machine.close() };
}
