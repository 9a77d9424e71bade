import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../clock.ts';
import type { FunctionConfiguration, FunctionError, InvocationResult } from './configuration.ts';
import { residentMiB } from './memory.ts';

const BOOTSTRAP = fileURLToPath(new URL('./bootstrap.mjs', import.meta.url));

/** How often a running instance's memory is looked at, in milliseconds. */
const MEMORY_INTERVAL = 200;

export type Invocation = { id: string; arn: string; event: string; trace: string };

export type InstanceHooks = {
  environment: Readonly<Record<string, string>>;
  /** One line of output; `requestId` is empty during initialisation. */
  onLine(line: string, requestId: string): void;
  /** All output of a request has been read. */
  onEnd(requestId: string): void;
};

type Outcome = { payload: string } | { error: FunctionError; fatal: boolean };

type Message =
  | { type: 'ready' }
  | { type: 'failed'; error: FunctionError }
  | { type: 'done'; id: string; payload?: string; error?: FunctionError };

/** One process that runs one function, one request at a time. It ends with the runtime, `kill -9` included. */
export class Instance {
  readonly #configuration: FunctionConfiguration;
  readonly #clock: Clock;
  readonly #child: ChildProcess;
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
    this.#child = fork(BOOTSTRAP, [], {
      execArgv: [`--max-old-space-size=${configuration.memoryMiB}`, '--disable-warning=ExperimentalWarning'],
      cwd: configuration.codeFolder,
      env: { ...hooks.environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const ends = new Map<string, number>();
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        if (!line.startsWith('\0')) return hooks.onLine(line, this.#requestId);
        const id = line.slice(1);
        const seen = (ends.get(id) ?? 0) + 1;
        ends.set(id, seen);
        if (seen < 2) return;
        ends.delete(id);
        hooks.onEnd(id);
      });
    }
    this.#ready = new Promise((resolve) => {
      this.#child.on('message', (message: Message) => {
        if (message.type === 'ready') {
          this.#initMs = performance.now() - this.#startedAt;
          resolve(undefined);
        } else if (message.type === 'failed') resolve(message.error);
        else if (message.error) this.#settle?.({ error: message.error, fatal: false });
        else this.#settle?.({ payload: message.payload ?? 'null' });
      });
      this.#child.on('exit', (code, signal) => {
        this.alive = false;
        const reason = signal ? `signal: ${signal.replace('SIG', '').toLowerCase()}` : `exit status ${code}`;
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
  async invoke({ id, arn, event, trace }: Invocation): Promise<InvocationResult> {
    const cold = this.#initMs === undefined;
    const failed = await this.#ready;
    this.#requestId = id;
    const started = performance.now();
    const { timeoutSeconds, memoryMiB } = this.#configuration;
    const deadline = this.#clock.now() + timeoutSeconds * 1000;
    const outcome: Outcome = failed
      ? { error: failed, fatal: true }
      : await this.#run({ id, arn, event, trace }, deadline, timeoutSeconds, memoryMiB);
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
    return 'error' in outcome
      ? { ok: false, error: outcome.error, report }
      : { ok: true, payload: outcome.payload, report };
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
