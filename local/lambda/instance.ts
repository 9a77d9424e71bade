import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../clock.ts';
import type { FunctionConfiguration, FunctionError, InvocationResult } from './configuration.ts';
import { residentMiB } from './memory.ts';
import { type Output, readOutput } from './output.ts';

const BOOTSTRAP = fileURLToPath(new URL('./bootstrap.mjs', import.meta.url));

/** How often a running instance's memory is looked at, in milliseconds. */
const MEMORY_INTERVAL = 200;

/** How Lambda names the signals that end a process. */
const SIGNALS: Readonly<Record<string, string>> = {
  SIGABRT: 'aborted',
  SIGBUS: 'bus error',
  SIGILL: 'illegal instruction',
  SIGINT: 'interrupt',
  SIGKILL: 'killed',
  SIGSEGV: 'segmentation fault',
  SIGTERM: 'terminated',
  SIGTRAP: 'trace/breakpoint trap',
};

export type Invocation = { id: string; arn: string; version: string; event: string; trace: string };

export type InstanceHooks = {
  environment: Readonly<Record<string, string>>;
  /** One line of output; `requestId` is empty during initialisation. */
  onLine(line: string, requestId: string): void;
  /** The function has been initialised and gets the request now. */
  onStart(invocation: Invocation): void;
  /** The request has ended and all its output has been read. */
  onEnd(requestId: string, result: InvocationResult): void;
};

type Outcome = { payload: string } | { error: FunctionError; fatal: boolean };

type Message =
  | { type: 'ready' }
  | { type: 'failed'; error: FunctionError }
  | { type: 'done'; id: string; payload?: string; error?: FunctionError }
  | { type: 'broken'; error: FunctionError };

/** One process that runs one function, one request at a time. It ends with the runtime, `kill -9` included. */
export class Instance {
  readonly #configuration: FunctionConfiguration;
  readonly #clock: Clock;
  readonly #child: ChildProcess;
  readonly #hooks: InstanceHooks;
  readonly #output: Output;
  readonly #ready: Promise<FunctionError | undefined>;
  readonly #startedAt = performance.now();
  #initMs: number | undefined;
  #settle: ((outcome: Outcome) => void) | undefined;
  #requestId = '';
  #peakMiB = 0;
  alive = true;

  constructor(configuration: FunctionConfiguration, clock: Clock, hooks: InstanceHooks) {
    this.#configuration = configuration;
    this.#clock = clock;
    this.#hooks = hooks;
    this.#child = fork(BOOTSTRAP, [], {
      execArgv: [`--max-old-space-size=${configuration.memoryMiB}`, '--disable-warning=ExperimentalWarning'],
      cwd: configuration.codeFolder,
      env: { ...hooks.environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#output = readOutput(this.#child, (line) => hooks.onLine(line, this.#requestId));
    this.#ready = new Promise((resolve) => {
      this.#child.on('message', (message: Message) => {
        if (message.type === 'ready') {
          this.#initMs = performance.now() - this.#startedAt;
          resolve(undefined);
        } else if (message.type === 'failed') resolve(message.error);
        else if (message.type === 'broken') this.#settle?.({ error: message.error, fatal: true });
        else if (message.error) this.#settle?.({ error: message.error, fatal: false });
        else this.#settle?.({ payload: message.payload ?? 'null' });
      });
      this.#child.on('exit', (code, signal) => {
        this.alive = false;
        const reason = signal ? `signal: ${SIGNALS[signal] ?? signal}` : `exit status ${code}`;
        const error = {
          errorType: 'Runtime.ExitError',
          errorMessage: `RequestId: ${this.#requestId} Error: Runtime exited with error: ${reason}`,
        };
        resolve(error);
        this.#settle?.({ error, fatal: true });
      });
      this.#child.on('error', (error) => resolve({ errorType: 'Runtime.StartError', errorMessage: error.message }));
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Runs one request to its end, its time-out or the end of the process. Never throws. */
  async invoke({ id, arn, version, event, trace }: Invocation): Promise<InvocationResult> {
    const cold = this.#initMs === undefined;
    const failed = await this.#ready;
    this.#requestId = id;
    this.#hooks.onStart({ id, arn, version, event, trace });
    const started = performance.now();
    const { timeoutSeconds, memoryMiB } = this.#configuration;
    const deadline = this.#clock.now() + timeoutSeconds * 1000;
    const outcome: Outcome = failed
      ? { error: failed, fatal: true }
      : await this.#run({ id, arn, version, event, trace }, deadline, timeoutSeconds, memoryMiB);
    this.#settle = undefined;
    this.#measure();
    if ('error' in outcome && outcome.fatal) this.stop();
    const durationMs = performance.now() - started;
    const initMs = cold ? this.#initMs : undefined;
    const report = {
      durationMs,
      billedMs: Math.ceil(durationMs + (initMs ?? 0)),
      ...(initMs === undefined ? {} : { initMs }),
      maxMemoryMiB: this.#peakMiB,
    };
    const result: InvocationResult =
      'error' in outcome ? { ok: false, error: outcome.error, report } : { ok: true, payload: outcome.payload, report };
    await this.#output.ended(id);
    this.#hooks.onEnd(id, result);
    return result;
  }

  #run(invocation: Invocation, deadline: number, timeoutSeconds: number, memoryMiB: number): Promise<Outcome> {
    return new Promise((resolve) => {
      const watch = setInterval(() => {
        if (this.#measure() > memoryMiB) this.#child.kill('SIGKILL');
      }, MEMORY_INTERVAL);
      const settle = (outcome: Outcome): void => {
        timer.cancel();
        clearInterval(watch);
        resolve(outcome);
      };
      const timer = this.#clock.at(deadline, () => {
        const seconds = timeoutSeconds.toFixed(2);
        const errorMessage = `RequestId: ${invocation.id} Error: Task timed out after ${seconds} seconds`;
        settle({ error: { errorType: 'Sandbox.Timedout', errorMessage }, fatal: true });
      });
      this.#settle = settle;
      this.#child.send({ ...invocation, deadline: Date.now() + (deadline - this.#clock.now()) });
    });
  }

  /** Ends the process at once, as Lambda ends a sandbox. */
  stop(): void {
    if (!this.alive) return;
    this.alive = false;
    this.#child.kill('SIGKILL');
  }

  #measure(): number {
    const now = this.#child.pid && this.alive ? residentMiB(this.#child.pid) : 0;
    this.#peakMiB = Math.max(this.#peakMiB, now);
    return now;
  }
}
