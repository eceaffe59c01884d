// Other communities: what a host opens, how two become partners, and waiting for what travels.

import { HOST } from './pages.mjs';
import { signedIn } from './town.mjs';

/** Letters travel while people wait: this is how long they may. */
const TRAVEL_MS = 30_000;

/** Looks again until the page says it. */
export async function comesToSay(page, path, words, { not = false } = {}) {
  const said = () => page.locator('main').innerText();
  const until = Date.now() + TRAVEL_MS;
  for (;;) {
    await page.goto(path);
    if ((await said()).includes(words) !== not) return;
    if (Date.now() > until) throw new Error(`${path} ${not ? 'still says' : 'does not come to say'} ${words}:\n${await said()}`);
    await new Promise((later) => setTimeout(later, 300));
  }
}

/** With whom the community speaks: `closed`, `partners` or `open`. */
export async function speaksWith(page, which) {
  await page.goto('/host/partners');
  await page.locator(`input[name=links][value=${which}]`).check();
  await page.locator('form[action="/host/partners/links"] button').click();
  await page.waitForURL('**/host/partners');
}

/** What other communities know this one by. */
export const host = ({ origin }) => new URL(origin).host;

/** Both hosts say yes. */
export async function becomePartners(here, there) {
  const [alder, birch] = [await signedIn(here, HOST), await signedIn(there, HOST)];
  await speaksWith(alder, 'partners');
  await speaksWith(birch, 'partners');
  await alder.locator('#domain').fill(host(there));
  await alder.getByRole('button', { name: 'Send the request' }).click();
  await alder.waitForURL(`**/host/partners/${host(there)}`);
  await comesToSay(birch, '/host/partners', host(here));
  await birch.goto(`/host/partners/${host(here)}`);
  await birch.locator('form[action$="/accept"] button').click();
  await comesToSay(alder, `/host/partners/${host(there)}`, 'You are partners.');
  return [alder, birch];
}

/** A group whose posts may be read by partners. */
export async function opensToPartners(page, group) {
  await page.goto(`/g/${group}/edit`);
  for (const name of ['ceiling', 'reach']) await page.locator(`input[name=${name}][value=partners]`).check();
  await page.locator('form.loose button.wide').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
}

/** A member joins a group of another community by its address, and waits until its posts come; gives where it stands here. */
export async function follows(page, address) {
  await page.goto('/groups/elsewhere');
  await page.locator('#address').fill(address);
  await page.getByRole('button', { name: 'Look' }).click();
  await page.waitForURL('**/about');
  const group = new URL(page.url()).pathname.replace('/about', '');
  await page.locator('form[action$="/join"] button').first().click();
  await comesToSay(page, '/groups/elsewhere', 'its posts come here');
  return group;
}
