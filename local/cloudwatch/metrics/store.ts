import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../clock.ts';
import { isDiskFull, transaction } from '../../database.ts';
import { remember } from '../../remember.ts';
import { addTo, type Distribution, observation, together } from './distribution.ts';
import { dimensionsKey, type Metric, MINUTE, NO_UNIT } from './metric.ts';

/** One minute of a metric, as it is kept. */
export type Minute = Distribution & { at: number; unit: string };

type Row = { minute: number; unit: string; n: number; sum: number; min: number; max: number; vals: string | null };

/** How long numbers are gathered before they are written together, in milliseconds. */
const GATHER = 1000;

/** How long a minute is kept: 15 days, as AWS keeps minutes; there are no longer periods behind them here. */
export const KEPT = 15 * 86_400_000;

/** How often what is too old is removed. */
const PURGE = 3_600_000;

/** Numbers that are kept one by one before they are added up. */
const MOST_INCOMING = 5000;

/** Ids of metrics kept in memory. */
const KNOWN = 5000;

type Incoming = { metric: Metric; observed: Distribution | number; unit: string; at: number };
type Pending = { id: number; minute: number; unit: string; distribution: Distribution };

/** The numbers of all metrics by the minute, in SQLite; written in batches up to a second behind. */
export class MetricStore {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #onPut: (metric: Metric) => void;
  #incoming: Incoming[] = [];
  readonly #sources: (() => void)[] = [];
  readonly #pending = new Map<string, Pending>();
  #idOf: (key: string) => number;
  readonly #sql;
  #timer: NodeJS.Timeout | undefined;
  #purgedAt = Number.NEGATIVE_INFINITY;
  #closed = false;

  constructor(database: DatabaseSync, clock: Clock, onPut: (metric: Metric) => void = () => {}) {
    this.#onPut = onPut;
    this.#database = database;
    this.#clock = clock;
    database.exec(`
      CREATE TABLE IF NOT EXISTS metrics (
        id INTEGER PRIMARY KEY, namespace TEXT NOT NULL, name TEXT NOT NULL, dimensions TEXT NOT NULL, last_at INTEGER NOT NULL,
        UNIQUE (namespace, name, dimensions)) STRICT;
      CREATE TABLE IF NOT EXISTS metric_minutes (
        metric INTEGER NOT NULL, minute INTEGER NOT NULL, unit TEXT NOT NULL, n REAL NOT NULL, sum REAL NOT NULL,
        min REAL NOT NULL, max REAL NOT NULL, vals TEXT, PRIMARY KEY (metric, minute, unit)) STRICT, WITHOUT ROWID`);
    this.#sql = {
      find: database.prepare('SELECT id FROM metrics WHERE namespace = ? AND name = ? AND dimensions = ?'),
      make: database.prepare('INSERT INTO metrics (namespace, name, dimensions, last_at) VALUES (?, ?, ?, 0)'),
      touch: database.prepare('UPDATE metrics SET last_at = max(last_at, ?) WHERE id = ?'),
      get: database.prepare('SELECT * FROM metric_minutes WHERE metric = ? AND minute = ? AND unit = ?'),
      put: database.prepare('INSERT OR REPLACE INTO metric_minutes VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
      read: database.prepare(
        'SELECT * FROM metric_minutes WHERE metric = ? AND minute >= ? AND minute < ? ORDER BY minute',
      ),
      list: database.prepare(
        'SELECT * FROM metrics WHERE last_at >= ? AND (namespace, name, dimensions) > (?, ?, ?) ORDER BY namespace, name, dimensions',
      ),
      forget: database.prepare('DELETE FROM metrics WHERE last_at < ?'),
      purge: database.prepare('DELETE FROM metric_minutes WHERE minute < ?'),
    };
    this.#idOf = this.#remembered();
  }

  /** Ids of metrics, made where there are none. */
  #remembered(): (key: string) => number {
    return remember(KNOWN, (key) => {
      const [namespace = '', name = '', dimensions = ''] = JSON.parse(key) as string[];
      const found = this.#sql.find.get(namespace, name, dimensions);
      return Number(found ? found.id : this.#sql.make.run(namespace, name, dimensions).lastInsertRowid);
    });
  }

  /** Takes numbers of a metric, which are on disk within a second; what comes after the end is dropped. */
  put(metric: Metric, observed: Distribution | number, { unit = NO_UNIT, at = this.#clock.now() } = {}): void {
    if (this.#closed) return;
    // Who puts numbers is in the middle of a request: all that takes time is done when they are written.
    this.#incoming.push({ metric, observed, unit, at });
    if (this.#incoming.length >= MOST_INCOMING) this.#inTime(() => this.#gather());
    this.#timer ??= setTimeout(() => this.#flushInTime(), GATHER);
    this.#onPut(metric);
  }

  /** Calls `source` before numbers are written or read; the answer asks for that to be within a second. */
  gather(source: () => void): () => void {
    this.#sources.push(source);
    return () => {
      if (!this.#closed) this.#timer ??= setTimeout(() => this.#flushInTime(), GATHER);
    };
  }

  #gather(): void {
    const incoming = this.#incoming;
    this.#incoming = [];
    try {
      for (let next = incoming.shift(); next; next = incoming.shift()) this.#addUp(next, incoming);
    } catch (error) {
      // What found no room waits; beyond a bound the oldest goes, since memory has its end too.
      this.#incoming = [...incoming, ...this.#incoming].slice(-MOST_INCOMING);
      throw error;
    }
  }

  #addUp(next: Incoming, behind: Incoming[]): void {
    const { metric, observed, unit, at } = next;
    const distribution = typeof observed === 'number' ? observation(observed) : observed;
    let id: number;
    try {
      id = this.#id(metric);
    } catch (error) {
      behind.unshift(next);
      throw error;
    }
    const minute = Math.floor(at / MINUTE) * MINUTE;
    this.#keep({ id, minute, unit, distribution: together([distribution]) ?? distribution });
  }

  #keep(entry: Pending): void {
    const key = `${entry.id}/${entry.minute}/${entry.unit}`;
    const known = this.#pending.get(key);
    if (known) addTo(known.distribution, entry.distribution);
    else this.#pending.set(key, entry);
  }

  #flushInTime(): void {
    this.#inTime(() => this.flush());
  }

  /** Numbers that find no room on the disk wait until there is some. */
  #inTime(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      this.#timer ??= setTimeout(() => this.#flushInTime(), GATHER);
    }
  }

  /** Writes what was gathered. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#closed) return;
    for (const source of this.#sources) source();
    // What they have put does not need another turn.
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#gather();
    if (this.#pending.size === 0) return;
    const now = this.#clock.now();
    const old = now - this.#purgedAt >= PURGE;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    try {
      this.#write(pending, old ? now : undefined);
    } catch (error) {
      for (const entry of pending) this.#keep(entry);
      throw error;
    }
  }

  #write(pending: readonly Pending[], purgeAt: number | undefined): void {
    transaction(this.#database, () => {
      for (const { id, minute, unit, distribution } of pending) {
        const row = this.#sql.get.get(id, minute, unit) as Row | undefined;
        const { count, sum, min, max, values } =
          together(row ? [minuteOf(row), distribution] : [distribution]) ?? distribution;
        this.#sql.put.run(id, minute, unit, count, sum, min, max, values ? JSON.stringify([...values]) : null);
        this.#sql.touch.run(minute, id);
      }
      if (purgeAt !== undefined) this.#purge(purgeAt);
    });
  }

  #purge(now: number): void {
    this.#purgedAt = now;
    this.#sql.purge.run(now - KEPT);
    this.#sql.forget.run(now - KEPT);
    this.#idOf = this.#remembered();
  }

  /** The minutes of a metric from `from` until before `to`, in order of time; of every unit where none is given. */
  minutes(metric: Metric, from: number, to: number, unit?: string): Minute[] {
    this.flush();
    const found = this.#sql.find.get(metric.namespace, metric.name, dimensionsKey(metric.dimensions));
    if (!found) return [];
    const rows = this.#sql.read.all(Number(found.id), from, to) as Row[];
    return rows.filter((row) => unit === undefined || row.unit === unit).map(minuteOf);
  }

  /** Metrics that had numbers since `since`, behind `after`, in order of namespace, name and dimensions. */
  *list(since: number, after?: Metric): Generator<Metric> {
    this.flush();
    const { namespace = '', name = '', dimensions } = after ?? {};
    for (const row of this.#sql.list.iterate(since, namespace, name, dimensions ? dimensionsKey(dimensions) : ''))
      yield {
        namespace: String(row.namespace),
        name: String(row.name),
        dimensions: Object.fromEntries(JSON.parse(String(row.dimensions)) as [string, string][]),
      };
  }

  /** Writes what was gathered and takes no more. */
  close(): void {
    this.#flushInTime();
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #id({ namespace, name, dimensions }: Metric): number {
    return this.#idOf(JSON.stringify([namespace, name, dimensionsKey(dimensions)]));
  }
}

const minuteOf = ({ minute, unit, n, sum, min, max, vals }: Row): Minute => ({
  at: minute,
  unit,
  count: n,
  sum,
  min,
  max,
  ...(vals === null ? {} : { values: new Map(JSON.parse(vals) as [number, number][]) }),
});
