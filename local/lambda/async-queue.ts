import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { AwsError } from '../aws/error.ts';
import type { Clock } from '../clock.ts';
import { transaction } from '../database.ts';
import { Destinations, type InvocationRecord, type SendToDestination } from './destinations.ts';
import type { FoundFunction, Functions } from './functions.ts';
import type { Host, Invoked } from './host.ts';

type Row = { id: string; function: string; payload: string; attempts: number; queued_at: number; next_at: number };

/** Waits before the second and third attempt, in milliseconds. @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
const RETRY_WAITS = [60_000, 120_000];

/** Wait after throttling, in milliseconds. */
const BUSY_WAIT = 1000;

/**
 * Asynchronous invocations: accepted once written, tried as often as the function's settings say, then handed to its
 * destination. A crash in between repeats an invocation and loses none.
 */
export class AsyncQueue {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #functions: Functions;
  readonly #host: Host;
  readonly #destinations: Destinations;
  readonly #underWay = new Set<Promise<void>>();
  #closed = false;

  constructor(database: DatabaseSync, clock: Clock, functions: Functions, host: Host, send: SendToDestination) {
    this.#database = database;
    this.#clock = clock;
    this.#functions = functions;
    this.#host = host;
    this.#destinations = new Destinations(database, clock, send);
    database.exec(`CREATE TABLE IF NOT EXISTS lambda_async (
      id TEXT PRIMARY KEY, function TEXT NOT NULL, payload TEXT NOT NULL, attempts INTEGER NOT NULL,
      queued_at INTEGER NOT NULL, next_at INTEGER NOT NULL) STRICT`);
  }

  /** Keeps the invocation, then starts it. Answers its request id. */
  add(found: FoundFunction, payload: string): string {
    const now = this.#clock.now();
    const row: Row = {
      id: randomUUID(),
      function: found.invokedArn,
      payload,
      attempts: 0,
      queued_at: now,
      next_at: now,
    };
    this.#database
      .prepare('INSERT INTO lambda_async VALUES (:id, :function, :payload, :attempts, :queued_at, :next_at)')
      .run(row);
    this.#schedule(row);
    return row.id;
  }

  /** Goes on with what an earlier run left; answers how many. */
  resume(): number {
    const rows = this.#database.prepare('SELECT * FROM lambda_async ORDER BY queued_at').all() as Row[];
    for (const row of rows) this.#schedule(row);
    return rows.length + this.#destinations.resume();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#underWay);
    await this.#destinations.close();
  }

  #schedule(row: Row): void {
    this.#clock.at(row.next_at, () => {
      if (this.#closed) return;
      const attempt: Promise<void> = this.#attempt(row).finally(() => this.#underWay.delete(attempt));
      this.#underWay.add(attempt);
    });
  }

  async #attempt(row: Row): Promise<void> {
    let found: FoundFunction;
    try {
      found = this.#functions.find(row.function);
    } catch {
      return this.#forget(row); // The function left the template: Lambda drops its events as well.
    }
    const settings = this.#functions.asyncOf(found);
    let result: Invoked | undefined;
    try {
      result = await this.#host.invoke(found, row.payload, row.id);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
    }
    if (this.#closed) return;
    const tooOldAfter = (wait: number): boolean =>
      this.#clock.now() - row.queued_at + wait > settings.maxAgeSeconds * 1000;
    if (!result && !tooOldAfter(BUSY_WAIT)) return this.#later(row, BUSY_WAIT, row.attempts);
    const attempts = row.attempts + (result ? 1 : 0);
    const wait = RETRY_WAITS[attempts - 1];
    const mayRetry = result !== undefined && !result.ok && attempts <= settings.retries && wait !== undefined;
    if (mayRetry && !tooOldAfter(wait)) return this.#later(row, wait, attempts);
    const condition = result?.ok ? 'Success' : result && !mayRetry ? 'RetriesExhausted' : 'EventAgeExceeded';
    const destination = result?.ok ? settings.onSuccess : settings.onFailure;
    if (!destination) return this.#forget(row);
    const record = recordOf(row, found, { result, condition, attempts, now: this.#clock.now() });
    const send = transaction(this.#database, () => {
      this.#forget(row);
      return this.#destinations.add(row.id, destination, record);
    });
    send();
  }

  #later(row: Row, wait: number, attempts: number): void {
    const next = { ...row, attempts, next_at: this.#clock.now() + wait };
    this.#database
      .prepare('UPDATE lambda_async SET attempts = ?, next_at = ? WHERE id = ?')
      .run(attempts, next.next_at, row.id);
    this.#schedule(next);
  }

  #forget({ id }: Row): void {
    this.#database.prepare('DELETE FROM lambda_async WHERE id = ?').run(id);
  }
}

type Ending = { result: Invoked | undefined; condition: string; attempts: number; now: number };

/** The record that a destination gets. @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
const recordOf = (row: Row, found: FoundFunction, { result, condition, attempts, now }: Ending): InvocationRecord => ({
  version: '1.0',
  timestamp: new Date(now).toISOString(),
  requestContext: {
    requestId: row.id,
    functionArn: found.invokedArn,
    condition,
    approximateInvokeCount: attempts,
  },
  requestPayload: JSON.parse(row.payload),
  ...(result && {
    responseContext: {
      statusCode: 200,
      executedVersion: found.version,
      ...(result.ok ? {} : { functionError: 'Unhandled' }),
    },
    responsePayload: result.ok ? JSON.parse(result.payload) : result.error,
  }),
});
