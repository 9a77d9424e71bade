import { expect, test } from 'vitest';
import * as z from 'zod';
import { subscriber } from './subscriber.ts';
import { linesOf } from './testing.ts';

test('a subscriber drops fields that it does not know and throws on, so that the event is tried again', async () => {
  const seen: unknown[] = [];
  const handler = subscriber(z.object({ id: z.string() }), async (event) => {
    seen.push(event);
    if (event.id === 'bad') throw new Error('not now');
  });
  await handler({ id: 'good', addedLater: true });
  await expect(handler({ id: 'bad' })).rejects.toThrow('not now');
  expect(seen).toEqual([{ id: 'good' }, { id: 'bad' }]);
});

test('every line of a subscriber names its own event as the cause, and the action that the event is of', async () => {
  const handler = subscriber(z.object({ id: z.string() }), async ({ id }) => {
    if (id === 'bad') throw new Error('not now');
  });
  const announced = (id: string, eventId: string) => ({
    id,
    detail: { metadata: { eventId, correlationId: 'the-action', causationId: 'what-came-before' }, data: {} },
  });
  const [done] = await linesOf(() => handler(announced('good', 'e-1'), { awsRequestId: 'r1' }));
  const trace = { correlationId: 'the-action', causationId: 'e-1' };
  expect(done).toMatchObject({ level: 'INFO', message: 'done', ...trace, function_request_id: 'r1' });
  const [failed] = await linesOf(() => handler(announced('bad', 'e-2'), { awsRequestId: 'r2' }));
  expect(failed).toMatchObject({ level: 'ERROR', message: 'not now', ...trace, causationId: 'e-2' });
});

test("of AWS's own events, which name no action, the lines have the identifier alone; of anything else nothing", async () => {
  const handler = subscriber(z.object({ id: z.string() }), async () => undefined);
  const [own] = await linesOf(() => handler({ id: 'of-s3', detail: { object: {} } }, { awsRequestId: 'r1' }));
  expect(own).toMatchObject({ message: 'done', causationId: 'of-s3' });
  expect(own).not.toHaveProperty('correlationId');
  const [none] = await linesOf(() => handler('no event', { awsRequestId: 'r2' }));
  expect(none).toMatchObject({ level: 'ERROR' });
  expect(none).not.toHaveProperty('causationId');
});
