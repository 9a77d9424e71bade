import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import { transaction } from '../database.ts';
import { type Event, eventTime } from './event.ts';
import { inputFor } from './input.ts';
import type { Rule, Rules, Target } from './rules.ts';
import { UndeliverableError } from './targets.ts';

export type Deliver = (rule: Rule, target: Target, input: string) => Promise<void>;

/** Sends a message to a queue, named by ARN, on behalf of a rule. */
export type SendDeadLetter = (
  queueArn: string,
  body: string,
  attributes: Record<string, string>,
  ruleArn: string,
) => Promise<void>;

type Row = {
  id: string;
  rule: string;
  target: string;
  event: string;
  attempts: number;
  first_at: number;
  next_at: number;
};

/** Deliveries under way at once; the rest waits in the database, not in memory. */
const AT_ONCE = 64;

/** Waits between attempts, in milliseconds: doubled each time, between these. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 10 * 60_000;

/**
 * Every match of an event and a target, kept until the target has taken it or its dead-letter queue has it.
 * A crash repeats a delivery and loses none: at least once, as EventBridge promises.
 */
export class Deliveries {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #rules: Rules;
  readonly #deliver: Deliver;
  readonly #deadLetter: SendDeadLetter;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #due: Row[] = [];
  #closed = false;

  constructor(database: DatabaseSync, clock: Clock, rules: Rules, deliver: Deliver, deadLetter: SendDeadLetter) {
    this.#database = database;
    this.#clock = clock;
    this.#rules = rules;
    this.#deliver = deliver;
    this.#deadLetter = deadLetter;
    database.exec(`CREATE TABLE IF NOT EXISTS events_deliveries (
      id TEXT PRIMARY KEY, rule TEXT NOT NULL, target TEXT NOT NULL, event TEXT NOT NULL, attempts INTEGER NOT NULL,
      first_at INTEGER NOT NULL, next_at INTEGER NOT NULL) STRICT`);
  }

  /** Keeps what the events' matching targets are to get, all or nothing, then starts delivering. */
  add(matches: readonly { rule: Rule; target: Target; event: Event }[]): void {
    if (matches.length === 0) return;
    const now = this.#clock.now();
    const insert = this.#database.prepare(
      'INSERT INTO events_deliveries VALUES (:id, :rule, :target, :event, :attempts, :first_at, :next_at)',
    );
    const rows = matches.map(
      ({ rule, target, event }): Row => ({
        id: randomUUID(),
        rule: rule.arn,
        target: target.id,
        event: JSON.stringify(event),
        attempts: 0,
        first_at: now,
        next_at: now,
      }),
    );
    transaction(this.#database, () => {
      for (const row of rows) insert.run(row);
    });
    for (const row of rows) this.#schedule(row);
  }

  /** Goes on with what an earlier run left; answers how many. */
  resume(): number {
    const rows = this.#database.prepare('SELECT * FROM events_deliveries ORDER BY first_at, rowid').all() as Row[];
    for (const row of rows) this.#schedule(row);
    return rows.length;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#underWay.values());
  }

  #schedule(row: Row): void {
    if (row.next_at <= this.#clock.now()) this.#start(row);
    else this.#clock.at(row.next_at, () => this.#start(row));
  }

  #start(row: Row): void {
    if (this.#closed) return;
    if (this.#underWay.size >= AT_ONCE) {
      this.#due.push(row);
      return;
    }
    const attempt = this.#attempt(row).finally(() => {
      this.#underWay.delete(row.id);
      const next = this.#due.shift();
      if (next) this.#start(next);
    });
    this.#underWay.set(row.id, attempt);
  }

  async #attempt(row: Row): Promise<void> {
    const found = this.#rules.target(row.rule, row.target);
    if (!found) return this.#forget(row); // The rule left the template, and its undelivered events with it.
    const { rule, target } = found;
    const event: Event = JSON.parse(row.event);
    try {
      await this.#deliver(rule, target, inputFor(event, target, rule, eventTime(row.first_at)));
    } catch (error) {
      if (!this.#closed) await this.#failed(row, rule, target, error as Error);
      return;
    }
    this.#forget(row);
  }

  async #failed(row: Row, rule: Rule, target: Target, error: Error): Promise<void> {
    const attempts = row.attempts + 1;
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempts - 1));
    const age = this.#clock.now() + wait - row.first_at;
    const terminal = error instanceof UndeliverableError;
    if (!terminal && attempts <= target.maximumRetryAttempts && age <= target.maximumEventAgeSeconds * 1000) {
      return this.#later(row, attempts, wait);
    }
    if (target.deadLetterArn) {
      const condition = attempts > target.maximumRetryAttempts ? 'MaximumRetryAttempts' : 'MaximumEventAgeInSeconds';
      const exhausted: Record<string, string> = terminal ? {} : { EXHAUSTED_RETRY_CONDITION: condition };
      try {
        await this.#deadLetter(
          target.deadLetterArn,
          row.event,
          {
            ERROR_CODE: terminal ? error.code : 'SDK_CLIENT_ERROR',
            ERROR_MESSAGE: error.message.slice(0, 1000),
            RULE_ARN: rule.arn,
            TARGET_ARN: target.arn,
            RETRY_ATTEMPTS: String(attempts - 1),
            ...exhausted,
          },
          rule.arn,
        );
      } catch {
        return this.#later(row, row.attempts, LONGEST_WAIT); // Its queue does not take it now: dropping it would lose it.
      }
    }
    this.#forget(row);
  }

  #later(row: Row, attempts: number, wait: number): void {
    const next = { ...row, attempts, next_at: this.#clock.now() + wait };
    this.#database
      .prepare('UPDATE events_deliveries SET attempts = ?, next_at = ? WHERE id = ?')
      .run(attempts, next.next_at, row.id);
    this.#schedule(next);
  }

  #forget({ id }: Row): void {
    this.#database.prepare('DELETE FROM events_deliveries WHERE id = ?').run(id);
  }
}
