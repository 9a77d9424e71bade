import { beforeEach, expect, test } from 'vitest';
import { faqOf } from '../testing/memory-site.ts';
import { type ChatWorld, chatWorld } from '../testing/world.ts';
import { createTryQuestion, TryQuestionInput } from './step.ts';

let world: ChatWorld;
beforeEach(() => {
  world = chatWorld();
  world.site.publish({ en: [faqOf('when', 'When does it open?', 'On Friday.')] });
});
const ask = (input: object) => createTryQuestion(world.deps)(TryQuestionInput.parse(input));

test('what a fan would be answered is told, and nothing of it is kept; twice is the same', async () => {
  const tried = await ask({ text: '  When does it open? ' });
  expect(tried).toMatchObject({ answer: { outcome: 'answer', text: 'On Friday.' }, siteVersion: 1 });
  expect(await ask({ text: 'When does it open?' })).toEqual(tried);
  expect([world.table.rows.size, world.events, world.announced]).toEqual([0, [], []]);
});

test('a text that a fan could not send is refused', async () => {
  await expect(ask({ text: '?' })).rejects.toMatchObject({ status: 400, code: 'nothing-asked', field: 'text' });
});

test.each([{ locale: 'english' }, { territory: 'Japan' }, { recent: Array(7).fill({ question: 'Who?' }) }])(
  'input that makes no sense is refused: %j',
  (wrong) => {
    expect(TryQuestionInput.safeParse({ text: 'When?', ...wrong }).success).toBe(false);
  },
);
