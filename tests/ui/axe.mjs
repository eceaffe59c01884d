// Accessibility: no violation of WCAG 2.2 AA or of axe's best practice on the page as it stands.

import assert from 'node:assert/strict';
import axe from 'axe-core';

/** What a change of colours alone can break; all else is of the page, and was looked at. */
export const COLOURS = ['color-contrast', 'link-in-text-block', 'target-size'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with each rule broken, where, and axe's own sentence about it. Loaded into a page once, axe can look again and again. */
export async function hasNoBarrier(page, rules) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axe.source);
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS };
  const { broken, looked } = await page.evaluate(async (runOnly) => {
    // From the top: half under the bar that stays, a link is as large as ever, and axe measures what shows of it.
    scrollTo(0, 0);
    const { violations, passes } = await globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] });
    const said = ({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`);
    return { broken: violations.flatMap(said), looked: passes.length };
  }, runOnly);
  assert.ok(looked > 0, 'axe looked at nothing');
  assert.deepEqual(broken, []);
}
