import type { Timer } from '../../clock.ts';
import { JournalError } from '../store/journal.ts';
import type { Run } from './run.ts';
import type { Scope } from './scope.ts';

/** Shortest wait, in milliseconds, for which an execution leaves memory: coming back means reading its history. */
const SHORTEST_SLEEP = 10_000;

/**
 * Knows whether anything of an execution is under way, or all of it waits for what can wake it. When all of it waits
 * long enough the execution leaves memory, and goes on from its history later, as after a restart.
 */
export class Rest {
  readonly #run: Run;
  readonly #alarms = new Set<number[]>();
  readonly #wakers = new Set<string>();
  /** Threads that do not wait. */
  #active = 1;
  #considering = false;

  constructor(run: Run) {
    this.#run = run;
  }

  /** A timer whose time also wakes the execution. */
  at(at: number, ring: () => void): Timer {
    const alarm = [at];
    this.#alarms.add(alarm);
    const timer = this.#run.core.clock.at(at, () => {
      this.#alarms.delete(alarm);
      ring();
    });
    return {
      cancel: () => {
        this.#alarms.delete(alarm);
        timer.cancel();
      },
    };
  }

  /** Waits as `Scope.wait` does, for something that wakes the execution if it sleeps: a timer of `at`, or one of the `wakers`. */
  async wait<T>(scope: Scope, start: Parameters<typeof scope.wait<T>>[0], ...wakers: string[]): Promise<T> {
    for (const waker of wakers) this.#wakers.add(waker);
    this.#active -= 1;
    this.#consider();
    try {
      return await scope.wait<T>(start);
    } finally {
      this.#active += 1;
      for (const waker of wakers) this.#wakers.delete(waker);
    }
  }

  /** Waits for threads that began beside the present one, which itself does nothing meanwhile. */
  async together<T>(threads: readonly Promise<T>[]): Promise<T[]> {
    this.#active += threads.length - 1;
    const left = (): void => {
      this.#active -= 1;
      this.#consider();
    };
    for (const thread of threads) thread.then(left, left);
    try {
      return await Promise.all(threads);
    } finally {
      this.#active += 1;
    }
  }

  #consider(): void {
    // An Express execution has no history to come back from.
    if (this.#active > 0 || this.#considering || this.#run.row.type !== 'STANDARD') return;
    this.#considering = true;
    setImmediate(() => {
      this.#considering = false;
      if (this.#active === 0 && !this.#run.scope.cancelled) this.#sleep();
    });
  }

  #sleep(): void {
    const { core, row, lastId } = this.#run;
    let wakeAt: number | undefined;
    for (const [at = 0] of this.#alarms) if (wakeAt === undefined || at < wakeAt) wakeAt = at;
    // A long history takes longer to read, about a millisecond for every few dozen events.
    if (wakeAt !== undefined && wakeAt - core.clock.now() < SHORTEST_SLEEP + lastId) return;
    try {
      this.#run.flush(() => core.sleepers.add(row.key, wakeAt, this.#wakers));
    } catch (error) {
      if (error instanceof JournalError) return;
      throw error;
    }
    core.runs.delete(row.key);
    this.#run.scope.cancel();
  }
}
