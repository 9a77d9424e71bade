import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { AwsError } from '../aws/error.ts';
import type { Clock } from '../clock.ts';
import { DONE, DurableQueue, type Verdict } from '../durable-queue/durable-queue.ts';
import type { Job } from '../durable-queue/job.ts';
import type { Destinations } from './destinations.ts';
import type { FoundFunction, Functions } from './functions.ts';
import type { Host, Invoked } from './host.ts';
import { type Condition, invocationRecord } from './invocation-record.ts';

/** An event that was accepted: the function as it was named, what it gets, and the trace that led here. */
type Body = { function: string; payload: string; trace?: string };

/** Waits before the second and third attempt, in milliseconds. @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
const RETRY_WAITS = [60_000, 120_000];

/** Waits after throttling grow from the first to the last, in milliseconds. */
const FIRST_BUSY_WAIT = 1000;
const LONGEST_BUSY_WAIT = 300_000;

/** Invocations under way at once; the rest waits in the database. */
const AT_ONCE = 100;

export type AsyncOptions = {
  database: DatabaseSync;
  clock: Clock;
  functions: Functions;
  host: Host;
  destinations: Destinations;
  /** Told how long each event waited for an attempt, in milliseconds. */
  onAge?: (name: string, age: number) => void;
};

/**
 * Asynchronous invocations: accepted once written, tried as often as the function's settings say, then handed to its
 * destination and its dead-letter queue. A crash in between repeats an invocation and loses none.
 */
export class AsyncQueue {
  readonly #options: AsyncOptions;
  readonly #queue: DurableQueue<Body>;

  constructor(options: AsyncOptions) {
    this.#options = options;
    this.#queue = new DurableQueue<Body>({
      database: options.database,
      clock: options.clock,
      table: 'lambda_async_queue',
      atOnce: AT_ONCE,
      attempt: (job) => this.#attempt(job),
      earlier: {
        table: 'lambda_async',
        select: `SELECT id, json_object('function', function, 'payload', payload), attempts, queued_at, next_at
          FROM lambda_async`,
      },
    });
  }

  /** Keeps the invocation, then starts it. Answers its request id. */
  add(found: FoundFunction, payload: string, trace?: string): string {
    const id = randomUUID();
    this.#queue.add([{ id, body: { function: found.invokedArn, payload, ...(trace && { trace }) } }]);
    return id;
  }

  /** Goes on with what an earlier run left; answers how many. */
  resume(): number {
    return this.#queue.resume();
  }

  close(): Promise<void> {
    return this.#queue.close();
  }

  async #attempt(job: Job<Body>): Promise<Verdict> {
    const { functions, host, clock } = this.#options;
    let found: FoundFunction;
    try {
      found = functions.find(job.body.function);
    } catch {
      return DONE; // The function left the template: Lambda drops its events as well.
    }
    if (found.configuration.reservedConcurrency === 0) return this.#end(job, found, 'ZeroReservedConcurrency');
    const { retries, maxAgeSeconds } = functions.asyncOf(found);
    const age = clock.now() - job.firstAt;
    this.#options.onAge?.(found.configuration.name, age);
    const tooOldAfter = (wait: number): boolean => age + wait > maxAgeSeconds * 1000;
    if (tooOldAfter(0)) return this.#end(job, found, 'EventAgeExceeded');
    let result: Invoked | undefined;
    try {
      result = await host.invoke(found, job.body.payload, { id: job.id, trace: job.body.trace });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      if (error.code === 'RecursiveInvocationException') return this.#end(job, found, 'RecursiveInvocation');
    }
    // What ends with the runtime says nothing about the function.
    if (this.#queue.closed) return { is: 'left' };
    if (!result) {
      const wait = Math.min(LONGEST_BUSY_WAIT, Math.max(FIRST_BUSY_WAIT, age));
      if (tooOldAfter(wait)) return this.#end(job, found, 'EventAgeExceeded');
      return { is: 'again', at: clock.now() + wait, attempts: job.attempts };
    }
    const tried = { ...job, attempts: job.attempts + 1 };
    if (result.ok) return this.#end(tried, found, 'Success', result);
    const wait = RETRY_WAITS[job.attempts];
    if (job.attempts >= retries || wait === undefined) return this.#end(tried, found, 'RetriesExhausted', result);
    if (tooOldAfter(wait)) return this.#end(tried, found, 'EventAgeExceeded', result);
    return { is: 'again', at: clock.now() + wait, attempts: tried.attempts };
  }

  #end({ id, body, attempts }: Job<Body>, found: FoundFunction, condition: Condition, result?: Invoked): Verdict {
    const { functions, destinations, clock } = this.#options;
    const succeeded = condition === 'Success';
    const { onSuccess, onFailure } = functions.asyncOf(found);
    const destination = succeeded ? onSuccess : onFailure;
    const deadLetters = succeeded ? undefined : found.configuration.deadLetterArn;
    if (destination === undefined && deadLetters === undefined) return DONE;
    const functionArn = `${found.configuration.arn}:${found.qualifier ?? '$LATEST'}`;
    const write = (): (() => void) => {
      const starts: (() => void)[] = [];
      if (destination !== undefined) {
        const ending = { id, found, payload: body.payload, result, condition, invocations: attempts, now: clock.now() };
        const text = JSON.stringify(invocationRecord(ending));
        starts.push(destinations.keep(`${id}:destination`, { functionArn, arn: destination, text, succeeded }));
      }
      if (deadLetters !== undefined) {
        const errorMessage = result && !result.ok ? result.error.errorMessage : condition;
        const letter = { requestId: id, errorCode: result ? 200 : 429, errorMessage };
        starts.push(destinations.keep(`${id}:letter`, { functionArn, arn: deadLetters, text: body.payload, letter }));
      }
      return () => {
        for (const start of starts) start();
      };
    };
    return { is: 'done', write };
  }
}
