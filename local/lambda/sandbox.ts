import { type ChildProcess, fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { FunctionConfiguration, FunctionError } from './configuration.ts';
import { peakMiB, residentMiB } from './memory.ts';
import { type Output, readOutput } from './output.ts';
import { RequestChannel } from './request-channel.ts';

/** The folder in which V8 keeps what it compiled: a process starts some 30 ms sooner than without. */
const COMPILE_CACHE = '.compile-cache';

const BOOTSTRAP = fileURLToPath(new URL('./bootstrap.mjs', import.meta.url));

/** How often a process that is at work is looked at for its memory, in milliseconds. */
const MEMORY_INTERVAL = 200;

/** How long a process may tidy up after SIGTERM, in milliseconds; Lambda gives it as long with an internal extension. */
export const SHUTDOWN_GRACE = 500;

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

/** What the process was told to do, over the channel to it. */
export type Request = {
  id: string;
  arn: string;
  event: string;
  trace: string;
  /** In the machine's time, milliseconds since the epoch. */
  deadline: number;
  clientContext?: unknown;
};

/** `silent` where nothing was printed since the request began, so that there is no output to wait for. */
export type Outcome = ({ payload: string } | { error: FunctionError; fatal: boolean }) & { silent?: boolean };

type Message = { type: 'ready' } | { type: 'failed'; error: FunctionError } | { type: 'broken'; error: FunctionError };

type Answer = { marked: boolean; payload?: string; error?: FunctionError };

export type SandboxOptions = {
  environment: Readonly<Record<string, string>>;
  onLine: (line: string) => void;
};

/** One process that has a function's bundle in it. It ends with the runtime, `kill -9` included. */
export class Sandbox {
  readonly #child: ChildProcess;
  readonly #channel: RequestChannel;
  readonly #memoryMiB: number;
  readonly output: Output;
  /** What kept the function from starting, undefined where nothing did. */
  readonly ready: Promise<FunctionError | undefined>;
  /** Resolves when the process is no more. */
  readonly ended: Promise<void>;
  /** Settles the request under way. */
  #settle: ((outcome: Outcome) => void) | undefined;
  #requestId = '';
  #outOfMemory = false;
  alive = true;

  constructor(configuration: FunctionConfiguration, { environment, onLine }: SandboxOptions) {
    this.#memoryMiB = configuration.memoryMiB;
    this.#child = fork(BOOTSTRAP, [], {
      execArgv: [`--max-old-space-size=${configuration.memoryMiB}`, '--disable-warning=ExperimentalWarning'],
      cwd: configuration.codeFolder,
      // Beside the code, so that it goes with it.
      env: { ...environment, NODE_COMPILE_CACHE: join(dirname(configuration.codeFolder), COMPILE_CACHE) },
      // Requests and answers have pipes of their own; the channel tells of the process itself.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc', 'pipe', 'pipe'],
    });
    // Node's types know of five.
    const [requests, answers] = [...this.#child.stdio].slice(-2) as unknown as [Writable, Readable];
    this.#channel = new RequestChannel(requests, answers, (answer) => this.#answered(answer as Answer));
    this.output = readOutput(this.#child, onLine);
    const ending = Promise.withResolvers<void>();
    this.ended = ending.promise;
    this.ready = new Promise((resolve) => {
      this.#child.on('message', (message: Message) => {
        if (message.type === 'ready') resolve(undefined);
        else if (message.type === 'failed') resolve(message.error);
        else this.#settle?.({ error: message.error, fatal: true });
      });
      this.#child.on('exit', (code, signal) => {
        this.alive = false;
        const error = this.#exitError(code, signal);
        resolve(error);
        this.#settle?.({ error, fatal: true });
        ending.resolve();
      });
      this.#child.on('error', (error) => {
        // Without a process there is none whose end could be waited for.
        if (this.#child.pid === undefined) {
          this.alive = false;
          ending.resolve();
        }
        resolve({ errorType: 'Runtime.StartError', errorMessage: error.message });
      });
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Gives the function a request; resolves with what becomes of it, or with `cut` where that comes first. */
  run(request: Request, cut: Promise<Outcome>): Promise<Outcome> {
    this.#requestId = request.id;
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.#settle = resolve;
    void cut.then(resolve);
    atWork.add(this);
    watch ??= setInterval(lookAtAll, MEMORY_INTERVAL).unref();
    if (this.alive) this.#channel.send(request);
    else resolve({ error: this.#exitError(null, 'SIGKILL'), fatal: true });
    return promise.finally(() => {
      this.#settle = undefined;
      atWork.delete(this);
    });
  }

  /** Ends the process where it has taken more memory than its function has: all that it holds counts, native memory too. */
  checkMemory(): void {
    if (this.alive && this.pid !== undefined && residentMiB(this.pid) > this.#memoryMiB) {
      this.#outOfMemory = true;
      this.kill();
    }
  }

  /** The most that it has held in memory, in MiB, at most what the function has. */
  peakMiB(): number {
    if (this.#outOfMemory) return this.#memoryMiB;
    return this.pid !== undefined && this.alive ? Math.min(this.#memoryMiB, peakMiB(this.pid)) : 0;
  }

  /** Ends the process at once, as Lambda ends one that is in the way. */
  kill(): void {
    this.alive = false;
    this.#child.kill('SIGKILL');
  }

  /** Lets the process tidy up and ends it. */
  async shutDown(): Promise<void> {
    if (!this.alive) return;
    this.alive = false;
    this.#child.kill('SIGTERM');
    // It waits for a request with everything standing still; only that lets its signal handlers run.
    this.#channel.end();
    const late = setTimeout(() => this.#child.kill('SIGKILL'), SHUTDOWN_GRACE);
    await this.ended;
    clearTimeout(late);
  }

  #answered({ payload = 'null', error, marked }: Answer): void {
    this.#settle?.(error ? { error, fatal: false, silent: !marked } : { payload, silent: !marked });
  }

  #exitError(code: number | null, signal: NodeJS.Signals | null): FunctionError {
    const reason = signal ? `signal: ${SIGNALS[signal] ?? signal}` : `exit status ${code}`;
    const request = this.#requestId === '' ? '' : `RequestId: ${this.#requestId} `;
    return {
      errorType: this.#outOfMemory ? 'Runtime.OutOfMemory' : 'Runtime.ExitError',
      errorMessage: `${request}Error: Runtime exited with error: ${reason}`,
    };
  }
}

/** Those at work share one timer, which ends when none is left. */
const atWork = new Set<Sandbox>();
let watch: NodeJS.Timeout | undefined;

const lookAtAll = (): void => {
  for (const sandbox of atWork) sandbox.checkMemory();
  if (atWork.size > 0) return;
  clearInterval(watch);
  watch = undefined;
};
