import type { Clock } from '../clock.ts';
import type { FunctionConfiguration, FunctionError, InvocationResult } from './configuration.ts';
import { type Outcome, Sandbox } from './sandbox.ts';

/**
 * How long the function may take to initialise before its first request has to wait for another attempt, in milliseconds.
 * By the machine's time, which decides how long a process takes to start.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
const INIT_TIMEOUT = 10_000;

/** How often a warm instance's peak of memory is read anew at most, in milliseconds: that costs a part of a short request. */
const PEAK_EVERY = 100;

export type Invocation = {
  id: string;
  arn: string;
  version: string;
  event: string;
  trace: string;
  clientContext?: unknown;
};

/** How an initialisation that did not come to its end ended. */
export type InitFailure = { initMs: number; phase: 'init' | 'invoke'; error: FunctionError };

export type InstanceHooks = {
  environment: Readonly<Record<string, string>>;
  /** One line of output; `requestId` is empty during initialisation. */
  onLine(line: string, requestId: string): void;
  onInitFailed(failure: InitFailure): void;
  /** The function has been initialised and gets the request now. */
  onStart(invocation: Invocation): void;
  /** The request has ended and all its output has been read. */
  onEnd(requestId: string, result: InvocationResult): void;
  /** Its process has ended for good. */
  onGone(): void;
};

/** One execution environment: a process that runs one function, one request at a time. */
export class Instance {
  readonly #configuration: FunctionConfiguration;
  readonly #clock: Clock;
  readonly #hooks: InstanceHooks;
  #sandbox: Sandbox;
  #startedAt = performance.now();
  #init: Promise<FunctionError | undefined>;
  #initMs: number | undefined;
  #told = false;
  #closed = false;
  #requestId = '';
  #peakMiB = 0;
  #peakAt = 0;

  constructor(configuration: FunctionConfiguration, clock: Clock, hooks: InstanceHooks) {
    this.#configuration = configuration;
    this.#clock = clock;
    this.#hooks = hooks;
    this.#sandbox = this.#start();
    this.#init = this.#initialised(INIT_TIMEOUT);
  }

  get alive(): boolean {
    return this.#sandbox.alive;
  }

  /** Runs one request to its end, its time-out or the end of the process. Never throws. */
  async invoke(invocation: Invocation): Promise<InvocationResult> {
    const { id } = invocation;
    let failed = this.#told ? undefined : await this.#init;
    const started = performance.now();
    if (failed && this.#retryable) {
      // As Lambda does, it initialises anew within the request's own time.
      this.#hooks.onInitFailed({ initMs: performance.now() - this.#startedAt, phase: 'init', error: failed });
      this.#sandbox.kill();
      this.#sandbox = this.#start();
      this.#init = this.#initialised(this.#configuration.timeoutSeconds * 1000);
      failed = await this.#init;
      if (failed) this.#hooks.onInitFailed({ initMs: performance.now() - started, phase: 'invoke', error: failed });
    }
    this.#requestId = id;
    this.#hooks.onStart(invocation);
    const outcome: Outcome = failed ? { error: named(failed, id), fatal: true } : await this.#run(invocation);
    this.#measure();
    if ('error' in outcome && outcome.fatal) this.#sandbox.kill();
    const durationMs = performance.now() - started;
    const initMs = this.#told || failed ? undefined : this.#initMs;
    this.#told = true;
    const report = {
      durationMs,
      billedMs: Math.ceil(durationMs + (initMs ?? 0)),
      ...(initMs === undefined ? {} : { initMs }),
      maxMemoryMiB: this.#peakMiB,
    };
    const result: InvocationResult =
      'error' in outcome ? { ok: false, error: outcome.error, report } : { ok: true, payload: outcome.payload, report };
    if (!outcome.silent) await this.#sandbox.output.ended(id);
    this.#hooks.onEnd(id, result);
    return result;
  }

  /** Ends the process at once; a request under way is cut off, and no other begins. */
  kill(): void {
    this.#closed = true;
    if (this.alive) this.#sandbox.kill();
  }

  /** Tells the process to tidy up and ends it. */
  async shutDown(): Promise<void> {
    this.#closed = true;
    await this.#sandbox.shutDown();
  }

  #start(): Sandbox {
    this.#startedAt = performance.now();
    const sandbox = new Sandbox(this.#configuration, {
      environment: this.#hooks.environment,
      onLine: (line) => this.#hooks.onLine(line, this.#requestId),
    });
    // One that is started anew takes its place.
    void sandbox.ended.then(() => this.#sandbox === sandbox && this.#hooks.onGone());
    return sandbox;
  }

  /** A second attempt helps where the first took too long or failed; one that ended with the runtime stays ended. */
  get #retryable(): boolean {
    return !this.#told && !this.#closed;
  }

  async #initialised(milliseconds: number): Promise<FunctionError | undefined> {
    const { ready } = this.#sandbox;
    const late = Promise.withResolvers<FunctionError>();
    const seconds = (milliseconds / 1000).toFixed(2);
    const error = { errorType: 'Sandbox.Timedout', errorMessage: `Error: Task timed out after ${seconds} seconds` };
    const timer = setTimeout(() => late.resolve(error), Math.min(milliseconds, 2 ** 31 - 1));
    const failed = await Promise.race([ready, late.promise]);
    clearTimeout(timer);
    this.#initMs = performance.now() - this.#startedAt;
    return failed;
  }

  async #run({ id, arn, event, trace, clientContext }: Invocation): Promise<Outcome> {
    const { timeoutSeconds } = this.#configuration;
    const deadline = this.#clock.now() + timeoutSeconds * 1000;
    const cut = Promise.withResolvers<Outcome>();
    const timer = this.#clock.at(deadline, () => {
      const errorMessage = `RequestId: ${id} Error: Task timed out after ${timeoutSeconds.toFixed(2)} seconds`;
      cut.resolve({ error: { errorType: 'Sandbox.Timedout', errorMessage }, fatal: true });
    });
    const until = Date.now() + (deadline - this.#clock.now());
    const request = {
      id,
      arn,
      event,
      trace,
      deadline: until,
      ...(clientContext === undefined ? {} : { clientContext }),
    };
    const outcome = await this.#sandbox.run(request, cut.promise);
    timer.cancel();
    return outcome;
  }

  #measure(): void {
    const now = performance.now();
    if (this.alive && this.#peakMiB > 0 && now - this.#peakAt < PEAK_EVERY) return;
    this.#peakAt = now;
    this.#peakMiB = Math.max(this.#peakMiB, this.#sandbox.peakMiB());
  }
}

/** What ends a process names the request, which is known only now. */
const named = (error: FunctionError, id: string): FunctionError =>
  error.errorMessage.startsWith('Error: ')
    ? { ...error, errorMessage: `RequestId: ${id} ${error.errorMessage}` }
    : error;
