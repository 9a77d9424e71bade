import { expect, test } from 'vitest';
import { startConversation } from '../testing/conversation.ts';
import { chatWorld, VISITOR } from '../testing/world.ts';
import { createListFeedback, ListFeedbackInput } from './step.ts';

const setUp = async () => {
  const world = chatWorld();
  const talk = await startConversation(world);
  for (const verdict of ['no', 'yes', 'no', 'no'] as const) {
    world.clock.now += 1_000;
    const turn = await talk.askAndAnswer('When?');
    await world.steps.giveFeedback({ ...talk.mine, turn, verdict }, VISITOR);
  }
  return (query: object = {}) => createListFeedback(world.deps)(ListFeedbackInput.parse(query));
};

test('what was no help comes first, said last first; what was one only where that is asked for', async () => {
  const list = await setUp();
  expect((await list()).feedback.map(({ turn }) => turn)).toEqual([4, 3, 1]);
  expect((await list({ verdict: 'yes' })).feedback.map(({ turn }) => turn)).toEqual([2]);
});

test('page by page none comes twice and none is missed', async () => {
  const list = await setUp();
  const { feedback, next } = await list({ limit: 2 });
  expect([...feedback, ...(await list({ limit: 2, next })).feedback]).toEqual((await list()).feedback);
  expect(await list({ limit: 2, next })).toEqual(await list({ limit: 2, next }));
});

test.each([{ verdict: 'maybe' }, { limit: 0 }])('%j is refused', (query) => {
  expect(ListFeedbackInput.safeParse(query).success).toBe(false);
});
