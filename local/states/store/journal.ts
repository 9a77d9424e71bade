import type { DatabaseSync } from 'node:sqlite';
import { transaction } from '../../database.ts';
import type { Line } from './line.ts';
import { linesOf, pagesOf } from './pages.ts';

type Work = {
  work: () => void;
  after: (() => void) | undefined;
  resolve: () => void;
  reject: (error: unknown) => void;
};

/**
 * The history of all executions. Lines are gathered and written in one transaction: at the latest when the event loop
 * turns, and before that whenever an effect is about to become visible, by `flush`.
 */
export class Journal {
  readonly #database: DatabaseSync;
  readonly #insert;
  readonly #all;
  readonly #from;
  readonly #before;
  readonly #last;
  #pending: { execution: number; line: Line }[] = [];
  #group: Work[] = [];
  #scheduled = false;
  #failed: unknown;
  #closed = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#insert = database.prepare('INSERT INTO states_history (execution, first, last, lines) VALUES (?, ?, ?, ?)');
    const pages = 'SELECT lines FROM states_history WHERE execution = ?';
    this.#all = database.prepare(`${pages} ORDER BY rowid`);
    this.#from = database.prepare(`${pages} AND last >= ? ORDER BY last, rowid`);
    this.#before = database.prepare(`${pages} AND last < ? ORDER BY last DESC, rowid DESC`);
    this.#last = database.prepare('SELECT max(last) AS id FROM states_history WHERE execution = ?');
  }

  /** Takes a line. Throws once the journal is closed or has failed to write: nothing may happen that it does not hold. */
  append(execution: number, line: Line): void {
    this.#check();
    this.#pending.push({ execution, line });
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#closed) return;
      try {
        this.flush();
      } catch {
        // The failure is kept; whoever appends or flushes next meets it.
      }
    });
  }

  /** Writes what was gathered; `also` runs within the same transaction. */
  flush(also?: () => void): void {
    this.#check();
    if (this.#pending.length === 0 && !also) return;
    // A caller's open transaction could be rolled back, and what must be kept with it.
    if (this.#database.isTransaction) throw new Error('The history cannot be written within a transaction of others');
    const lines = this.#pending;
    this.#pending = [];
    try {
      transaction(this.#database, () => {
        this.#write(lines);
        also?.();
        // What `also` itself has appended belongs to it.
        const more = this.#pending;
        this.#pending = [];
        this.#write(more);
      });
    } catch (error) {
      this.#failed = error;
      this.#check();
    }
  }

  /**
   * Does work together with that of all others who ask before anything else can happen, in one transaction with the lines
   * that were gathered. Once all is kept, `after` is called, and the promise resolves. `work` must not throw but for a database that fails.
   */
  group(work: () => void = () => undefined, after?: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#group.push({ work, after, resolve, reject });
      // Node comes to this when no promise has anything left to run, so everybody who can has asked.
      if (this.#group.length === 1) process.nextTick(() => this.#flushGroup());
    });
  }

  #flushGroup(): void {
    const group = this.#group;
    this.#group = [];
    try {
      this.flush(() => {
        for (const { work } of group) work();
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
      return;
    }
    for (const { after, resolve, reject } of group) {
      try {
        after?.();
        resolve();
      } catch (error) {
        reject(error);
      }
    }
  }

  #write(lines: readonly { execution: number; line: Line }[]): void {
    const byExecution = new Map<number, Line[]>();
    for (const { execution, line } of lines) {
      const known = byExecution.get(execution);
      if (known) known.push(line);
      else byExecution.set(execution, [line]);
    }
    for (const [execution, own] of byExecution) {
      for (const page of pagesOf(own)) this.#insert.run(execution, page.first, page.last, page.lines);
    }
  }

  /** At most `limit` events after (or, going back, before) the event `from`. */
  page(execution: number, from: number, limit: number, back: boolean): Line[] {
    this.flush();
    const found: Line[] = [];
    const wanted = ({ id, sub }: Line): boolean => sub === 0 && (back ? id < from : id > from);
    for (const text of back ? this.#backwards(execution, from) : this.#forwards(execution, from)) {
      const events = linesOf(text).filter(wanted);
      found.push(...(back ? events.toReversed() : events));
      if (found.length >= limit) break;
    }
    return found.slice(0, limit);
  }

  *#forwards(execution: number, from: number): Generator<string> {
    for (const { lines } of this.#from.iterate(execution, from + 1)) yield String(lines);
  }

  *#backwards(execution: number, from: number): Generator<string> {
    // The first page that reaches so far may begin before.
    const straddling = this.#from.get(execution, from);
    if (straddling) yield String(straddling.lines);
    for (const { lines } of this.#before.iterate(execution, from)) yield String(lines);
  }

  /** Every line, in order. */
  lines(execution: number): Line[] {
    this.flush();
    return this.#all.all(execution).flatMap(({ lines }) => linesOf(String(lines)));
  }

  /** The id of the latest event, 0 where there is none. */
  lastId(execution: number): number {
    return Number(this.#last.get(execution)?.id ?? 0);
  }

  close(): void {
    if (this.#closed) return;
    if (this.#failed === undefined) this.flush();
    this.#closed = true;
  }

  #check(): void {
    if (this.#failed !== undefined) throw new JournalError('The history cannot be written', { cause: this.#failed });
    if (this.#closed) throw new JournalError('The history is closed');
  }
}

/** The engine must stop where it is: what it would do next could not be kept. */
export class JournalError extends Error {
  override name = 'JournalError';
}
