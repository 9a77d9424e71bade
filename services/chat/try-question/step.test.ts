import { beforeEach, expect, test } from 'vitest';
import { createOpenRehearsal } from '../rehearsals.ts';
import { faqOf } from '../testing/memory-site.ts';
import { type ChatWorld, chatWorld } from '../testing/world.ts';
import { createTryQuestion, TryQuestionInput } from './step.ts';

let world: ChatWorld;
beforeEach(() => {
  world = chatWorld();
  world.site.publish({ en: [faqOf('when', 'When does it open?', 'On Friday.')] });
});
const openRehearsal = (key: string) => world.site.files.get(key) ?? Promise.reject(missing);
const missing = Object.assign(new Error('The specified key does not exist.'), { name: 'NoSuchKey' });
const ask = (input: object) =>
  createTryQuestion({
    ...world.deps,
    openRehearsal: createOpenRehearsal({ readKnowledge: async (key) => openRehearsal(key) }),
  })(TryQuestionInput.parse(input));

test('what a fan would be answered is told, and nothing of it is kept; twice is the same', async () => {
  const tried = await ask({ text: '  When does it open? ' });
  expect(tried).toMatchObject({ answer: { outcome: 'answer', text: 'On Friday.' }, siteVersion: 1 });
  expect(await ask({ text: 'When does it open?' })).toEqual(tried);
  expect([world.table.rows.size, world.events, world.announced]).toEqual([0, [], []]);
});

test('at a moment of a rehearsal it is answered with what will be known then, and only then', async () => {
  const rehearsalId = '8b0f4f0e-6f0a-4a53-9a52-2a5f8f3c9b10';
  const rehearsal = { releaseId: 'b0f4f0e7-6f0a-4a53-9a52-2a5f8f3c9b10', rehearsalId, momentId: 'm1' };
  const key = `rehearsals/${rehearsalId}/m1-en.json`;
  const moments = [{ momentId: 'm1', territory: 'GB', knowledge: [{ locale: 'en', key }] }];
  const questions = [faqOf('when', 'When does it open?', 'It has opened.')];
  world.site.files.set(key, JSON.stringify({ locale: 'en', pages: [], questions }));
  world.site.files.set(`rehearsals/${rehearsalId}/moments.json`, JSON.stringify(moments));
  expect(await ask({ text: 'When does it open?', rehearsal })).toMatchObject({ answer: { text: 'It has opened.' } });
  expect(await ask({ text: 'When does it open?' })).toMatchObject({ answer: { text: 'On Friday.' } });
  for (const wrong of [{ momentId: 'm2' }, { rehearsalId: '9b0f4f0e-6f0a-4a53-9a52-2a5f8f3c9b10' }])
    await expect(ask({ text: 'When?', rehearsal: { ...rehearsal, ...wrong } })).rejects.toMatchObject({ status: 404 });
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
