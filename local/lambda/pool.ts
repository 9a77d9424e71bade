import { availableParallelism } from 'node:os';
import type { Clock, Timer } from '../clock.ts';
import type { FunctionConfiguration, InvocationResult } from './configuration.ts';
import type { Instance, Invocation } from './instance.ts';

/** How many instances of one function run at once where the template reserves no number: more would only share the same cores. */
const INSTANCES = Math.max(2, availableParallelism());

/** How long a warm instance is kept without work, in milliseconds; Lambda keeps it for minutes, a laptop wants its memory back. */
export const KEEP_WARM = 20_000;

/** How long an instance is used at most, in milliseconds: well within the 12 hours that its credentials are good for. */
export const LONGEST_LIFE = 6 * 3_600_000;

const failure = (errorType: string, errorMessage: string): InvocationResult => ({
  ok: false,
  error: { errorType, errorMessage },
  report: { durationMs: 0, billedMs: 0, maxMemoryMiB: 0 },
});

const CLOSED = failure('Runtime.Closed', 'The runtime was stopped before the request had its turn.');

type Waiting = { invocation: Invocation; resolve: (result: InvocationResult) => void };

/** The warm instances of one function: isolated from each other, capped, each with one request at a time. */
export class Pool {
  readonly #configuration: FunctionConfiguration;
  readonly #clock: Clock;
  readonly #start: () => Instance;
  readonly #idle = new Map<Instance, Timer>();
  readonly #busy = new Set<Instance>();
  readonly #startedAt = new WeakMap<Instance, number>();
  readonly #waiting: Waiting[] = [];
  #closed = false;

  constructor(configuration: FunctionConfiguration, clock: Clock, start: () => Instance) {
    this.#configuration = configuration;
    this.#clock = clock;
    this.#start = start;
  }

  /** Whether a reserved concurrency is used up, which callers are told as throttling. */
  get throttled(): boolean {
    const { reservedConcurrency } = this.#configuration;
    return reservedConcurrency !== undefined && this.#busy.size >= reservedConcurrency;
  }

  /** Runs a request on a warm instance or a new one, in turn where the laptop is busy. */
  invoke(invocation: Invocation): Promise<InvocationResult> {
    return new Promise((resolve) => {
      this.#waiting.push({ invocation, resolve });
      this.#next();
    });
  }

  /** Ends all instances. */
  close(): void {
    this.#closed = true;
    for (const [instance, timer] of this.#idle) {
      timer.cancel();
      instance.stop();
    }
    for (const instance of this.#busy) instance.stop();
    this.#idle.clear();
    for (const { resolve } of this.#waiting.splice(0)) resolve(CLOSED);
  }

  #next(): void {
    if (this.#closed || this.#busy.size >= (this.#configuration.reservedConcurrency ?? INSTANCES)) return;
    const work = this.#waiting.shift();
    if (!work) return;
    let instance: Instance;
    try {
      instance = this.#take();
    } catch (error) {
      // Its role or its code is gone: the caller is told, and whoever waits behind gets its turn.
      work.resolve(failure('Runtime.StartError', (error as Error).message));
      this.#next();
      return;
    }
    this.#busy.add(instance);
    void instance.invoke(work.invocation).then((result) => {
      this.#busy.delete(instance);
      if (this.#isOld(instance)) instance.stop();
      else if (instance.alive && !this.#closed) this.#keep(instance);
      work.resolve(result);
      this.#next();
    });
  }

  #take(): Instance {
    for (const [instance, timer] of [...this.#idle].reverse()) {
      timer.cancel();
      this.#idle.delete(instance);
      if (instance.alive) return instance;
    }
    const instance = this.#start();
    this.#startedAt.set(instance, this.#clock.now());
    return instance;
  }

  #isOld(instance: Instance): boolean {
    return this.#clock.now() - (this.#startedAt.get(instance) ?? 0) >= LONGEST_LIFE;
  }

  #keep(instance: Instance): void {
    const retire = (): void => {
      this.#idle.delete(instance);
      instance.stop();
    };
    this.#idle.set(instance, this.#clock.at(this.#clock.now() + KEEP_WARM, retire));
  }
}
