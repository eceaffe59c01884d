// An address for notices: given, asked, said yes to, chosen, and ended with one press; with script and without.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { sends, tellsWhatIsWrong } from './faults.mjs';
import { fitsTheWindow } from './layout.mjs';
import { comesIn, signedIn } from './town.mjs';

/** The next mail to an address. */
async function mailTo(world, address) {
  for (let left = 100; left > 0; left -= 1) {
    const mail = world.mails().find((each) => each.includes(`To: <${address}>`));
    if (mail) return mail;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error('no mail came');
}

export default ({ test }) => {
  test('an address is given, says yes by its link, and is ended with one press', { script: 'both' }, async (world) => {
    const [name, address] = world.script ? ['Amber Letter', 'amber@post.example'] : ['Birch Letter', 'birch@post.example'];
    await comesIn(world, name);
    const page = await signedIn(world, name);
    await page.goto('/you/notices');
    assert.equal(await page.getByText('There, and by e-mail').count(), 0);
    await page.getByRole('link', { name: /^E-mail/ }).click();
    await page.waitForURL('**/you/notices/mail');
    if (world.script) await hasNoBarrier(page);
    await page.getByLabel('E-mail address').fill(address);
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await page.getByText('A mail with a link is on its way.').waitFor();
    if (world.script) await hasNoBarrier(page);

    const mail = await mailTo(world, address);
    const link = new URL(mail.match(/^http\S+$/m)[0]);
    assert.equal(link.origin, world.origin);
    assert.doesNotMatch(mail, /recover|sober|Letter|<html|<img/i);
    await page.goto(link.pathname);
    await page.getByRole('heading', { name: 'Is this your address?' }).waitFor();
    if (world.script) await hasNoBarrier(page);
    await page.getByRole('button', { name: 'Yes, tell me there' }).click();
    await page.getByText('Your address is confirmed.').waitFor();
    if (world.script) await hasNoBarrier(page);

    await page.goto('/you/notices');
    const answers = page.getByRole('group', { name: 'Answers to what you wrote' });
    await answers.getByRole('radio', { name: 'There, and by e-mail' }).check();
    await page.getByRole('button', { name: 'Keep this' }).click();
    await page.getByText('Kept.').waitFor();
    assert.ok(await answers.getByRole('radio', { name: 'There, and by e-mail' }).isChecked());

    // Whoever holds a mail ends it, signed in or not.
    const end = new URL(mail.match(/^List-Unsubscribe: <(\S+)>$/m)[1]);
    const stranger = await world.visitor();
    await stranger.goto(end.pathname);
    await stranger.getByRole('heading', { name: 'No more mails' }).waitFor();
    if (world.script) await hasNoBarrier(stranger);
    await stranger.getByRole('button', { name: 'End it' }).click();
    await stranger.getByText('Nothing more comes to this address.').waitFor();
    await page.goto('/you/notices/mail');
    await page.getByRole('heading', { name: 'Give an address' }).waitFor();
    await page.goto('/you/notices');
    assert.ok(await answers.getByRole('radio', { name: 'On the page of news', exact: true }).isChecked());
  });

  test('what is no address is said so beside it, and taking one back asks nothing', { script: true }, async (world) => {
    world.forgives(/status of 422/);
    await comesIn(world, 'Cedar Letter');
    for (const viewport of [{ width: 1280, height: 800 }, { width: 320, height: 640 }]) {
      const page = await signedIn(world, 'Cedar Letter', { viewport });
      await page.goto('/you/notices/mail');
      await fitsTheWindow(page);
      await sends(page, { fill: { address: 'cedar@post' }, press: 'Send me a link' });
      await tellsWhatIsWrong(page, ['address']);
      await hasNoBarrier(page);
      await fitsTheWindow(page);
      assert.equal(await page.getByLabel('E-mail address').inputValue(), 'cedar@post');
    }
    const page = await signedIn(world, 'Cedar Letter');
    await page.goto('/you/notices/mail');
    await page.getByLabel('E-mail address').fill('cedar@post.example');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await page.getByText('c…@post.example').waitFor();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByRole('heading', { name: 'Give an address' }).waitFor();
  });
};
