import type { Clock } from '../clock.ts';
import type { SqsQueue } from '../fauxqs/sqs-store.ts';

/**
 * Resolves once messages may be there: one has come, a delay or a visibility timeout is over on our clock, `until` is reached
 * or `signal` aborts. Nothing is looked at in between.
 */
export const awaitMessages = (clock: Clock, queue: SqsQueue, until: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      timer.cancel();
      signal?.removeEventListener('abort', end);
      const at = queue.pollWaiters.indexOf(waiter);
      if (at >= 0) queue.pollWaiters.splice(at, 1);
      resolve();
    };
    // The queue calls it, and lets go of it, when a message comes.
    const waiter = { resolve: end };
    queue.pollWaiters.push(waiter);
    const timer = clock.at(Math.min(until, nextDue(queue)), end);
    signal?.addEventListener('abort', end, { once: true });
    // One may have come since the last look.
    if (signal?.aborted || queue.messages.length > 0 || queue.hasAvailableFifoMessages()) end();
  });

/** When the next message that is in flight or delayed can be received again. */
const nextDue = ({ inflightMessages, delayedMessages, fifoDelayed }: SqsQueue): number => {
  let next = Number.POSITIVE_INFINITY;
  for (const { visibilityDeadline } of inflightMessages.values()) next = Math.min(next, visibilityDeadline);
  for (const { delayUntil } of delayedMessages) next = Math.min(next, delayUntil ?? next);
  for (const group of fifoDelayed.values())
    for (const { delayUntil } of group) next = Math.min(next, delayUntil ?? next);
  return next;
};
