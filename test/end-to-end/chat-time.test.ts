import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { VirtualClock } from '../../local/clock.ts';
import type { Message } from '../../services/chat/model/message.ts';
import { IDLE, KEPT, TOKEN_LIFE } from '../../services/chat/settings.ts';
import { issueToken } from '../../services/chat/token.ts';
import { answered, type Fan, openFan } from './fan.ts';
import { NAVIGATION, type Newsroom } from './newsroom.ts';
import { openOnClock, publishOnClock, settleOnClock } from './newsroom-on-clock.ts';

const HOUR = 3_600_000;
const QUESTION = 'When does it open?';

// What waits goes by the clock of the test. Functions go by the machine's, so what they measure is made older in the table.
let clock: VirtualClock;
let room: Newsroom;
let fan: Fan;
beforeAll(async () => {
  clock = new VirtualClock(Date.now());
  room = await openOnClock(clock);
  await room.create('navigation', 'navigation', NAVIGATION);
  await room.create('faq', 'when', { question: { en: QUESTION }, answer: { en: 'On Friday 4 December at 20:00.' } });
  await publishOnClock(clock, room, ['navigation', 'when']);
});
beforeEach(async () => {
  fan = await openFan(room.runtime.siteUrl);
});
afterEach(() => fan?.hangUp());
afterAll(() => room?.stop());

const table = () => {
  const client = new DynamoDBClient(room.connection.client);
  const TableName = room.connection.outputs.ChatTableName;
  const documents = DynamoDBDocumentClient.from(client);
  const pk = `CONV#${fan.id}`;
  return {
    /** Sets a member of the conversation, or of another item of it, as if time had passed. */
    age: (member: 'activeAt' | 'expiresAt', value: number, sk = 'TURN#~') =>
      documents.send(
        new UpdateCommand({
          ...{ TableName, Key: { pk, sk }, UpdateExpression: 'SET #member = :value' },
          ExpressionAttributeNames: { '#member': member },
          ExpressionAttributeValues: { ':value': value },
        }),
      ),
    /** What is kept of the conversation. */
    items: async (): Promise<Record<string, unknown>[]> => {
      const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
      return (await documents.send(new QueryCommand({ TableName, ...query, ConsistentRead: true }))).Items ?? [];
    },
    ticket: async (ticketId: string): Promise<Record<string, unknown> | undefined> => {
      const Key = { pk: `TICKET#${ticketId}`, sk: 'TICKET' };
      return (await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
    },
    key: async (): Promise<string> => {
      const Key = { pk: 'TOKEN-KEY', sk: 'TOKEN-KEY' };
      return (await documents.send(new GetCommand({ TableName, Key }))).Item?.key;
    },
  };
};

const until = (test: (told: readonly Message[]) => boolean): Promise<void> =>
  settleOnClock(clock, async () => test(await fan.read()));
const ask = async (): Promise<void> => {
  const before = (await fan.read()).filter(({ type }) => type === 'final').length;
  expect((await fan.ask(QUESTION)).status).toBe(202);
  await until(answered(before + 1));
};
const statesOf = (told: readonly Message[]) =>
  told.flatMap((message) => (message.type === 'hand-over' ? [message.state] : []));

test('a conversation that nobody has used for a while is closed with a message, and takes no question any more', async () => {
  await ask();
  const socket = await fan.follow();
  await socket.until(answered(1));
  await table().age('activeAt', Date.now() - IDLE - 1_000);
  const closed = { status: 410, body: { error: { code: 'conversation-closed', field: 'id' } } };
  expect(await fan.ask(QUESTION)).toMatchObject(closed);
  expect((await fan.read()).at(-1)).toMatchObject({ type: 'closed', reason: 'idle' });
  await socket.until((told) => told.at(-1)?.type === 'closed');
  expect(await fan.ask(QUESTION)).toMatchObject(closed);
  expect((await fan.read()).filter(({ type }) => type === 'closed')).toHaveLength(1);
  const next = await openFan(room.runtime.siteUrl);
  expect((await next.ask(QUESTION)).status).toBe(202);
}, 120_000);

test('a token past half of its life is exchanged for a fresh one; one that has ended is refused', async () => {
  const key = await table().key();
  const tokenEnding = async (inMilliseconds: number): Promise<Record<string, string>> => {
    const deps = { tokenKey: async () => key, now: Date.now };
    return { 'conversation-token': (await issueToken(deps, fan.id, Date.now() + inMilliseconds)).token };
  };
  const read = (headers: Record<string, string>) => fan.send('GET', '/turns', undefined, headers);
  expect((await read(await tokenEnding(TOKEN_LIFE / 2 + 60_000))).body).not.toHaveProperty('token');
  const { body } = await read(await tokenEnding(TOKEN_LIFE / 2 - 60_000));
  expect(Date.parse(body.expiresAt) - Date.now()).toBeGreaterThan(TOKEN_LIFE - 60_000);
  expect((await read({ 'conversation-token': body.token })).status).toBe(200);
  const ended = { status: 401, body: { error: { code: 'token-expired', field: 'token' } } };
  expect(await read(await tokenEnding(-1_000))).toMatchObject(ended);
  expect(await fan.ask(QUESTION, undefined, await tokenEnding(-1_000))).toMatchObject(ended);
}, 120_000);

test('a conversation past its time is gone, and the table deletes all that it has of it', async () => {
  await ask();
  const { age, items: kept } = table();
  const items = await kept();
  expect(items.length).toBeGreaterThanOrEqual(3);
  for (const { expiresAt } of items) {
    expect(Math.abs(Number(expiresAt) * 1000 - Date.now() - KEPT)).toBeLessThan(120_000);
  }
  const past = Math.floor(Date.now() / 1000) - 1;
  await age('expiresAt', past);
  const gone = { status: 404, body: { error: { code: 'conversation-unknown', field: 'id' } } };
  expect(await fan.ask(QUESTION)).toMatchObject(gone);
  expect(await fan.send('GET', '/turns')).toMatchObject(gone);
  for (const { sk } of items) await age('expiresAt', past, String(sk));
  await settleOnClock(clock, async () => (await kept()).length === 0, 60_000);
  expect(await fan.send('GET', '/turns')).toMatchObject(gone);
}, 120_000);

// The last one: half a day later nothing that is signed by the machine's time is let in.
test('who waited twelve hours for a person is told that nobody came, and may ask for one again', async () => {
  const first = (await fan.send('POST', '/hand-over')).body.ticketId;
  const { ticket } = table();
  await settleOnClock(clock, async () => (await ticket(first))?.taskToken !== undefined);
  await clock.advance(11 * HOUR);
  await settleOnClock(clock, async () => true);
  expect(statesOf(await fan.read())).toEqual(['waiting']);
  await clock.advance(HOUR);
  await until((told) => statesOf(told).length === 2);
  expect((await fan.read()).at(-1)).toMatchObject({ state: 'timed-out', ticketId: first });
  await settleOnClock(clock, async () => room.countEnded('handover', first) === 1);
  const again = await fan.send('POST', '/hand-over');
  expect([again.status, again.body.ticketId === first]).toEqual([202, false]);
  await until((told) => statesOf(told).length === 3);
  expect(statesOf(await fan.read())).toEqual(['waiting', 'timed-out', 'waiting']);
}, 120_000);
