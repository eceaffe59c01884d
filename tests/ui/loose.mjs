// A community that becomes a partner and promises nothing: a server of a few lines that says yes to whoever asks, signed.

import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';

const ACTIVITY = 'application/activity+json';

/** Starts it; it says yes to every request to be partners. */
export async function looseCommunity() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' });
  const listener = createServer((request, response) => {
    if (request.method === 'GET') {
      const id = `${origin()}/`;
      response.setHeader('Content-Type', ACTIVITY);
      response.end(JSON.stringify({
        '@context': 'https://www.w3.org/ns/activitystreams', id, type: 'Application', preferredUsername: 'loose', inbox: `${origin()}/inbox`,
        publicKey: { id: `${id}#main-key`, owner: id, publicKeyPem },
      }));
      return;
    }
    let body = '';
    request.on('data', (part) => { body += part; });
    request.on('end', () => {
      response.writeHead(202).end();
      const said = JSON.parse(body);
      if (said.type === 'Offer') saysYes(said);
    });
  });
  const origin = () => `http://127.0.0.1:${listener.address().port}`;
  await new Promise((open) => listener.listen(0, '127.0.0.1', open));

  async function saysYes(offer) {
    const inbox = new URL('/inbox', offer.actor);
    const body = JSON.stringify({
      '@context': 'https://www.w3.org/ns/activitystreams', id: `${origin()}/#yes-1`, type: 'Accept', actor: `${origin()}/`, to: [offer.actor], object: offer.id,
    });
    const [date, digest] = [new Date().toUTCString(), `SHA-256=${createHash('sha256').update(body).digest('base64')}`];
    const covered = `(request-target): post ${inbox.pathname}\nhost: ${inbox.host}\ndate: ${date}\ndigest: ${digest}`;
    const signature = createSign('sha256').update(covered).sign(privateKey, 'base64');
    await fetch(inbox, {
      method: 'POST', body,
      headers: {
        Date: date, Digest: digest, 'Content-Type': ACTIVITY,
        Signature: `keyId="${origin()}/#main-key",algorithm="rsa-sha256",headers="(request-target) host date digest",signature="${signature}"`,
      },
    });
  }

  return {
    host: new URL(origin()).host,
    stop: () => new Promise((done) => { listener.close(done); listener.closeAllConnections(); }),
  };
}
