import { randomUUID } from 'node:crypto';
import {
  CloudWatchLogsClient,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Final } from '../../services/chat/model/message.ts';
import { startChatNewsroom } from './chat-newsroom.ts';
import { answered, type Fan, openFan } from './fan.ts';
import type { Newsroom } from './newsroom.ts';

let room: Newsroom;
const fans: Fan[] = [];
beforeAll(async () => {
  room = await startChatNewsroom();
});
afterEach(() => fans.splice(0).forEach((fan) => void fan.hangUp()));
afterAll(() => room?.stop());

const open = async (locale?: string): Promise<Fan> => {
  const fan = await openFan(room.runtime.siteUrl, { locale });
  fans.push(fan);
  return fan;
};
const finals = (told: readonly { type: string }[]): Final[] => told.filter(({ type }) => type === 'final') as Final[];

/** How many lines of all logs have a text. */
const logged = async (text: string): Promise<number> => {
  const client = new CloudWatchLogsClient(room.connection.client);
  let count = 0;
  for await (const { logGroups = [] } of paginateDescribeLogGroups({ client }, {})) {
    for (const { logGroupName } of logGroups) {
      const given = { logGroupName, filterPattern: JSON.stringify(text) };
      for await (const { events = [] } of paginateFilterLogEvents({ client }, given)) count += events.length;
    }
  }
  client.destroy();
  return count;
};

describe('a question', () => {
  test('is taken at once and answered over the socket, with a number on each message and where the site says so', async () => {
    const fan = await open();
    const socket = await fan.follow();
    const turnId = randomUUID();
    expect(await fan.ask('When does it open?', turnId)).toMatchObject({ status: 202, body: { turn: 1, seq: 1 } });
    await socket.until(answered(1));
    const types = socket.told.map(({ type }) => type);
    expect([types.slice(0, 2), types.at(-1), new Set(types.slice(2, -1))]).toEqual([
      ['accepted', 'typing'],
      'final',
      new Set(['part']),
    ]);
    expect(socket.told.map(({ seq }) => seq)).toEqual(socket.told.map((_, index) => index + 1));
    const [final] = finals(socket.told);
    expect(final).toMatchObject({ turn: 1, turnId, answer: { outcome: 'answer', locale: 'en' } });
    expect(final?.answer.text).toContain('Friday 4 December');
    expect(final?.answer.sources[0]).toMatchObject({ itemId: 'when-it-opens', path: '/questions/#when-it-opens' });
    const parts = socket.told.map((message) => (message.type === 'part' ? message.text : '')).join('');
    expect(parts).toBe(final?.answer.text);
    expect(await fan.read()).toEqual(socket.told);
  });

  test('in the other language is answered in that', async () => {
    const fan = await open('es');
    const socket = await fan.follow();
    await fan.ask('¿dónde se rodó?');
    await socket.until(answered(1));
    expect(finals(socket.told)[0]?.answer).toMatchObject({
      ...{ locale: 'es', text: 'En la costa de Carrow, a lo largo de un solo invierno.' },
      sources: [{ path: '/es/questions/#where-filmed' }],
    });
  });

  test('sent again is the same turn; its id cannot be used for another one', async () => {
    const fan = await open();
    const socket = await fan.follow();
    const turnId = randomUUID();
    const replies = await Promise.all([1, 2, 3, 4].map(() => fan.ask('Where was it filmed?', turnId)));
    expect(replies.map(({ status, body }) => [status, body.turn, body.seq])).toEqual(Array(4).fill([202, 1, 1]));
    await socket.until(answered(1));
    expect(await fan.ask('Where was it filmed?', turnId)).toMatchObject({ status: 202, body: { turn: 1, seq: 1 } });
    expect(await fan.ask('When does it open?', turnId)).toMatchObject({
      status: 409,
      body: { error: { code: 'turn-id-used', field: 'turnId' } },
    });
    expect(finals(await fan.read())).toHaveLength(1);
  });

  test('is answered once and in its turn, however many come at the same moment and however often their events come', async () => {
    const fan = await open();
    const [one, two] = [await fan.follow(), await fan.follow()];
    const asked = await Promise.all(
      ['one', 'two', 'three', 'four', 'five'].map((name) => fan.ask(`Where was ${name} filmed?`)),
    );
    expect(asked.map(({ status }) => status)).toEqual(Array(5).fill(202));
    const events = room.seen.filter(({ detail }) => JSON.stringify(detail).includes(fan.id));
    expect(events.length).toBeGreaterThanOrEqual(5);
    await Promise.all([one.until(answered(5)), two.until(answered(5))]);
    const messages = await fan.read();
    expect(finals(messages).map(({ turn }) => turn)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(one.told)).toEqual(new Set(messages));
    expect(new Set(two.told)).toEqual(new Set(messages));
  });

  test('keeps nothing that identifies who asks: not in the conversation, not in any log', async () => {
    const fan = await open();
    const socket = await fan.follow();
    await fan.ask('When does it open? zelda.quimby@example.org, +44 20 7946 0958');
    await socket.until(answered(1));
    expect(socket.told[0]).toMatchObject({ text: 'When does it open? [e-mail], [phone]' });
    expect(finals(socket.told)[0]?.answer.sources[0]).toMatchObject({ itemId: 'when-it-opens' });
    expect(JSON.stringify(room.seen)).not.toContain('zelda');
    expect(await logged(fan.id)).toBeGreaterThan(0);
    expect(await logged('zelda')).toBe(0);
  });
});

describe('a socket', () => {
  test('that comes back is told exactly what it missed', async () => {
    const fan = await open();
    const first = await fan.follow();
    await fan.ask('When does it open?');
    await first.until((told) => told.length >= 2);
    await first.close();
    const seen = first.told.length;
    await fan.ask('Where was it filmed?');
    const second = await fan.follow(seen);
    await second.until((told) => finals(told).some(({ turn }) => turn === 2));
    expect([...first.told, ...second.told]).toEqual(await fan.read());
    expect(await fan.read(seen)).toEqual(second.told);
  });

  test('may say again what it has seen, and is told from there', async () => {
    const fan = await open();
    const socket = await fan.follow();
    await fan.ask('Where was it filmed?');
    await socket.until(answered(1));
    const count = socket.told.length;
    socket.client.send(JSON.stringify({ action: 'resume', after: 1 }));
    await socket.until((told) => told.length >= 2 * count - 1);
    expect(socket.told.slice(count)).toEqual(socket.told.slice(1, count));
  });

  test.each([
    ['no token', () => ''],
    ['a token of another conversation', (_: Fan, other: Fan) => other.token],
    ['a token with another signature', ({ token }: Fan) => `${token.slice(0, -4)}AAAA`],
  ])('with %s is not let in', async (_, tokenOf) => {
    const [fan, other] = [await open(), await open()];
    const client = new WebSocket(`${fan.socket}?conversation=${fan.id}&token=${tokenOf(fan, other)}`);
    const status = await new Promise((resolve) => {
      client.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode));
      client.on('open', () => resolve('open'));
      client.on('error', () => {});
    });
    expect([401, 403]).toContain(status);
  });

  test('is told what is wrong with what it says', async () => {
    const fan = await open();
    const socket = await fan.follow();
    const told = socket.told as unknown as { type: string; error?: { code: string; field?: string } }[];
    socket.client.send(JSON.stringify({ action: 'resume', after: 'the start' }));
    await socket.until(() => told.length === 1);
    expect(told).toMatchObject([{ type: 'refused', error: { code: 'invalid-input', field: 'after' } }]);
  });
});

describe('refused by name, with nothing kept', () => {
  const refused = async (
    fan: Fan,
    reply: Promise<{ status: number; body: unknown }>,
    status: number,
    error: object,
  ) => {
    expect(await reply).toMatchObject({ status, body: { error } });
    expect(await fan.read()).toEqual([]);
  };

  test.each([
    ['what is no JSON', 'When does it open?', 400, { code: 'invalid-json' }],
    ['a list', '[]', 400, { code: 'invalid-json' }],
    [
      'a megabyte',
      JSON.stringify({ turnId: randomUUID(), text: 'a'.repeat(2 ** 20) }),
      413,
      { code: 'body-too-large' },
    ],
    ['no text', { turnId: randomUUID() }, 400, { code: 'invalid-input', field: 'text' }],
    ['a number', { turnId: randomUUID(), text: 7 }, 400, { code: 'invalid-input', field: 'text' }],
    ['no word', { turnId: randomUUID(), text: ' ?! ' }, 400, { code: 'nothing-asked', field: 'text' }],
    ['501 characters', { turnId: randomUUID(), text: 'é'.repeat(501) }, 400, { code: 'too-long', field: 'text' }],
    ['a turn id that is none', { turnId: '1', text: 'When?' }, 400, { code: 'invalid-input', field: 'turnId' }],
    ['a field that is unknown', { turnId: randomUUID(), text: 'When?', role: 'admin' }, 400, { code: 'invalid-input' }],
    ...['\u0000', '\u0007', '\u202e', '\u2066', '\u{e0041}'].map(
      (character) =>
        [
          `U+${character.codePointAt(0)?.toString(16)}`,
          { turnId: randomUUID(), text: `When ${character}does it open?` },
          400,
          { code: 'hidden-characters', field: 'text' },
        ] as const,
    ),
  ] as const)('%s', async (_, body, status, error) => {
    const fan = await open();
    await refused(fan, fan.send('POST', '/turns', body), status, error);
  });

  test('a token that is missing, forged, ended or of another conversation', async () => {
    const [fan, other] = [await open(), await open()];
    const [id, expires = '', signature = ''] = fan.token.split('.');
    const later = (Number.parseInt(expires, 36) + 3_600_000).toString(36);
    const asked = (token?: string) =>
      fan.ask('When does it open?', randomUUID(), token === undefined ? {} : { 'conversation-token': token });
    await refused(fan, asked(), 401, { code: 'token-unknown', field: 'token' });
    await refused(fan, asked(`${id}.${later}.${signature}`), 401, { code: 'token-unknown' });
    await refused(fan, asked('a'.repeat(290)), 401, { code: 'token-unknown' });
    await refused(fan, asked(other.token), 403, { code: 'token-foreign' });
    expect(await fan.send('GET', '/turns', undefined, {})).toMatchObject({ status: 401 });
    expect(await fan.send('DELETE', '', undefined, { 'conversation-token': other.token })).toMatchObject({
      status: 403,
    });
  });

  test('a flood: the conversation is told how long to wait, and nobody else notices', async () => {
    const [fan, other] = [await open(), await open()];
    const replies = await Promise.all(Array.from({ length: 40 }, (_, index) => fan.ask(`Where was ${index} filmed?`)));
    const [taken, late] = [202, 429].map((status) => replies.filter((reply) => reply.status === status)) as [
      typeof replies,
      typeof replies,
    ];
    expect(taken.length + late.length).toBe(40);
    expect(taken.length).toBeLessThanOrEqual(8);
    for (const { headers, body } of late) {
      expect(body).toMatchObject({ error: { code: 'too-fast' } });
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    const socket = await other.follow();
    expect((await other.ask('When does it open?')).status).toBe(202);
    await socket.until(answered(1));
    const mine = await fan.follow();
    await mine.until(answered(taken.length));
    expect(finals(mine.told).map(({ turn }) => turn)).toEqual(taken.map((_, index) => index + 1));
  });
});

test('HTML and script are text, from the question to the answer', async () => {
  const fan = await open();
  const socket = await fan.follow();
  const text = '<script>alert(1)</script> When does <b>it</b> open?';
  await fan.ask(text);
  await socket.until(answered(1));
  expect(socket.told[0]).toMatchObject({ text });
  expect(finals(socket.told)[0]?.answer.text).not.toContain('<');
});

test('a conversation can be forgotten: nothing of it is left, and its sockets end', async () => {
  const fan = await open();
  const socket = await fan.follow();
  await fan.ask('Where was it filmed?');
  await socket.until(answered(1));
  const ended = new Promise((resolve) => socket.client.once('close', resolve));
  expect(await fan.send('DELETE', '')).toMatchObject({ status: 200, body: { forgotten: true } });
  await ended;
  for (const reply of [await fan.ask('Where was it filmed?'), await fan.send('GET', '/turns')]) {
    expect(reply).toMatchObject({ status: 404, body: { error: { code: 'conversation-unknown' } } });
  }
  expect(await fan.send('DELETE', '')).toMatchObject({ status: 200 });
});

test('what is taken back is not known from that moment on, what is published is', async () => {
  const fan = await open();
  const socket = await fan.follow();
  await room.create('faq', 'who-plays', {
    question: { en: 'Who plays the keeper?' },
    answer: { en: 'Inessa Varrowby plays the keeper.' },
  });
  const ask = async (turn: number): Promise<Final['answer'] | undefined> => {
    await fan.ask('Who plays the keeper?');
    await socket.until(answered(turn));
    return finals(socket.told)[turn - 1]?.answer;
  };
  expect((await ask(1))?.outcome).not.toBe('answer');
  await room.publish('who-plays');
  expect(await ask(2)).toMatchObject({ outcome: 'answer', text: 'Inessa Varrowby plays the keeper.' });
  await room.unpublish('who-plays');
  const { outcome, text = '' } = (await ask(3)) ?? {};
  expect([outcome === 'answer', text.includes('Inessa')]).toEqual([false, false]);
});
