import type { Period } from '../executions/period.ts';
import type { BusEvent } from './event.ts';
import { windowsOf } from './windows.ts';

/** Most events that the list keeps; a filter or a shorter time finds others. */
export const MOST_EVENTS = 10_000;

/** Lines reach a log a little after they were written. */
const LATE = 10_000;

export type FeedState = {
  /** Newest first. */
  events: readonly BusEvent[];
  loading: boolean;
  /** There are more than are kept. */
  capped: boolean;
  /** When it was last asked for. */
  at: number;
  error?: unknown;
};

/** Reads the log in a time, a page after another. */
export type Read = (period: { from: number; to?: number }) => AsyncIterable<BusEvent[]>;

/** Newest first; those of one moment by their line, so that no two ever change places. */
const order = (one: BusEvent, other: BusEvent): number =>
  other.at - one.at || (one.key < other.key ? 1 : one.key > other.key ? -1 : 0);

/** The events of a time, the newest loaded first, then kept up to date. */
export class EventFeed {
  readonly #read: Read;
  readonly #period: Period;
  readonly #tell: (state: FeedState) => void;
  readonly #now: () => number;
  readonly #events = new Map<string, BusEvent>();
  #state: FeedState = { events: [], loading: true, capped: false, at: 0 };
  #upTo = 0;
  #stopped = false;

  constructor(read: Read, period: Period, tell: (state: FeedState) => void, now: () => number = Date.now) {
    this.#read = read;
    this.#period = period;
    this.#tell = tell;
    this.#now = now;
  }

  /** Reads the whole time, stretch by stretch, until it is through or has enough. */
  async load(): Promise<void> {
    const began = this.#now();
    await this.#carry(async () => {
      for (const window of windowsOf(this.#period.from, this.#period.to ?? began + LATE)) {
        for await (const page of this.#read(window)) this.#take(page);
        if (this.#events.size >= MOST_EVENTS) break;
      }
      this.#upTo = began;
    });
    this.#put({ loading: false, capped: this.#events.size >= MOST_EVENTS });
  }

  /** Takes up what is new. */
  async refresh(): Promise<void> {
    const began = this.#now();
    await this.#carry(async () => {
      const from = Math.max(this.#period.from, this.#upTo - LATE);
      for await (const page of this.#read({ from })) this.#take(page);
      this.#upTo = began;
    });
  }

  stop(): void {
    this.#stopped = true;
  }

  #take(page: readonly BusEvent[]): void {
    const fresh = page.filter(({ key }) => !this.#events.has(key));
    if (fresh.length === 0) return;
    for (const event of fresh) this.#events.set(event.key, event);
    const sorted = [...this.#events.values()].sort(order);
    for (const { key } of sorted.splice(MOST_EVENTS)) this.#events.delete(key);
    this.#put({ events: sorted, ...(this.#events.size >= MOST_EVENTS && { capped: true }) });
  }

  async #carry(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#put({ at: this.#now(), error: undefined });
    } catch (error) {
      this.#put({ error });
    }
  }

  #put(change: Partial<FeedState>): void {
    this.#state = { ...this.#state, ...change };
    if (!this.#stopped) this.#tell(this.#state);
  }
}
