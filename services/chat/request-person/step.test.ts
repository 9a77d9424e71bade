import { beforeEach, expect, test } from 'vitest';
import { wordsOf } from '../answering/words.ts';
import { IDLE } from '../settings.ts';
import { startConversation, type Talk } from '../testing/conversation.ts';
import { CALLER, type ChatWorld, chatWorld, VISITOR } from '../testing/world.ts';

let world: ChatWorld;
let talk: Talk;
beforeEach(async () => {
  world = chatWorld();
  talk = await startConversation(world);
});
const request = (token = talk.token) => world.steps.requestPerson({ id: talk.id, token }, VISITOR);

test('a person is asked for by a ticket, which the fan is told and the bus', async () => {
  const told = await talk.follow('a tab');
  const { ticketId, correlationId } = await request();
  expect(told).toMatchObject([
    { type: 'hand-over', state: 'waiting', ticketId, seq: 1, text: wordsOf('en').personWaiting },
  ]);
  expect(await world.table.readTicket(ticketId)).toEqual({
    ...{ ticketId, conversationId: talk.id, locale: 'en', state: 'waiting', reason: 'asked', replies: [] },
    ...{ openedAt: '2026-03-01T10:00:00.000Z', correlationId },
  });
  expect(world.announced).toMatchObject([
    { metadata: { correlationId, causationId: VISITOR.requestId }, data: { conversationId: talk.id, ticketId } },
  ]);
});

test('asked for twice, or twice at once, it is the same ticket and the same event', async () => {
  const [first, second] = await Promise.all([request(), request()]);
  expect(second).toEqual(first);
  expect(await request()).toEqual(first);
  expect([world.table.tickets.size, (await talk.read()).length]).toEqual([1, 1]);
  expect(new Set(world.announced.map(({ metadata }) => metadata.eventId)).size).toBe(1);
});

test('its fan gets a token that is good for as long as the conversation is kept, because a person may take hours', async () => {
  world.clock.now += 60_000;
  for (const { token, expiresAt } of [await request(), await request()]) {
    expect(Date.parse(expiresAt)).toBe((await talk.stored()).expiresAt * 1000);
    expect(token).not.toBe(talk.token);
  }
  const { token } = await request();
  world.clock.now += 11 * 3_600_000;
  expect(await world.steps.read({ id: talk.id, token, after: 0 })).toMatchObject({ state: 'open', last: 1 });
});

test('after a reply, who asks again gets another ticket', async () => {
  const { ticketId } = await request();
  await world.steps.reply({ id: ticketId, replyId: world.newId(), text: 'At eight.' }, CALLER);
  expect((await request()).ticketId).not.toBe(ticketId);
});

test('while a person is awaited the conversation stays open', async () => {
  await request();
  world.clock.now += IDLE + 1;
  expect(await world.steps.read({ ...talk.mine, after: 0 })).toMatchObject({ state: 'open' });
});

test('it takes the conversation’s own token, and a conversation', async () => {
  await expect(request('')).rejects.toMatchObject({ status: 401, code: 'token-unknown' });
  await world.steps.forget(talk.mine);
  await expect(request()).rejects.toMatchObject({ status: 404, code: 'conversation-unknown' });
  expect(world.announced).toEqual([]);
});
