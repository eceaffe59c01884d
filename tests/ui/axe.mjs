// Accessibility: no violation of WCAG 2.2 AA or of axe's best practice on the page as it stands.

import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with each rule broken, where, and axe's own sentence about it. */
export async function hasNoBarrier(page) {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  assert.ok(passes.length > 0, 'axe looked at nothing');
  const said = violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`));
  assert.deepEqual(said, []);
}
