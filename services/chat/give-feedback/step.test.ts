import { FeedbackGiven } from '@marquee/events/schemas/feedback-given.ts';
import { beforeEach, expect, test } from 'vitest';
import { startConversation, type Talk } from '../testing/conversation.ts';
import { type ChatWorld, chatWorld, VISITOR } from '../testing/world.ts';
import { GiveFeedbackInput } from './step.ts';

let world: ChatWorld;
let talk: Talk;
beforeEach(async () => {
  world = chatWorld();
  talk = await startConversation(world);
  await talk.ask('When?');
  const sources = [{ path: '/questions/#when', title: 'When?', itemId: 'when' }];
  await talk.answer(1, { text: 'On Friday.', sources }, 'When does it open?');
});
const say = (more: object = {}) =>
  world.steps.giveFeedback(GiveFeedbackInput.parse({ ...talk.mine, turn: '1', verdict: 'no', ...more }), VISITOR);
const kept = () => [...world.table.feedback.values()];

test('what a fan says of an answer is kept with both, without what identifies a person, and put on the bus', async () => {
  const { correlationId } = await say({ reason: 'wrong', note: 'Ask ada@example.org' });
  expect(kept()).toEqual([
    {
      ...{ conversationId: talk.id, turn: 1, verdict: 'no', reason: 'wrong', note: 'Ask [e-mail]' },
      ...{ question: 'When does it open?', answer: 'On Friday.', outcome: 'answer', itemId: 'when' },
      at: '2026-03-01T10:00:00.000Z',
    },
  ]);
  const [event] = world.announced;
  expect(FeedbackGiven.strict.parse(event)).toMatchObject({
    metadata: { correlationId, causationId: VISITOR.requestId },
    data: { conversationId: talk.id, turn: 1, verdict: 'no', reason: 'wrong' },
  });
  expect(correlationId).toBe((await world.table.readTurn(talk.id, 1))?.correlationId);
});

test('said twice it is said once; said otherwise the last word counts', async () => {
  const first = await say();
  expect(await say()).toEqual(first);
  expect([kept().length, new Set(world.announced.map(({ metadata }) => metadata.eventId)).size]).toEqual([1, 1]);
  await say({ verdict: 'yes' });
  expect(kept()).toMatchObject([{ verdict: 'yes' }]);
  expect(world.announced.at(-1)?.metadata.eventId).not.toBe(world.announced[0]?.metadata.eventId);
});

test('it is of an answer that there is, in the fan’s own conversation', async () => {
  await talk.ask('And where?');
  for (const turn of ['2', '9'])
    await expect(say({ turn })).rejects.toMatchObject({ status: 404, code: 'no-such-answer', field: 'turn' });
  await expect(say({ token: '' })).rejects.toMatchObject({ status: 401, code: 'token-unknown' });
  await world.steps.forget(talk.mine);
  await expect(say()).rejects.toMatchObject({ status: 404, code: 'conversation-unknown' });
  expect([kept(), world.announced]).toEqual([[], []]);
});

test.each([{ verdict: 'maybe' }, { reason: 'rude' }, { note: 'a'.repeat(501) }, { turn: '0' }])(
  'input that makes no sense is refused: %j',
  (wrong) => {
    const input = { ...talk.mine, turn: '1', verdict: 'no', ...wrong };
    expect(GiveFeedbackInput.safeParse(input).success).toBe(false);
  },
);
