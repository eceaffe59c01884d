// A door in front of a server of ours, as a proxy is: open, slow, hanging, or ill because what lies behind it restarts.

import { createServer, request } from 'node:http';

/** Opens it; `is(mood)` says how it is from now on: `open`, `slow`, `hangs`, `ill`. */
export async function doorBefore(origin, slowMs = 5_000) {
  const { hostname, port, host } = new URL(origin);
  const held = new Set();
  let mood = 'open';
  const passes = (asked, answer) => {
    const onward = request({ hostname, port, path: asked.url, method: asked.method, headers: { ...asked.headers, host } }, (came) => {
      answer.writeHead(came.statusCode, came.headers);
      came.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  };
  const listener = createServer((asked, answer) => {
    if (mood === 'hangs') {
      held.add(answer);
      return;
    }
    if (mood === 'ill') {
      answer.writeHead(502, { 'Content-Type': 'text/html' });
      answer.end('<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>');
      return;
    }
    if (mood === 'slow') setTimeout(() => passes(asked, answer), slowMs);
    else passes(asked, answer);
  });
  await new Promise((open) => listener.listen(0, '127.0.0.1', open));
  return {
    origin: `http://localhost:${listener.address().port}`,
    /** What hung until now ends without an answer. */
    is(next) {
      mood = next;
      for (const answer of held) answer.destroy();
      held.clear();
    },
    stop: () => new Promise((done) => { listener.close(done); listener.closeAllConnections(); }),
  };
}
