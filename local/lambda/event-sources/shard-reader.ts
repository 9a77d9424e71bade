import { createHash } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { transaction } from '../../database.ts';
import { compileFilters, type Filter } from './filter.ts';
import { LARGEST_EVENT, type Mapping } from './mapping.ts';
import { pause } from './pause.ts';
import type { MappingStore, Position } from './store.ts';
import { type Finish, processBatch, type StreamBatches } from './stream-batch.ts';
import { isBehind, type Stream, type StreamRecord } from './stream-source.ts';

type Entry = { record: StreamRecord; bytes: number; at: number; lane: number; done: boolean };

export type ShardOptions = StreamBatches & {
  clock: Clock;
  store: MappingStore;
  stream: Stream;
  mapping: Mapping;
  shardId: string;
  signal: AbortSignal;
  /** Waits until there may be more to read. */
  more: () => Promise<void>;
};

/**
 * Reads one shard and hands its records to the function in batches, in order within each lane; records of one item share a
 * lane. How far each lane has come is in the database before the next batch, so a restart repeats the batches under way.
 */
export class ShardReader {
  readonly #options: ShardOptions;
  readonly #matches: Filter;
  /** Read and not yet known to be done with all before them, in order. */
  #pending: Entry[] = [];
  readonly #lanes: Entry[][];
  readonly #working = new Map<number, Promise<void>>();
  #position: Position;
  #lastDone: Record<number, string>;
  #wake: (() => void) | undefined;

  constructor(options: ShardOptions) {
    const { store, mapping, shardId } = options;
    this.#options = options;
    this.#matches = compileFilters(mapping.filters);
    this.#position = store.position(mapping.uuid, shardId) ?? { sequence: '', lanes: {}, finished: false };
    const sameLanes = Number(this.#position.lanes[-1] ?? mapping.parallelization) === mapping.parallelization;
    this.#lastDone = sameLanes ? { ...this.#position.lanes } : {};
    this.#lanes = Array.from({ length: mapping.parallelization }, () => []);
  }

  /** Reads until the shard has ended and all of it is done, or the mapping stops. Throws what the stream refuses. */
  async run(): Promise<void> {
    const { stream, shardId, signal, mapping, more } = this.#options;
    const most = Math.max(1000, mapping.batchSize * mapping.parallelization);
    try {
      let iterator: string | undefined = await stream.iterator(shardId, this.#position.sequence);
      while (iterator !== undefined && !signal.aborted) {
        if (this.#pending.length >= most) {
          await this.#change();
          continue;
        }
        const waiting = more();
        const page = await stream.read(iterator, most - this.#pending.length);
        this.#take(page.records);
        iterator = page.next;
        if (page.records.length === 0 && iterator !== undefined) await waiting;
      }
      while (this.#working.size > 0) await Promise.all(this.#working.values());
    } catch (error) {
      this.#lanes.forEach((lane) => void lane.splice(0));
      await Promise.all(this.#working.values());
      throw error;
    }
    if (!signal.aborted) this.#save({ ...this.#position, finished: true });
  }

  #take(records: readonly StreamRecord[]): void {
    const { clock, mapping } = this.#options;
    for (const record of records) {
      const lane = laneOf(record, mapping.parallelization);
      const doneTo = this.#lastDone[lane];
      const known = doneTo !== undefined && !isBehind(record.dynamodb.SequenceNumber, doneTo);
      const done = known || !this.#matches(record);
      const entry = { record, bytes: done ? 0 : JSON.stringify(record).length, at: clock.now(), lane, done };
      this.#pending.push(entry);
      if (!done) this.#lanes[lane]?.push(entry);
    }
    if (records.length === 0) return;
    this.#settle();
    this.#lanes.forEach((queue, lane) => {
      if (queue.length === 0 || this.#working.has(lane)) return;
      const working = this.#work(queue, lane).finally(() => this.#working.delete(lane));
      this.#working.set(lane, working);
    });
    this.#tell();
  }

  async #work(queue: Entry[], lane: number): Promise<void> {
    const { mapping, shardId, signal } = this.#options;
    while (queue.length > 0 && !signal.aborted) {
      await this.#gather(queue);
      const batch = queue.splice(0, fitting(queue, mapping.batchSize));
      const finish: Finish = (records, write) => this.#finish(batch, lane, records, write);
      if (!signal.aborted)
        await processBatch(
          this.#options,
          mapping,
          shardId,
          batch.map(({ record }) => record),
          finish,
          signal,
        );
      this.#tell();
    }
  }

  /** Waits until a batch is full or its first record has waited as long as the mapping says. */
  async #gather(queue: Entry[]): Promise<void> {
    const { clock, mapping, signal } = this.#options;
    const until = (queue[0]?.at ?? 0) + mapping.windowSeconds * 1000;
    const isFull = (): boolean => fitting(queue, mapping.batchSize) < queue.length || queue.length >= mapping.batchSize;
    const over = new AbortController();
    const both = AbortSignal.any([signal, over.signal]);
    while (!isFull() && clock.now() < until && !signal.aborted) {
      await Promise.race([pause(clock, until, both), this.#change()]);
    }
    over.abort();
  }

  #finish(batch: readonly Entry[], lane: number, records: readonly StreamRecord[], write?: () => () => void): void {
    const finished = new Set(records);
    for (const entry of batch) if (finished.has(entry.record)) entry.done = true;
    const last = records.at(-1)?.dynamodb.SequenceNumber;
    if (last !== undefined) this.#lastDone[lane] = last;
    this.#settle(write);
  }

  /** Moves the position behind all that is done, in one transaction with `write`. */
  #settle(write?: () => () => void): void {
    const open = this.#pending.findIndex(({ done }) => !done);
    const done = this.#pending.splice(0, open < 0 ? this.#pending.length : open);
    const sequence = done.at(-1)?.record.dynamodb.SequenceNumber ?? this.#position.sequence;
    // Lanes that are not ahead of the position need no mark of their own.
    const ahead = Object.entries(this.#lastDone).filter(([lane, at]) => Number(lane) >= 0 && isBehind(at, sequence));
    const width = this.#options.mapping.parallelization;
    const lanes = ahead.length === 0 ? {} : { ...Object.fromEntries(ahead), [-1]: String(width) };
    const { database } = this.#options.store;
    const after = transaction(database, () => {
      this.#save({ sequence, lanes, finished: false });
      return write?.();
    });
    after?.();
  }

  #save(position: Position): void {
    const { store, mapping, shardId } = this.#options;
    this.#position = position;
    store.move(mapping.uuid, shardId, position);
  }

  #changed: Promise<void> | undefined;

  /** Resolves when records have come or are done, or the mapping stops. */
  #change(): Promise<void> {
    this.#changed ??= new Promise((resolve) => {
      const { signal } = this.#options;
      this.#wake = () => {
        signal.removeEventListener('abort', this.#wake as () => void);
        this.#changed = undefined;
        this.#wake = undefined;
        resolve();
      };
      signal.addEventListener('abort', this.#wake, { once: true });
    });
    return this.#changed;
  }

  #tell(): void {
    this.#wake?.();
  }
}

/** How many records of a queue one event holds. */
const fitting = (queue: readonly Entry[], most: number): number => {
  let [count, bytes] = [0, 0];
  for (const entry of queue) {
    bytes += entry.bytes + ROOM;
    if (count > 0 && (count >= most || bytes > LARGEST_EVENT)) break;
    count += 1;
  }
  return count;
};

/** Room for the source's ARN and what encloses a record, in bytes. */
const ROOM = 300;

/** Records of one item go the same lane. */
const laneOf = ({ dynamodb }: StreamRecord, lanes: number): number =>
  lanes === 1 ? 0 : createHash('md5').update(keyText(dynamodb.Keys)).digest().readUInt32BE() % lanes;

const keyText = (keys: object): string => JSON.stringify(Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1)));
