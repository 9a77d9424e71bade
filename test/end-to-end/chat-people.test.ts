import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Final, HandOver, Message } from '../../services/chat/model/message.ts';
import { startChatNewsroom } from './chat-newsroom.ts';
import { answered, type Fan, openFan } from './fan.ts';
import type { Newsroom } from './newsroom.ts';

let room: Newsroom;
const fans: Fan[] = [];
beforeAll(async () => {
  room = await startChatNewsroom();
});
afterEach(() => {
  for (const fan of fans.splice(0)) fan.hangUp();
});
afterAll(() => room?.stop());

const WAIT = { timeout: 30_000, interval: 50 };

const open = async (): Promise<Fan> => {
  const fan = await openFan(room.runtime.siteUrl);
  fans.push(fan);
  return fan;
};
const finals = (told: readonly Message[]): Final[] => told.flatMap((each) => (each.type === 'final' ? [each] : []));
const handOvers = (told: readonly Message[]): HandOver[] =>
  told.flatMap((each) => (each.type === 'hand-over' ? [each] : []));
const ended = (ticketId: string) => room.ended('handover', ticketId);

describe('a person', () => {
  test('is asked for by one press: the ticket has the transcript, and the reply comes into the conversation', async () => {
    const fan = await open();
    const socket = await fan.follow();
    await fan.ask('Where was it filmed?');
    await socket.until(answered(1));
    const { status, body } = await fan.send('POST', '/hand-over');
    expect(status).toBe(202);
    await socket.until((told) => handOvers(told).length === 1);
    const { ticketId } = body;
    expect(handOvers(socket.told)).toMatchObject([
      { state: 'waiting', ticketId, text: expect.stringMatching(/person/) },
    ]);
    expect((await fan.send('POST', '/hand-over')).body.ticketId).toBe(ticketId);

    const { tickets } = await room.must('GET', '/chat/tickets');
    expect(tickets).toMatchObject([{ ticketId, conversationId: fan.id, state: 'waiting', reason: 'asked' }]);
    const shown = await room.must('GET', `/chat/tickets/${ticketId}`);
    expect(shown).toMatchObject({ transcript: [{ question: 'Where was it filmed?', outcome: 'answer' }] });
    expect(shown).not.toHaveProperty('taskToken');

    const reply = { replyId: randomUUID(), text: 'On Carrow Rock <b>itself</b>.' };
    const said = await room.must('POST', `/chat/tickets/${ticketId}/replies`, reply);
    expect(await room.must('POST', `/chat/tickets/${ticketId}/replies`, reply)).toEqual(said);
    await socket.until((told) => handOvers(told).length === 2);
    expect(handOvers(socket.told)[1]).toMatchObject({ state: 'answered', ticketId, text: reply.text });
    expect(await fan.read()).toEqual(socket.told);
    expect((await ended(ticketId)).detail).toMatchObject({ status: 'SUCCEEDED' });
    expect(await room.must('GET', '/chat/tickets?state=answered')).toMatchObject({ tickets: [{ ticketId }] });
  });

  test('is asked for in words', async () => {
    const fan = await open();
    const socket = await fan.follow();
    await fan.ask('I want to talk to a human');
    await socket.until((told) => handOvers(told).length === 1);
    expect(finals(socket.told)[0]?.answer.outcome).toBe('person');
    const { ticketId } = handOvers(socket.told)[0] ?? {};
    expect(await room.must('GET', `/chat/tickets/${ticketId}`)).toMatchObject({ reason: 'asked', state: 'waiting' });
  });

  test('is asked for by the chat itself, after two questions without an answer', async () => {
    const fan = await open();
    const socket = await fan.follow();
    for (const text of ['Who directed it?', 'Who wrote the script?']) await fan.ask(text);
    await socket.until((told) => handOvers(told).length === 1);
    expect(finals(socket.told).map(({ answer }) => answer.outcome)).toEqual(['unknown', 'unknown']);
    const { ticketId } = handOvers(socket.told)[0] ?? {};
    expect(await room.must('GET', `/chat/tickets/${ticketId}`)).toMatchObject({ reason: 'no-answer' });
  });

  test('cannot reply to a conversation that its fan had forgotten', async () => {
    const fan = await open();
    const { ticketId } = (await fan.send('POST', '/hand-over')).body;
    await fan.send('DELETE', '');
    const reply = { replyId: randomUUID(), text: 'Are you there?' };
    expect(await room.call('POST', `/chat/tickets/${ticketId}/replies`, reply)).toMatchObject({ status: 404 });
    expect(await room.call('GET', `/chat/tickets/${ticketId}`)).toMatchObject({ status: 404 });
  });

  test('has to be on the staff', async () => {
    const { ticketId } = (await (await open()).send('POST', '/hand-over')).body;
    for (const [method, path] of [
      ['GET', '/chat/tickets'],
      ['GET', `/chat/tickets/${ticketId}`],
      ['POST', `/chat/tickets/${ticketId}/replies`],
      ['GET', '/chat/gaps'],
      ['GET', '/chat/feedback'],
    ] as const) {
      const answer = await room.request(method, path, { bearer: 'nobody', ...(method === 'POST' ? { body: {} } : {}) });
      expect([path, answer.status]).toEqual([path, 401]);
    }
  });
});

describe('what could not be answered', () => {
  test('is grouped; a group becomes a draft FAQ; when that is public its questions are asked again', async () => {
    const asked = [
      'Is there a soundtrack on vinyl?',
      'is the soundtrack on vinyl',
      'Soundtrack on vinyl, is there one?',
    ];
    for (const text of asked) {
      const fan = await open();
      const socket = await fan.follow();
      await fan.ask(text);
      await socket.until(answered(1));
      expect(finals(socket.told)[0]?.answer.outcome).toBe('unknown');
    }
    const groups = async () =>
      ((await room.must('GET', '/chat/gaps')) as { gaps: { gapId: string; question: string; count: number }[] }).gaps;
    await expect
      .poll(async () => (await groups()).find(({ question }) => /vinyl/i.test(question))?.count, WAIT)
      .toBe(3);
    const { gapId = '' } = (await groups()).find(({ question }) => /vinyl/i.test(question)) ?? {};
    const draft = await room.must('POST', `/chat/gaps/${gapId}/draft`, {
      answer: { en: 'Yes: two records, from 11 December.' },
    });
    const { itemId } = draft;
    expect(await room.must('POST', `/chat/gaps/${gapId}/draft`, {})).toMatchObject({ itemId });
    await expect.poll(async () => (await room.call('GET', `/content/${itemId}`)).status, WAIT).toBe(200);
    expect(await room.must('GET', `/content/${itemId}`)).toMatchObject({ type: 'faq', state: 'draft' });
    await room.publish(String(itemId));
    const result = async () => room.must('GET', `/chat/gaps/${gapId}`);
    await expect.poll(async () => (await result()).state, WAIT).toBe('answered');
    const { asks, asked: again } = (await result()) as { asks: { again: object }[]; asked: object };
    expect(again).toMatchObject({ answered: 3, of: 3 });
    for (const each of asks) expect(each.again).toMatchObject({ outcome: 'answer', itemId });
  });

  test('can be wanted for later: it is answered in its conversation once something says it', async () => {
    const fan = await open();
    const socket = await fan.follow();
    await fan.ask('Who composed the music?');
    await socket.until(answered(1));
    const { status, body } = await fan.send('POST', '/turns/1/later');
    expect([status, Date.parse(body.expiresAt) > Date.now() + 29 * 86_400_000]).toEqual([200, true]);
    await room.create('faq', 'music', {
      question: { en: 'Who composed the music?' },
      answer: { en: 'Hedda Lisboa-Finch composed it.' },
    });
    await room.publish('music');
    await socket.until(answered(2));
    expect(socket.told.at(-2)).toMatchObject({ type: 'accepted', turn: 2, text: 'Who composed the music?' });
    expect(finals(socket.told)[1]).toMatchObject({ turn: 2, answer: { text: 'Hedda Lisboa-Finch composed it.' } });
    expect(await fan.send('POST', '/turns/9/later')).toMatchObject({ status: 404, body: { error: { field: 'turn' } } });
  });
});

test('what a fan says of an answer is kept with it; an answer that was none joins those that are missing', async () => {
  const fan = await open();
  const socket = await fan.follow();
  await fan.ask('When does it open?');
  await socket.until(answered(1));
  const path = '/turns/1/feedback';
  expect((await fan.send('POST', path, { verdict: 'yes' })).status).toBe(200);
  expect(
    (await fan.send('POST', path, { verdict: 'no', reason: 'out-of-date', note: 'ask a.b@example.org' })).status,
  ).toBe(200);
  const { feedback } = await room.must('GET', '/chat/feedback');
  expect(feedback).toMatchObject([
    {
      conversationId: fan.id,
      turn: 1,
      verdict: 'no',
      reason: 'out-of-date',
      note: 'ask [e-mail]',
      itemId: 'when-it-opens',
    },
  ]);
  expect(await room.must('GET', '/chat/feedback?verdict=yes')).toMatchObject({ feedback: [] });
  const groups = async () => JSON.stringify(await room.must('GET', '/chat/gaps'));
  await expect.poll(groups, WAIT).toContain('When does it open?');
  for (const [body, field] of [
    [{ verdict: 'maybe' }, 'verdict'],
    [{ verdict: 'no', reason: 'rude' }, 'reason'],
    [{ verdict: 'no', note: 'a'.repeat(501) }, 'note'],
  ] as const)
    expect(await fan.send('POST', path, body)).toMatchObject({ status: 400, body: { error: { field } } });
});
