import { expect, test } from 'vitest';
import { CALLER } from '../testing/fixtures.ts';
import { newsroom } from '../testing/newsroom.ts';
import { createRequestRebuild, RequestRebuildInput } from './step.ts';

test('a rebuild is written down as a publication without items, each time a new one', async () => {
  const room = newsroom();
  const ask = createRequestRebuild(room);
  const [one, other] = [await ask({}, CALLER), await ask({}, CALLER)];
  expect(one).toEqual({
    publicationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    kind: 'rebuild',
    items: [],
    state: 'waiting',
    requestedBy: CALLER.name,
    requestedAt: '2026-03-01T09:00:00.000Z',
    correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    causationId: CALLER.requestId,
  });
  expect([...room.publications.values()]).toEqual([one, other]);
});

test('it takes nothing', () => {
  expect(RequestRebuildInput.safeParse({ pages: 'all' }).success).toBe(false);
});
