import { beforeEach, expect, test } from 'vitest';
import { startConversation, type Talk } from '../testing/conversation.ts';
import { type ChatWorld, chatWorld, VISITOR } from '../testing/world.ts';
import { checkToken } from '../token.ts';
import { AnswerLaterInput } from './step.ts';

let world: ChatWorld;
let talk: Talk;
beforeEach(async () => {
  world = chatWorld();
  talk = await startConversation(world, { visitor: { ...VISITOR, territory: 'JP' } });
  await talk.ask('And the third?');
  await talk.answer(1, { outcome: 'sealed' }, 'What happens in episode 3?');
});
const later = (more: object = {}) => world.steps.later({ ...talk.mine, turn: 1, ...more });

test('the question is kept as it was understood, with where its fan is', async () => {
  await later();
  expect([...world.table.promises.values()]).toEqual([
    {
      ...{ conversationId: talk.id, turn: 1, question: 'What happens in episode 3?', locale: 'en', territory: 'JP' },
      at: '2026-03-01T10:00:00.000Z',
    },
  ]);
});

test('asked for twice it is kept once', async () => {
  const first = await later();
  expect(await later()).toEqual(first);
  expect(world.table.promises.size).toBe(1);
});

test('its fan gets a token that is good for as long as the conversation is kept', async () => {
  const { token, expiresAt } = await later();
  const until = (await talk.stored()).expiresAt * 1000;
  expect(Date.parse(expiresAt)).toBe(until);
  world.clock.now = until - 1;
  expect(await checkToken(world.deps, talk.id, token)).toHaveProperty('token');
});

test('it is of an answer that there is, in the fan’s own conversation', async () => {
  await expect(later({ turn: 2 })).rejects.toMatchObject({ status: 404, code: 'no-such-answer', field: 'turn' });
  await expect(later({ token: undefined })).rejects.toMatchObject({ status: 401, code: 'token-unknown' });
  await world.steps.forget(talk.mine);
  await expect(later()).rejects.toMatchObject({ status: 404, code: 'conversation-unknown' });
  expect(world.table.promises.size).toBe(0);
});

test('its input names a turn, from a path', () => {
  expect(AnswerLaterInput.parse({ ...talk.mine, turn: '3' })).toEqual({ ...talk.mine, turn: 3 });
  for (const turn of ['0', 'one']) expect(AnswerLaterInput.safeParse({ ...talk.mine, turn }).success).toBe(false);
});
