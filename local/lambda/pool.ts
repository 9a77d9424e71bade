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
type Idle = { instance: Instance; since: number };

/** The warm instances of one function: isolated from each other, capped, each with one request at a time. */
export class Pool {
  readonly #configuration: FunctionConfiguration;
  readonly #clock: Clock;
  readonly #start: () => Instance;
  /** Those that wait for work, the one that has waited longest first. */
  #idle: Idle[] = [];
  readonly #busy = new Set<Instance>();
  readonly #ending = new Set<Promise<void>>();
  readonly #startedAt = new WeakMap<Instance, number>();
  readonly #waiting: Waiting[] = [];
  /** One for all that wait, and left to run when they get work: setting one for each request would cost a part of it. */
  #sweep: Timer | undefined;
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
    return this.inUse + this.#idle.length + this.#ending.size === 0;
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
    for (const { resolve } of this.#waiting.splice(0)) resolve(CLOSED);
    for (const instance of this.#busy) instance.kill();
    await this.#letGo();
  }

  /** Lets go of what waits for work; what is under way ends by itself. */
  async retire(): Promise<void> {
    this.#retired = true;
    await this.#letGo();
  }

  async #letGo(): Promise<void> {
    this.#sweep?.cancel();
    this.#sweep = undefined;
    for (const { instance } of this.#idle.splice(0)) this.#end(instance);
    await Promise.all(this.#ending);
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
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) if (idle.instance.alive) return idle.instance;
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
    this.#idle.push({ instance, since: this.#clock.now() });
    this.#armSweep();
  }

  #armSweep(): void {
    const [longest] = this.#idle;
    if (!longest || this.#sweep) return;
    this.#sweep = this.#clock.at(longest.since + KEEP_WARM, () => {
      this.#sweep = undefined;
      const before = this.#clock.now() - KEEP_WARM;
      for (const { instance } of this.#idle.filter(({ since }) => since <= before)) this.#end(instance);
      this.#idle = this.#idle.filter(({ since }) => since > before);
      this.#armSweep();
    });
  }
}
