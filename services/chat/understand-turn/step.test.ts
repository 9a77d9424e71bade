import { expect, test } from 'vitest';
import { faqOf } from '../testing/memory-site.ts';
import { chatWorld } from '../testing/world.ts';
import { createUnderstandTurn, UnderstandTurnInput } from './step.ts';

const QUESTION = 'When does it open?';

test('what is asked is found in what is public now, with the version that it is from; twice is the same', async () => {
  const world = chatWorld();
  const understand = createUnderstandTurn(world.deps);
  world.site.publish({ en: [faqOf('when', QUESTION, 'On **Friday**.')], es: [] });
  const asked = { text: QUESTION, locale: 'en', recent: [] };
  const first = await understand(asked);
  expect(first).toMatchObject({
    siteVersion: 1,
    understood: { outcome: 'answer', locale: 'en', evidence: [{ source: { itemId: 'when' }, text: 'On Friday.' }] },
  });
  expect(await understand(asked)).toEqual(first);
  world.site.publish({ en: [], es: [] });
  const { siteVersion, understood } = await understand(asked);
  expect([siteVersion, understood.outcome === 'answer', understood.evidence]).toEqual([2, false, []]);
});

test('what it finds out survives the state of a workflow', async () => {
  const world = chatWorld();
  world.site.publish({ en: [faqOf('when', QUESTION, 'On Friday.')] });
  const { understood } = await createUnderstandTurn(world.deps)({ text: QUESTION, locale: 'en', recent: [] });
  expect(JSON.parse(JSON.stringify(understood))).toEqual(understood);
});

test('its input is what `begin-turn` hands on, no more', () => {
  const recent = [{ question: 'Who?', asked: 'Who is in it?', outcome: 'answer', sources: [], suggestions: [] }];
  const input = { text: 'And?', locale: 'en', territory: 'JP', recent };
  expect(UnderstandTurnInput.parse(input)).toEqual(input);
  for (const wrong of [{ text: '' }, { recent: [{ question: 'Who?', answer: 'x' }] }, { turn: 1 }])
    expect(UnderstandTurnInput.safeParse({ ...input, ...wrong }).success).toBe(false);
});
