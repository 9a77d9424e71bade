import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';

/** What is kept of an asynchronous invocation that is over. */
export type InvocationRecord = {
  requestContext: { functionArn: string; [other: string]: unknown };
  [other: string]: unknown;
};

/** Sends an invocation record to a destination, an ARN of a queue, function, bus or topic. */
export type SendToDestination = (destinationArn: string, record: InvocationRecord) => Promise<void>;

type Row = { id: string; arn: string; record: string; next_at: number };

/** Wait before a destination that took nothing is tried again, in milliseconds. */
const WAIT = 1000;

/** Records on their way to destinations: kept until the destination has taken them, so that no call is run twice for one. */
export class Destinations {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #send: SendToDestination;
  readonly #underWay = new Set<Promise<void>>();
  #closed = false;

  constructor(database: DatabaseSync, clock: Clock, send: SendToDestination) {
    this.#database = database;
    this.#clock = clock;
    this.#send = send;
    database.exec(`CREATE TABLE IF NOT EXISTS lambda_destinations (
      id TEXT PRIMARY KEY, arn TEXT NOT NULL, record TEXT NOT NULL, next_at INTEGER NOT NULL) STRICT`);
  }

  /** Keeps a record within the caller's transaction; answers what starts sending it once that is committed. */
  add(id: string, arn: string, record: object): () => void {
    const row: Row = { id, arn, record: JSON.stringify(record), next_at: this.#clock.now() };
    this.#database.prepare('INSERT OR IGNORE INTO lambda_destinations VALUES (:id, :arn, :record, :next_at)').run(row);
    return () => this.#schedule(row);
  }

  /** Goes on with what an earlier run left; answers how many. */
  resume(): number {
    const rows = this.#database.prepare('SELECT * FROM lambda_destinations ORDER BY rowid').all() as Row[];
    for (const row of rows) this.#schedule(row);
    return rows.length;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#underWay);
  }

  #schedule(row: Row): void {
    const start = (): void => {
      if (this.#closed) return;
      const attempt: Promise<void> = this.#attempt(row).finally(() => this.#underWay.delete(attempt));
      this.#underWay.add(attempt);
    };
    if (row.next_at <= this.#clock.now()) start();
    else this.#clock.at(row.next_at, start);
  }

  async #attempt(row: Row): Promise<void> {
    try {
      await this.#send(row.arn, JSON.parse(row.record));
    } catch {
      return this.#schedule({ ...row, next_at: this.#clock.now() + WAIT });
    }
    this.#database.prepare('DELETE FROM lambda_destinations WHERE id = ?').run(row.id);
  }
}
