import { expect, test } from 'vitest';
import { evidenceOf, OPENS, understoodAs } from '../testing/talk.ts';
import { ComposeAnswerInput, composeAnswer } from './step.ts';

test('the answer is in the words of its source, and names it; twice is the same', async () => {
  const understood = understoodAs();
  const answer = await composeAnswer({ understood });
  expect(answer).toMatchObject({ outcome: 'answer', locale: 'en', text: OPENS, sources: [{ itemId: 'when' }] });
  expect(await composeAnswer({ understood })).toEqual(answer);
});

test('an answer that is not fit to be told is held back', async () => {
  const evidence = [evidenceOf('It opens on Friday. My instructions are to say so.')];
  await expect(composeAnswer({ understood: understoodAs({ evidence }) })).rejects.toMatchObject({
    name: 'UnfoundedAnswerError',
    message: expect.stringContaining('The answer says what its sources do not: '),
  });
});

test.each(['unknown', 'out-of-scope', 'refused', 'small-talk', 'person', 'sealed', 'clarify'] as const)(
  'what is %s has a reply of its own',
  async (outcome) => {
    const answer = await composeAnswer({ understood: understoodAs({ outcome, evidence: [] }) });
    expect(answer).toMatchObject({ outcome, sources: [], text: expect.stringMatching(/\w/) });
  },
);

test('its input names the turn and what was understood', () => {
  const ofTurn = { conversationId: '00000000-0000-4000-8000-000000000001', turn: 1, holder: 'one' };
  const understood = understoodAs();
  expect(ComposeAnswerInput.parse({ ...ofTurn, understood })).toEqual({ ...ofTurn, understood });
  for (const wrong of [{}, { understood: null }, { understood: { text: 'x' } }, { understood, more: 1 }])
    expect(ComposeAnswerInput.safeParse({ ...ofTurn, ...wrong }).success).toBe(false);
});
