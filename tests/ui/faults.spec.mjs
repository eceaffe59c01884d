// Forms that were sent with something wrong: what is wrong is said, leads to its field, and no word is lost.

import assert from 'node:assert/strict';
import { hasNoBarrier } from './axe.mjs';
import { sends, tellsWhatIsWrong } from './faults.mjs';
import { clipsNothing, fitsTheWindow } from './layout.mjs';
import { line, reply, signedIn, thread } from './town.mjs';

const WHO = 'Slow River';

/** Each form: who fills it, where, with what, the button pressed, the fields that are wrong, and what is offered for a name. */
const FORMS = {
  'sharing without words': { who: WHO, at: '/share?group=night-owls', fill: { title: 'Tonight' }, press: 'Share it', wrong: ['body'] },
  'answering without words': {
    who: WHO, at: async (world) => `/p/${await thread(world, 'Quiet Heron', 'night-owls', line('A lamp'))}/reply`,
    fill: {}, press: 'Send reply', wrong: ['body'],
  },
  'changing a post to nothing': {
    who: WHO, at: async (world) => `/p/${await thread(world, WHO, 'night-owls', line('A lamp'), { title: 'Tonight' })}/edit`,
    fill: { body: '', title: 'Another title' }, press: 'Save', wrong: ['body'],
  },
  'changing a reply to nothing': {
    who: WHO, at: async (world) => {
      const id = await thread(world, WHO, 'night-owls', line('A lamp'));
      return `/p/${id}/r/${await reply(world, WHO, id, line('An answer'))}/edit`;
    },
    fill: { body: '' }, press: 'Save', wrong: ['body'],
  },
  'beginning a group without a purpose': { who: WHO, at: '/g/new', fill: { title: 'Evenings', rules: 'Be kind.' }, press: 'Start the group', wrong: ['purpose'] },
  'coming back with words that are not right': { at: '/back-in', fill: { words: 'one two three four five six' }, press: 'Come back in', wrong: ['words'] },
  'coming in by a name that is taken': { at: '/hello', fill: { name: 'Early Lark', body: 'Half a sentence' }, tick: 'agrees', press: 'Come in', wrong: ['name'], offers: /^Early Lark \d+$/ },
  'coming in by a name that is too short': { at: '/hello', fill: { name: 'A', body: 'Half a sentence' }, press: 'Come in', wrong: ['name', 'agrees'] },
};

export default ({ test }) => {
  for (const [what, form] of Object.entries(FORMS)) {
    test(`${what} is answered with what is wrong and where, and keeps what was typed`, {}, async (world) => {
      world.forgives(/status of 422/);
      const page = form.who ? await signedIn(world, form.who) : world.page;
      await page.goto(typeof form.at === 'string' ? form.at : await form.at(world));
      await sends(page, form);
      await tellsWhatIsWrong(page, form.wrong);
      for (const [name, words] of Object.entries(form.fill)) {
        const kept = await page.locator(`#${name}`).first().inputValue();
        if (name === 'name' && form.offers) assert.match(kept, form.offers);
        else assert.equal(kept, words, name);
      }
      if (form.tick) assert.ok(await page.locator(`#${form.tick}`).isChecked());
      if (world.script) await hasNoBarrier(page);
      await fitsTheWindow(page);
      await clipsNothing(page);
    });
  }
};
