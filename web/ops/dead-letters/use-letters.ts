import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { usePace } from '../app/session.tsx';
import { call } from '../aws/call.ts';
import type { Queue } from '../system/system.ts';
import { useSystem } from '../system/use-system.ts';
import { LETTERS, type Shown } from './letter-store.ts';
import { readQueue, SHOWN_FOR } from './read-queue.ts';

/** Messages of a queue, as SQS counts them. */
export type Depth = { queue: Queue; visible: number; hidden: number };

/** How many messages each dead-letter queue has, and how many of them somebody looks at or works on. */
export const useDepths = () => {
  const { data: system } = useSystem();
  const pace = usePace(2000, 10_000);
  return useQuery({
    queryKey: ['dead-letter-depths', system?.deadLetterQueues.map(({ url }) => url)],
    enabled: system !== undefined,
    refetchInterval: pace,
    queryFn: ({ signal }) =>
      Promise.all(
        (system?.deadLetterQueues ?? []).map(async (queue): Promise<Depth> => {
          const { Attributes = {} } = await call(
            'sqs',
            'GetQueueAttributes',
            {
              QueueUrl: queue.url,
              AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
            },
            signal,
          );
          return {
            queue,
            visible: Number(Attributes.ApproximateNumberOfMessages ?? 0),
            hidden: Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0),
          };
        }),
      ),
  });
};

/** Most messages that are read of a queue. */
export const MOST_OF_ALL = 100;
export const MOST_OF_ONE = 1000;

/** `of` is what the queue said it had. */
export type Reading = { at: number; of: number; busy: boolean; error?: unknown };

/** The messages of these queues: read once, and again where their number says that there are others. */
export const useLetters = (depths: readonly Depth[] | undefined, limit: number) => {
  const shown = useSyncExternalStore(LETTERS.subscribe, LETTERS.all);
  const [readings, setReadings] = useState<ReadonlyMap<string, Reading>>(new Map());
  const latest = useRef(readings);
  latest.current = readings;

  const read = useMemo(
    () =>
      async ({ queue, visible, hidden }: Depth): Promise<void> => {
        const put = (reading: Reading): void => {
          latest.current = new Map(latest.current).set(queue.url, reading);
          setReadings(latest.current);
        };
        const of = visible + hidden;
        put({ at: Date.now(), of, busy: true });
        try {
          const letters = await readQueue(queue, { limit, expected: visible });
          // What others hold cannot be read, and is there.
          LETTERS.take(queue.url, letters, hidden === 0 && letters.length < limit);
          put({ at: Date.now(), of, busy: false });
        } catch (error) {
          put({ at: Date.now(), of, busy: false, error });
        }
      },
    [limit],
  );

  useEffect(() => {
    for (const depth of depths ?? []) {
      const { queue, visible, hidden } = depth;
      const known = knownOf(shown, queue.url);
      const reading = latest.current.get(queue.url);
      const total = visible + hidden;
      const since = reading ? Date.now() - reading.at : Number.POSITIVE_INFINITY;
      const isFresh = reading?.busy || since < (SHOWN_FOR + 1) * 1000;
      const isKnown = total === known || (known >= limit && total >= limit);
      // What was read to its end is not read again for the same number: each reading hides the messages from others.
      const isThrough = hidden === 0 && total === reading?.of;
      if (total === 0 && known > 0 && !reading?.busy) LETTERS.take(queue.url, [], true);
      else if (total > 0 && !isFresh && !isKnown && !isThrough) void read(depth);
    }
  }, [depths, shown, limit, read]);

  return { shown, readings, read };
};

/** How many messages of a queue are known that are still in it. */
export const knownOf = (shown: ReadonlyMap<string, Shown>, url: string): number => {
  let known = 0;
  for (const { letter, outcome } of shown.values()) if (letter.queue.url === url && !outcome?.gone) known += 1;
  return known;
};
