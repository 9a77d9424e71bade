import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsError } from '../aws/error.ts';
import { LONGEST_CHAIN, timesThrough, traceThrough } from '../aws/lineage.ts';
import type { Elsewhere } from '../backend/endpoints.ts';
import type { Clock } from '../clock.ts';
import type { InvocationOutcome } from '../cloudwatch/sources/lambda.ts';
import { ACCOUNT_CONCURRENCY, throttling } from './concurrency.ts';
import type { FunctionConfiguration, InvocationResult } from './configuration.ts';
import { environmentOf, type SessionCredentials } from './environment.ts';
import type { FoundFunction } from './functions.ts';
import { Instance } from './instance.ts';
import { Pool } from './pool.ts';
import { createReporter, type Reporter, type WriteLog } from './report.ts';

export type HostOptions = {
  clock: Clock;
  region: string;
  /** The AWS endpoint that functions are given; asked when an instance starts. */
  endpoint: () => string;
  /** Where functions find services that the runtime lacks. Default: nowhere. */
  elsewhere?: Elsewhere;
  /** A value of a function's settings as this machine answers it, where it is an address. Default: as it stands. */
  localAddress?: (value: string) => string;
  /** Credentials of a function's own role. */
  credentials: (roleArn: string, sessionName: string) => SessionCredentials;
  log: WriteLog;
  /** Whether a function's role may write its log; where it may not, no line appears. Default: it may. */
  mayLog?: (configuration: FunctionConfiguration, stream: string) => boolean;
  /** Told what became of each request, by function and by what was asked for. */
  onInvocation?: (name: string, qualifier: string | undefined, outcome: InvocationOutcome) => void;
  /** Where instances keep temporary files; each has a folder that goes with it. Default: the machine's. */
  scratchFolder?: string;
};

/** Answer to an invocation: what happened, and the last 4 KB of its log. */
export type Invoked = InvocationResult & { requestId: string; logTail: string };

export type InvokeOptions = {
  /** The request's id, a new one by default. */
  id?: string;
  /** The trace header of the request that led to this one, a new trace by default. */
  trace?: string;
  /** What the caller tells in the context object. */
  clientContext?: unknown;
};

type Hosted = { configuration: FunctionConfiguration; pool: Pool; reporter: Reporter };

/** Runs the deployed bundles, each function in processes of its own, on the release of Node that runs this. */
export class Host {
  readonly #options: HostOptions;
  /** By function and version. */
  readonly #pools = new Map<string, Hosted>();
  /** Of functions as they were before a change, until their last request has ended. */
  readonly #retired = new Set<Hosted>();

  constructor(options: HostOptions) {
    this.#options = options;
    if (options.scratchFolder === undefined) return;
    // What a killed run left.
    rmSync(options.scratchFolder, { recursive: true, force: true });
    mkdirSync(options.scratchFolder, { recursive: true });
  }

  /**
   * Runs one request to its end; a function's own error is part of the result. Throws `TooManyRequestsException` where the
   * function's reserved concurrency, or the account's, is used up, and `RecursiveInvocationException` where the function
   * has led to itself over and over.
   */
  async invoke(found: FoundFunction, event: string, options: InvokeOptions = {}): Promise<Invoked> {
    const { id = randomUUID(), clientContext } = options;
    const { configuration, invokedArn: arn, version } = found;
    requireNoLoop(configuration, options.trace);
    const trace = traceThrough(options.trace, configuration.arn, this.#options.clock.now());
    try {
      this.#requireRoom(configuration);
    } catch (error) {
      this.#options.onInvocation?.(configuration.name, found.qualifier, { is: 'throttled' });
      throw error;
    }
    const { pool, reporter } = this.#hosted(configuration, version);
    const concurrent = pool.inUse + 1;
    const result = await pool.invoke({ id, arn, version, event, trace, clientContext });
    const { durationMs } = result.report;
    this.#options.onInvocation?.(configuration.name, found.qualifier, {
      is: 'ended',
      failed: !result.ok,
      durationMs,
      concurrent,
    });
    return { ...result, requestId: id, logTail: reporter.tail(id) };
  }

  /** Ends all instances; resolves when none is left. */
  async close(): Promise<void> {
    await Promise.all([...this.#retired, ...this.#pools.values()].map(({ pool }) => pool.close()));
  }

  #requireRoom({ name, reservedConcurrency }: FunctionConfiguration): void {
    let [total, own, reserved] = [0, 0, 0];
    const counted = new Set<string>();
    for (const { configuration, pool } of [...this.#pools.values(), ...this.#retired]) {
      if (configuration.name === name) own += pool.inUse;
      if (configuration.reservedConcurrency === undefined) total += pool.inUse;
      else if (!counted.has(configuration.name)) reserved += configuration.reservedConcurrency;
      counted.add(configuration.name);
    }
    if (reservedConcurrency !== undefined) {
      if (own >= reservedConcurrency) throw throttling('ReservedFunctionConcurrentInvocationLimitExceeded');
    } else if (total >= ACCOUNT_CONCURRENCY - reserved) throw throttling('ConcurrentInvocationLimitExceeded');
  }

  #hosted(configuration: FunctionConfiguration, version: string): Hosted {
    const key = `${configuration.name}:${version}`;
    const known = this.#pools.get(key);
    // A changed function gets instances of its own; the old ones end with what they do.
    if (known?.configuration === configuration) return known;
    for (const each of this.#retired) if (each.pool.isEmpty) this.#retired.delete(each);
    if (known) {
      this.#retired.add(known);
      void known.pool.retire();
    }
    const { clock, log } = this.#options;
    const reporter = createReporter(configuration, version, { clock, log, mayLog: this.#options.mayLog });
    const pool = new Pool(configuration, clock, () => this.#startInstance(configuration, version, reporter));
    const hosted = { configuration, pool, reporter };
    this.#pools.set(key, hosted);
    return hosted;
  }

  #startInstance(configuration: FunctionConfiguration, version: string, reporter: Reporter): Instance {
    const { clock, region, endpoint, credentials, scratchFolder: home = tmpdir() } = this.#options;
    const { localAddress = (value) => value, elsewhere } = this.#options;
    const session = credentials(configuration.roleArn, configuration.name);
    const stream = reporter.newStream();
    const scratchFolder = mkdtempSync(join(home, 'lambda-'));
    const place = {
      region,
      endpoint: endpoint(),
      version,
      logStream: stream,
      scratchFolder,
      credentials: session,
      elsewhere,
    };
    reporter.initStart(stream);
    return new Instance(configuration, clock, {
      environment: environmentOf(configuration, place, localAddress),
      onLine: (line, requestId) => reporter.line(stream, line, requestId),
      onInitFailed: (failure) => reporter.initFailed(stream, failure),
      onStart: ({ id }) => reporter.start(stream, id),
      onEnd: (id, result) => reporter.end(stream, id, result),
      onGone() {
        reporter.endStream(stream);
        rmSync(scratchFolder, { recursive: true, force: true });
      },
    });
  }
}

/** Throws where a function stands in the chain of requests too often already, unless it says that it means to. */
const requireNoLoop = ({ arn, recursionAllowed = false }: FunctionConfiguration, trace: string | undefined): void => {
  if (recursionAllowed || timesThrough(trace, arn) < LONGEST_CHAIN) return;
  throw new AwsError(
    'RecursiveInvocationException',
    "Lambda has detected your function being invoked in a recursive loop with other AWS resources and stopped your function's invocation.",
    400,
    { Type: 'User' },
  );
};
