// Other communities: what a host opens, and waiting for what travels.

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
