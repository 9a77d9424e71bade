import { randomUUID } from 'node:crypto';
import { AwsError } from '../aws/error.ts';
import { traceHeader } from '../aws/trace.ts';
import type { Clock } from '../clock.ts';
import type { FunctionConfiguration, InvocationResult } from './configuration.ts';
import { environmentOf, type SessionCredentials } from './environment.ts';
import type { FoundFunction } from './functions.ts';
import { Instance } from './instance.ts';
import { Pool } from './pool.ts';
import { createReporter, type WriteLog } from './report.ts';

export type HostOptions = {
  clock: Clock;
  region: string;
  /** The AWS endpoint that functions are given; asked when an instance starts. */
  endpoint: () => string;
  /** Credentials of a function's own role. */
  credentials: (roleArn: string, sessionName: string) => SessionCredentials;
  log: WriteLog;
};

/** Answer to an invocation: what happened, and the last 4 KB of its log. */
export type Invoked = InvocationResult & { requestId: string; logTail: string };

/** Runs the deployed bundles, each function in processes of its own, on the release of Node that runs this. */
export class Host {
  readonly #options: HostOptions;
  readonly #pools = new Map<string, { configuration: FunctionConfiguration; pool: Pool }>();
  readonly #retired = new Set<Pool>();

  constructor(options: HostOptions) {
    this.#options = options;
  }

  /**
   * Runs one request to its end; a function's own error is part of the result. `id` is the request's, a new one by default.
   * Throws `TooManyRequestsException` where a reserved concurrency is used up.
   */
  async invoke(
    { configuration, invokedArn, version }: FoundFunction,
    event: string,
    { id = randomUUID(), trace = traceHeader(this.#options.clock.now()) }: { id?: string; trace?: string } = {},
  ): Promise<Invoked> {
    const pool = this.#pool(configuration);
    if (pool.throttled) {
      throw new AwsError('TooManyRequestsException', 'Rate Exceeded.', 429, {
        Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
      });
    }
    const result = await pool.invoke({ id, arn: invokedArn, version, event, trace });
    return { ...result, requestId: id, logTail: this.#reporter(configuration).tail(id) };
  }

  close(): void {
    for (const pool of this.#retired) pool.close();
    for (const { pool } of this.#pools.values()) pool.close();
  }

  readonly #reporters = new Map<string, ReturnType<typeof createReporter>>();

  #reporter(configuration: FunctionConfiguration): ReturnType<typeof createReporter> {
    const known = this.#reporters.get(configuration.name);
    if (known) return known;
    const reporter = createReporter(configuration, this.#options.clock, this.#options.log);
    this.#reporters.set(configuration.name, reporter);
    return reporter;
  }

  #pool(configuration: FunctionConfiguration): Pool {
    const { name } = configuration;
    const known = this.#pools.get(name);
    // A changed function gets instances of its own; the old ones end with what they do.
    if (known?.configuration === configuration) return known.pool;
    this.#reporters.delete(name);
    if (known) this.#retired.add(known.pool);
    const pool = new Pool(configuration, this.#options.clock, () => this.#startInstance(configuration));
    this.#pools.set(name, { configuration, pool });
    return pool;
  }

  #startInstance(configuration: FunctionConfiguration): Instance {
    const { clock, region, endpoint, credentials } = this.#options;
    const reporter = this.#reporter(configuration);
    const stream = reporter.newStream();
    const environment = environmentOf(configuration, {
      region,
      endpoint: endpoint(),
      logStream: stream,
      credentials: credentials(configuration.roleArn, configuration.name),
    });
    return new Instance(configuration, clock, {
      environment,
      onLine: (line, requestId) => reporter.line(stream, line, requestId),
      onStart: ({ id, version }) => reporter.start(stream, id, version),
      onEnd: (id, result) => reporter.end(stream, id, result),
    });
  }
}
