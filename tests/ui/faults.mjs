// Forms with something wrong in them: sending one, and what its answer owes to whoever sent it.

import assert from 'node:assert/strict';

/** Sends the form as a person does; the browser's own check is passed by, as by an old browser. */
export async function sends(page, { fill, tick, press }) {
  for (const [name, words] of Object.entries(fill)) await page.locator(`#${name}`).first().fill(words);
  if (tick) await page.locator(`#${tick}`).check();
  await page.locator('main form').evaluateAll((all) => { for (const form of all) form.noValidate = true; });
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: press, exact: true }).first().click();
  assert.equal((await answer).status(), 422);
  await page.waitForFunction(() => document.activeElement.matches('.faults'), undefined, { timeout: 5_000 })
    .catch(() => { throw new Error('the list of what is wrong has not the focus'); });
}

/** What the page says of a field: whether it is marked, and all that it is described by. */
const saidOf = (page, field) => page.evaluate((id) => {
  const each = document.getElementById(id);
  const described = (each?.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  return {
    is: each?.localName, marked: each?.getAttribute('aria-invalid') ?? '',
    missing: described.filter((part) => !document.getElementById(part)?.innerText.trim()),
    fault: described.includes(`${id}-fault`) && document.getElementById(`${id}-fault`)?.innerText.trim(),
  };
}, field);

/** Everything that is wrong is in the list, leads to its field, and is said there too. */
export async function tellsWhatIsWrong(page, wrong) {
  const links = await page.locator('.faults a').evaluateAll((all) => all.map((each) => [each.hash.slice(1), each.innerText]));
  assert.deepEqual(links.map(([field]) => field).sort(), [...wrong].sort());
  for (const [field, words] of links) {
    const { is, marked, missing, fault } = await saidOf(page, field);
    // A set of choices takes no mark of being wrong; it is described.
    assert.equal(marked, is === 'fieldset' ? '' : 'true', `${field} is not marked`);
    assert.deepEqual({ missing, fault }, { missing: [], fault: words }, `${field} is not described`);
  }
  const others = await page.locator('[aria-invalid=true]').evaluateAll((all) => all.map((each) => each.id));
  assert.deepEqual(others.filter((id) => !wrong.includes(id)), []);
  for (const [field] of links) {
    await page.locator(`.faults a[href="#${field}"]`).click();
    const reached = await page.evaluate((id) => {
      const each = document.getElementById(id);
      const { top, bottom } = each.getBoundingClientRect();
      return { focused: document.activeElement === each || each.localName === 'fieldset', seen: bottom > 0 && top < innerHeight };
    }, field);
    assert.deepEqual(reached, { focused: true, seen: true }, `the link to ${field} does not lead there`);
  }
}
