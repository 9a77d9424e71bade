import { pause } from './pause.ts';
import { type ShardOptions, ShardReader } from './shard-reader.ts';

export type StreamPollerOptions = Omit<ShardOptions, 'shardId' | 'more'> & {
  /** Calls back after each write to the table behind a stream; answers what ends that. */
  onWrite: (tableArn: string, listener: () => void) => () => void;
  /** How often a stream is looked at though nothing told of a write, in milliseconds. */
  lookEvery: number;
};

/** Wait after the stream refused something, in milliseconds. */
const AFTER_REFUSAL = 1000;

/** Reads a stream until `signal` aborts: each shard once its parent is done. Resolves when nothing is under way any more. */
export const pollStream = async (options: StreamPollerOptions): Promise<void> => {
  const { mapping, signal, clock, stream, store, tell, onWrite, lookEvery } = options;
  const wakes = new Set<() => void>();
  const wakeAll = (): void => {
    for (const wake of wakes) wake();
  };
  const unsubscribe = onWrite(tableOf(mapping.sourceArn), wakeAll);
  /** Listens at once, so that no write between a look and the wait for the next is missed. */
  const more = (): Promise<void> => {
    const written = new AbortController();
    const wake = (): void => written.abort();
    wakes.add(wake);
    const waiting = pause(clock, clock.now() + lookEvery, AbortSignal.any([signal, written.signal]));
    return waiting.finally(() => wakes.delete(wake));
  };

  const reading = new Map<string, Promise<void>>();
  const read = async (shardId: string): Promise<void> => {
    while (!signal.aborted) {
      try {
        return await new ShardReader({ ...options, shardId, more }).run();
      } catch (error) {
        tell(mapping.uuid, `PROBLEM: ${(error as Error).message}`);
        await pause(clock, clock.now() + AFTER_REFUSAL, signal);
      }
    }
  };
  while (!signal.aborted) {
    try {
      const shards = await stream.shards();
      const ids = new Set(shards.map(({ id }) => id));
      store.keepShards(mapping.uuid, [...ids]);
      const isDone = (id: string): boolean => store.position(mapping.uuid, id)?.finished ?? false;
      for (const { id, parent } of shards) {
        if (reading.has(id) || isDone(id) || (parent && ids.has(parent) && !isDone(parent))) continue;
        const run = read(id).finally(() => {
          reading.delete(id);
          wakeAll();
        });
        reading.set(id, run);
      }
      await more();
    } catch (error) {
      tell(mapping.uuid, `PROBLEM: ${(error as Error).message}`);
      await pause(clock, clock.now() + AFTER_REFUSAL, signal);
    }
  }
  unsubscribe();
  await Promise.all(reading.values());
};

const tableOf = (streamArn: string): string => streamArn.split('/stream/')[0] ?? streamArn;
