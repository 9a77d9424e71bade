import { beforeEach, expect, test } from 'vitest';
import { IDLE, KEPT } from '../settings.ts';
import { startConversation, type Talk } from '../testing/conversation.ts';
import { type ChatWorld, chatWorld } from '../testing/world.ts';
import { issueToken } from '../token.ts';
import { ReadMessagesInput } from './step.ts';

let world: ChatWorld;
let talk: Talk;
beforeEach(async () => {
  world = chatWorld();
  talk = await startConversation(world);
});
const read = (after = 0) => world.steps.read({ ...talk.mine, after });

test('whoever has seen messages up to a number gets exactly those behind it, as often as it asks', async () => {
  for (const text of ['One?', 'Two?', 'Three?']) await talk.askAndAnswer(text);
  const { messages, last, state } = await read();
  expect([last, state]).toEqual([15, 'open']);
  expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
  for (let after = 0; after <= 15; after++) expect((await read(after)).messages).toEqual(messages.slice(after));
  expect((await read(99)).messages).toEqual([]);
});

test('a conversation that nobody has used for a while is closed by reading it, once', async () => {
  await talk.askAndAnswer('One?');
  world.clock.now += IDLE + 1;
  const first = await read(5);
  expect(first).toMatchObject({ state: 'closed', last: 6, messages: [{ type: 'closed', reason: 'idle', seq: 6 }] });
  expect(await read(5)).toEqual(first);
});

test('it stays open while a question waits for its answer, or the fan for a person', async () => {
  await talk.ask('One?');
  world.clock.now += IDLE + 1;
  expect(await read()).toMatchObject({ state: 'open', last: 1 });
  await talk.answer(1, { outcome: 'person' });
  expect(await read()).toMatchObject({ state: 'open' });
});

test('whoever waits for a person gets a token that lasts as long as the conversation, once', async () => {
  await talk.ask('One?');
  await talk.answer(1, { outcome: 'person' });
  const { token = '' } = await read();
  world.clock.now += KEPT - IDLE;
  const later = await world.steps.read({ id: talk.id, token, after: 0 });
  expect(later).toMatchObject({ state: 'open' });
  expect(later).not.toHaveProperty('token');
});

test('whoever reads with a token that is half over gets a fresh one', async () => {
  expect(await read()).not.toHaveProperty('token');
  world.clock.now += IDLE + 1;
  const { token = '' } = await read();
  expect(token).not.toBe(talk.token);
  expect(await world.steps.read({ id: talk.id, token, after: 0 })).not.toHaveProperty('token');
});

test('without a token, and past its time, nothing is told', async () => {
  await expect(world.steps.read({ id: talk.id, after: 0 })).rejects.toMatchObject({
    status: 401,
    code: 'token-unknown',
  });
  world.clock.now += KEPT;
  const { token } = await issueToken(world.deps, talk.id);
  const reading = world.steps.read({ id: talk.id, token, after: 0 });
  await expect(reading).rejects.toMatchObject({ status: 404, code: 'conversation-unknown' });
});

test('its input names the last message that was seen, from a query', () => {
  const { id } = talk;
  expect(ReadMessagesInput.parse({ id, after: '7' })).toEqual({ id, after: 7 });
  expect(ReadMessagesInput.parse({ id })).toEqual({ id, after: 0 });
  for (const after of ['-1', '1.5', 'all']) expect(ReadMessagesInput.safeParse({ id, after }).success).toBe(false);
});
