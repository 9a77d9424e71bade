import { beforeEach, expect, test } from 'vitest';
import { KEPT } from '../settings.ts';
import { startConversation, type Talk } from '../testing/conversation.ts';
import { type ChatWorld, chatWorld } from '../testing/world.ts';
import { issueToken } from '../token.ts';
import { createOpenSocket, OpenSocketInput } from './step.ts';

let world: ChatWorld;
let talk: Talk;
beforeEach(async () => {
  world = chatWorld();
  talk = await startConversation(world);
});
const open = (token?: string) =>
  world.steps.openSocket({ connectionId: 'a tab', conversation: talk.id, ...(token ? { token } : {}) });

test('whoever has the token is let in, and is told of nothing yet', async () => {
  await open(talk.token);
  await open(talk.token);
  expect(await world.table.conversationOf('a tab')).toBe(talk.id);
  expect((await talk.stored()).sockets).toEqual([]);
});

test('whose socket it is is kept for a little longer than any socket lives', async () => {
  const kept: number[] = [];
  const noteSocket = async (_: string, __: string, expiresAt: number) => void kept.push(expiresAt);
  const input = { connectionId: 'a tab', conversation: talk.id, token: talk.token };
  await createOpenSocket({ ...world.deps, noteSocket })(input);
  expect(kept).toEqual([world.clock.now / 1000 + 9_000]);
});

test('nobody else is let in', async () => {
  const other = await startConversation(world);
  await expect(open()).rejects.toMatchObject({ status: 401, code: 'token-unknown' });
  await expect(open(other.token)).rejects.toMatchObject({ status: 403, code: 'token-foreign' });
  world.clock.now += KEPT;
  const { token } = await issueToken(world.deps, talk.id);
  await expect(open(token)).rejects.toMatchObject({ status: 404, code: 'conversation-unknown' });
  expect(await world.table.conversationOf('a tab')).toBeUndefined();
});

test('its input is the query that the socket was opened with', () => {
  const input = { connectionId: 'one', conversation: talk.id, token: 'a' };
  expect(OpenSocketInput.parse(input)).toEqual(input);
  for (const wrong of [{ conversation: 'mine' }, { token: 'a'.repeat(301) }, { after: '1' }])
    expect(OpenSocketInput.safeParse({ ...input, ...wrong }).success).toBe(false);
});
