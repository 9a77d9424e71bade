import { beforeEach, describe, expect, test } from 'vitest';
import { wordsOf } from '../answering/words.ts';
import { MOST_MISSES } from '../settings.ts';
import { streamParts } from '../stream-parts.ts';
import { answerOf, HOLDER, startConversation, type Talk } from '../testing/conversation.ts';
import { type ChatWorld, chatWorld, VISITOR } from '../testing/world.ts';
import { DeliverAnswerInput } from './step.ts';

let world: ChatWorld;
let talk: Talk;
const ofTurn = () => ({ conversationId: talk.id, turn: 1, holder: HOLDER });
const deliver = (more: object = {}) =>
  world.steps.deliver({ ...ofTurn(), answer: answerOf(), siteVersion: 7, locale: 'en', ...more });

beforeEach(async () => {
  world = chatWorld();
  talk = await startConversation(world);
  await talk.ask('When does it open?');
  await world.steps.begin(ofTurn());
});

test('the fan is told sentence by sentence, then the whole; it is kept with what was understood', async () => {
  const told = await talk.follow('a tab');
  expect(await deliver({ question: 'When does the series open?' })).toEqual({
    outcome: 'answer',
    locale: 'en',
    more: false,
  });
  const { turnId } = (await world.table.readTurn(talk.id, 1)) ?? {};
  expect(told.slice(2)).toEqual([
    { type: 'part', seq: 3, at: expect.any(String), turn: 1, text: 'It opens on Friday.' },
    { type: 'part', seq: 4, at: expect.any(String), turn: 1, text: ' Two episodes come.' },
    { type: 'final', seq: 5, at: expect.any(String), turn: 1, turnId, answer: answerOf() },
  ]);
  expect(await talk.read()).toEqual(told);
  expect(await world.table.readTurn(talk.id, 1)).toMatchObject({
    final: { question: 'When does the series open?', siteVersion: 7, holder: HOLDER },
  });
  const stored = await talk.stored();
  expect([stored.answered, stored.lease, stored.misses]).toEqual([1, undefined, 0]);
});

test('a second time changes nothing, and tells the sockets again what they may not have heard', async () => {
  const first = await deliver();
  const messages = await talk.read();
  const told = await talk.follow('a tab');
  told.length = 0;
  expect(await deliver({ answer: answerOf({ text: 'Something else.' }) })).toEqual(first);
  expect([await talk.read(), told]).toEqual([messages, messages.slice(-1)]);
});

test('what was told as it was made is not told again in parts', async () => {
  await streamParts(world.deps, ofTurn(), ['It opens on Friday.']);
  await deliver();
  expect((await talk.read()).map(({ type }) => type)).toEqual(['accepted', 'typing', 'part', 'final']);
});

test('who has lost the turn says nothing', async () => {
  expect(await deliver({ holder: 'another' })).toEqual({ outcome: 'lost', locale: 'en', more: false });
  expect(await talk.read()).toHaveLength(2);
});

test('a turn that is gone is let go of', async () => {
  expect(await deliver({ turn: 9 })).toMatchObject({ outcome: 'gone' });
  await world.steps.forget(talk.mine);
  expect(await deliver()).toMatchObject({ outcome: 'gone' });
});

test('whether more is asked is said with it', async () => {
  await talk.ask('And where?');
  expect(await deliver()).toMatchObject({ more: true });
});

test('where no answer could be made, the fan is told in the language of the page', async () => {
  expect(await deliver({ answer: undefined, siteVersion: 0, locale: 'es' })).toMatchObject({
    outcome: 'failed',
    locale: 'es',
  });
  expect((await talk.read()).at(-1)).toMatchObject({
    answer: { outcome: 'failed', text: wordsOf('es').failed, suggestions: [{ do: 'person' }] },
  });
});

describe('a person', () => {
  const tickets = () => [...world.table.tickets.values()];

  test('is asked for with the answer to who wants one', async () => {
    const { ticketId } = await deliver({ answer: answerOf({ outcome: 'person' }) });
    expect((await talk.read()).at(-1)).toMatchObject({
      ...{ type: 'hand-over', state: 'waiting', ticketId, text: wordsOf('en').personWaiting },
    });
    expect(tickets()).toMatchObject([
      { ticketId, conversationId: talk.id, reason: 'asked', state: 'waiting', replies: [] },
    ]);
    expect(await deliver()).toMatchObject({ outcome: 'person', ticketId });
    expect(tickets()).toHaveLength(1);
  });

  test('is asked for where nothing could be answered again', async () => {
    await deliver({ answer: answerOf({ outcome: 'unknown' }) });
    expect([tickets(), (await talk.stored()).misses]).toEqual([[], 1]);
    for (let miss = 2; miss <= MOST_MISSES; miss++) await talk.askAndAnswer('And?', { outcome: 'failed' });
    expect(tickets()).toMatchObject([{ reason: 'no-answer' }]);
    expect((await talk.stored()).misses).toBe(0);
  });

  test('is not asked for where an answer came in between', async () => {
    await deliver({ answer: answerOf({ outcome: 'unknown' }) });
    for (const outcome of ['answer', 'unknown', 'sealed', 'unknown'] as const)
      await talk.askAndAnswer('And?', { outcome });
    expect(tickets()).toEqual([]);
  });

  test('is asked for once while one is awaited', async () => {
    const { ticketId } = await world.steps.requestPerson(talk.mine, VISITOR);
    expect(await deliver({ answer: answerOf({ outcome: 'person' }) })).not.toHaveProperty('ticketId');
    expect(tickets().map((ticket) => ticket.ticketId)).toEqual([ticketId]);
  });
});

test('its input takes a whole answer, or none', () => {
  const input = { ...ofTurn(), siteVersion: 0, locale: 'en' };
  expect(DeliverAnswerInput.safeParse(input).success).toBe(true);
  expect(DeliverAnswerInput.safeParse({ ...input, answer: answerOf() }).success).toBe(true);
  for (const wrong of [{ answer: { ...answerOf(), outcome: 'maybe' } }, { answer: { ...answerOf(), html: '' } }])
    expect(DeliverAnswerInput.safeParse({ ...input, ...wrong }).success).toBe(false);
});
