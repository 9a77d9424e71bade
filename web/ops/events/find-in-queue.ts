import { call } from '../aws/call.ts';
import { LETTERS } from '../dead-letters/letter-store.ts';
import { readQueue } from '../dead-letters/read-queue.ts';
import type { Queue } from '../system/system.ts';
import type { BusEvent } from './event.ts';

/** Messages that are looked at. */
const MOST = 100;

/** Hidden from others only while we look, in seconds. */
const LOOKED_AT_FOR = 5;

/** Whether a dead-letter queue has an event, as far as others let us see it. Throws `AwsCallError`. */
export const findInQueue = async (queue: Queue, event: BusEvent, signal: AbortSignal): Promise<boolean> => {
  const names = (text: string): boolean => text.includes(event.id) || text.includes(event.eventId ?? event.id);
  for (const { letter, outcome } of LETTERS.all().values())
    if (letter.queue.url === queue.url && !outcome?.gone && names(letter.body)) return true;
  const input = { QueueUrl: queue.url, AttributeNames: ['ApproximateNumberOfMessages' as const] };
  const { Attributes = {} } = await call('sqs', 'GetQueueAttributes', input, signal);
  const expected = Number(Attributes.ApproximateNumberOfMessages ?? 0);
  if (expected === 0) return false;
  const letters = await readQueue(queue, { limit: MOST, expected, seconds: LOOKED_AT_FOR, signal });
  // What was seen is known: for a moment it is hidden from the next look too.
  LETTERS.take(queue.url, letters, false);
  return letters.some(({ body }) => names(body));
};
