import { beforeEach, expect, test } from 'vitest';
import { KEPT, TOKEN_LIFE } from '../settings.ts';
import { type ChatWorld, chatWorld, LIMITS, VISITOR } from '../testing/world.ts';
import { checkToken } from '../token.ts';
import { createOpenConversation, OpenConversationInput } from './step.ts';

let world: ChatWorld;
beforeEach(() => {
  world = chatWorld();
});

test('whoever opens a conversation gets a token, until when it is good, and where its socket is', async () => {
  const opened = await world.steps.open({ locale: 'es' }, VISITOR);
  const { conversationId, token } = opened;
  expect(opened).toEqual({
    conversationId,
    token,
    expiresAt: new Date(world.clock.now + TOKEN_LIFE).toISOString(),
    socket: 'wss://example.com/socket',
    last: 0,
  });
  expect(await checkToken(world.deps, conversationId, token)).toEqual({});
  expect(await world.table.read(conversationId)).toMatchObject({
    ...{ locale: 'es', state: 'open', lastSeq: 0, accepted: 0, answered: 0, sockets: [] },
    expiresAt: (world.clock.now + KEPT) / 1000,
  });
});

test('opened twice, they are two conversations', async () => {
  const [one, other] = [
    await world.steps.open({ locale: 'en' }, VISITOR),
    await world.steps.open({ locale: 'en' }, VISITOR),
  ];
  expect(one.conversationId).not.toBe(other.conversationId);
});

test('of who asks only the country is kept', async () => {
  const open = async (visitor: typeof VISITOR & { territory?: string }) =>
    world.table.read((await world.steps.open({ locale: 'en' }, visitor)).conversationId);
  const kept = await open({ ...VISITOR, territory: 'JP' });
  expect(kept?.territory).toBe('JP');
  expect(JSON.stringify(kept)).not.toContain(VISITOR.address);
  expect(await open(VISITOR)).not.toHaveProperty('territory');
});

test('a network address opens so many, and is counted without being kept', async () => {
  const limits = { ...LIMITS, conversationsOfAddress: { perSecond: 0.1, burst: 2 } };
  const open = createOpenConversation({ ...world.deps, limits });
  for (let time = 0; time < 2; time++) await open({ locale: 'en' }, VISITOR);
  await expect(open({ locale: 'en' }, VISITOR)).rejects.toMatchObject({
    status: 429,
    code: 'too-fast',
    retryAfter: 10,
  });
  expect(world.table.rows.size).toBe(2);
  await open({ locale: 'en' }, { ...VISITOR, address: '198.51.100.8' });
  const buckets = [...world.table.buckets.keys()];
  expect(buckets).toHaveLength(2);
  for (const bucket of buckets) expect(bucket).toMatch(/^conversations#[\w-]{22}$/);
});

test('its input may name a language', () => {
  expect(OpenConversationInput.parse({})).toEqual({ locale: 'en' });
  expect(OpenConversationInput.parse({ locale: 'es-MX' })).toEqual({ locale: 'es-MX' });
  for (const locale of ['english', 'EN', '']) expect(OpenConversationInput.safeParse({ locale }).success).toBe(false);
});
