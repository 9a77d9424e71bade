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
  readonly #ending = new Set<Promise<void>>();
  #retired = false;
  #closed = false;

  constructor(configuration: FunctionConfiguration, clock: Clock, start: () => Instance) {
    this.#configuration = configuration;
    this.#clock = clock;
    this.#start = start;
  }

  /** How many requests are under way or wait for their turn. */
  get inUse(): number {
    return this.#busy.size + this.#waiting.length;
  }

  /** Whether neither a request nor an instance is left. */
  get isEmpty(): boolean {
    return this.inUse + this.#idle.size + this.#ending.size === 0;
  }

  /** Runs a request on a warm instance or a new one, in turn where the laptop is busy. */
  invoke(invocation: Invocation): Promise<InvocationResult> {
    return new Promise((resolve) => {
      this.#waiting.push({ invocation, resolve });
      this.#next();
    });
  }

  /** Ends all instances: those that wait may tidy up, what is under way is cut off. Resolves when none is left. */
  async close(): Promise<void> {
    this.#closed = true;
    const idle = [...this.#idle];
    this.#idle.clear();
    for (const { resolve } of this.#waiting.splice(0)) resolve(CLOSED);
    for (const instance of this.#busy) instance.kill();
    await Promise.all([...idle.map(([instance, timer]) => end(instance, timer)), ...this.#ending]);
  }

  /** Lets go of what waits and begins nothing new; what is under way ends by itself. */
  async retire(): Promise<void> {
    this.#retired = true;
    const idle = [...this.#idle];
    this.#idle.clear();
    await Promise.all(idle.map(([instance, timer]) => end(instance, timer)));
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
      if (this.#retired || this.#isOld(instance)) this.#end(instance);
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

  #end(instance: Instance): void {
    const ending = instance.shutDown().finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
  }

  #keep(instance: Instance): void {
    const retire = (): void => {
      this.#idle.delete(instance);
      this.#end(instance);
    };
    this.#idle.set(instance, this.#clock.at(this.#clock.now() + KEEP_WARM, retire));
  }
}

const end = (instance: Instance, timer: Timer): Promise<void> => {
  timer.cancel();
  return instance.shutDown();
};
