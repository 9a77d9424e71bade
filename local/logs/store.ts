import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import { isDiskFull, transaction } from '../database.ts';

export type LogLine = { group: string; stream: string; message: string; at: number; requestId?: string };
export type StoredLine = { id: number; stream: string; message: string; at: number; ingested_at: number };
export type StoredStream = {
  stream: string;
  created_at: number;
  first_at: number | null;
  last_at: number | null;
  ingested_at: number | null;
};
export type Group = {
  name: string;
  retentionDays?: number;
  createdAt: number;
  class: string;
  tags: Readonly<Record<string, string>>;
};
export type NewGroup = Pick<Group, 'name'> & Partial<Group>;

/** How long lines are gathered before they are written together, in milliseconds. */
const GATHER = 50;

/** When lines that found no room are tried again, in milliseconds, and how many of them are kept: the newest. */
const RETRY = 1000;
const MOST_GATHERED = 10_000;

const DAY = 86_400_000;

/** How often lines that are too old are removed, in milliseconds; until then nobody sees them. */
const PURGE = 3_600_000;

/** The log groups and what is in them, kept in SQLite; lines are written in batches a few milliseconds behind. */
export class LogStore {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #onLine: (line: LogLine) => void;
  readonly #groups = new Map<string, Group>();
  readonly #sql;
  #pending: LogLine[] = [];
  #closed = false;
  #purgedAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(database: DatabaseSync, clock: Clock, onLine: (line: LogLine) => void = () => {}) {
    this.#onLine = onLine;
    this.#database = database;
    this.#clock = clock;
    database.exec(`
      CREATE TABLE IF NOT EXISTS logs_lines (
        id INTEGER PRIMARY KEY, grp TEXT NOT NULL, stream TEXT NOT NULL, at INTEGER NOT NULL, ingested_at INTEGER NOT NULL,
        request_id TEXT, message TEXT NOT NULL) STRICT;
      CREATE INDEX IF NOT EXISTS logs_by_time ON logs_lines (grp, at, id);
      CREATE INDEX IF NOT EXISTS logs_by_stream ON logs_lines (grp, stream, at, id);
      CREATE TABLE IF NOT EXISTS logs_groups (name TEXT PRIMARY KEY, settings TEXT NOT NULL) STRICT;
      DROP INDEX IF EXISTS logs_by_request;
      CREATE TABLE IF NOT EXISTS logs_streams (
        grp TEXT NOT NULL, stream TEXT NOT NULL, created_at INTEGER NOT NULL, PRIMARY KEY (grp, stream)) STRICT`);
    this.#sql = {
      insert: database.prepare(
        'INSERT INTO logs_lines (grp, stream, at, ingested_at, request_id, message) VALUES (?, ?, ?, ?, ?, ?)',
      ),
      stream: database.prepare('INSERT OR IGNORE INTO logs_streams VALUES (?, ?, ?)'),
    };
    for (const { name, settings } of database.prepare('SELECT * FROM logs_groups').all())
      this.#groups.set(String(name), JSON.parse(String(settings)) as Group);
    // Of earlier releases, which kept streams only.
    for (const { grp } of database.prepare('SELECT DISTINCT grp FROM logs_streams').all())
      if (!this.#groups.has(String(grp))) this.putGroup({ name: String(grp) });
  }

  /** Makes a group, or changes what is given of one that is there. */
  putGroup(group: NewGroup): Group {
    const initial = { createdAt: this.#clock.now(), class: 'STANDARD', tags: {} };
    const whole: Group = { ...initial, ...this.#groups.get(group.name), ...group };
    this.#groups.set(group.name, whole);
    this.#database.prepare('INSERT OR REPLACE INTO logs_groups VALUES (?, ?)').run(group.name, JSON.stringify(whole));
    return whole;
  }

  /** Removes a group with its streams and lines. */
  removeGroup(name: string): void {
    this.flush();
    this.#groups.delete(name);
    transaction(this.#database, () => {
      for (const table of ['logs_lines', 'logs_streams'])
        this.#database.prepare(`DELETE FROM ${table} WHERE grp = ?`).run(name);
      this.#database.prepare('DELETE FROM logs_groups WHERE name = ?').run(name);
    });
  }

  /** Removes a stream with its lines. */
  removeStream(group: string, stream: string): void {
    this.flush();
    transaction(this.#database, () => {
      for (const table of ['logs_lines', 'logs_streams'])
        this.#database.prepare(`DELETE FROM ${table} WHERE grp = ? AND stream = ?`).run(group, stream);
    });
  }

  hasStream(group: string, stream: string): boolean {
    this.flush();
    return (
      this.#database.prepare('SELECT 1 FROM logs_streams WHERE grp = ? AND stream = ?').get(group, stream) !== undefined
    );
  }

  /** The time before which a group's lines are gone; milliseconds. */
  oldest(group: string): number {
    const days = this.#groups.get(group)?.retentionDays;
    return days === undefined ? 0 : this.#clock.now() - days * DAY;
  }

  groups(): Group[] {
    return [...this.#groups.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  group(name: string): Group | undefined {
    return this.#groups.get(name);
  }

  putStream(group: string, stream: string): void {
    this.#database.prepare('INSERT OR IGNORE INTO logs_streams VALUES (?, ?, ?)').run(group, stream, this.#clock.now());
  }

  streams(group: string): StoredStream[] {
    this.flush();
    const query = `SELECT s.stream, s.created_at, min(l.at) AS first_at, max(l.at) AS last_at, max(l.ingested_at) AS ingested_at
      FROM logs_streams s
      LEFT JOIN logs_lines l ON l.grp = s.grp AND l.stream = s.stream WHERE s.grp = ? GROUP BY s.stream ORDER BY last_at DESC`;
    return this.#database.prepare(query).all(group) as StoredStream[];
  }

  /**
   * Takes a line; it is on disk within moments. A group that there is not is made, as Lambda does. A line that a killed
   * process sends after the end is dropped.
   */
  write(line: LogLine): void {
    if (this.#closed) return;
    if (!this.#groups.has(line.group)) this.putGroup({ name: line.group });
    this.#pending.push(line);
    this.#timer ??= setTimeout(() => this.#flushInTime(), GATHER);
    this.#onLine(line);
  }

  /** Writes what was gathered and takes no more. */
  close(): void {
    this.#closed = true;
    this.#flushInTime();
    clearTimeout(this.#timer);
  }

  /** Writes what was gathered. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const lines = this.#pending;
    if (lines.length === 0) return;
    this.#pending = [];
    const { insert, stream } = this.#sql;
    const now = this.#clock.now();
    const old = now - this.#purgedAt >= PURGE;
    try {
      transaction(this.#database, () => {
        if (old) this.#purge(now);
        const seen = new Set<string>();
        for (const line of lines) {
          const name = `${line.group}\0${line.stream}`;
          if (!seen.has(name)) stream.run(line.group, line.stream, now);
          seen.add(name);
          insert.run(line.group, line.stream, line.at, now, line.requestId ?? null, line.message);
        }
      });
    } catch (error) {
      this.#pending = [...lines, ...this.#pending].slice(-MOST_GATHERED);
      throw error;
    }
  }

  /** Lines that find no room on the disk wait until there is some. */
  #flushInTime(): void {
    try {
      this.flush();
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      this.#timer = setTimeout(() => this.#flushInTime(), RETRY);
    }
  }

  #purge(now: number): void {
    this.#purgedAt = now;
    const remove = this.#database.prepare('DELETE FROM logs_lines WHERE grp = ? AND at < ?');
    for (const { name, retentionDays } of this.#groups.values())
      if (retentionDays !== undefined) remove.run(name, now - retentionDays * DAY);
  }

  /** Lines of a group in order of time, after the line `after`. Times in milliseconds, both ends inclusive. */
  read(group: string, options: ReadOptions): StoredLine[] {
    const { from = 0, to = Number.MAX_SAFE_INTEGER, streams, after, before, limit } = options;
    this.flush();
    const names = streams ? `AND stream IN (${streams.map(() => '?').join(', ')})` : '';
    const [sign, order] = before ? ['<', 'DESC'] : ['>', 'ASC'];
    const query = `SELECT id, stream, message, at, ingested_at FROM logs_lines
      WHERE grp = ? AND at BETWEEN ? AND ? AND (at, id) ${sign} (?, ?) ${names} ORDER BY at ${order}, id ${order} LIMIT ?`;
    const { at, id } = before ?? after ?? { at: -1, id: -1 };
    const oldest = Math.max(from, this.oldest(group));
    const found = this.#database
      .prepare(query)
      .all(group, oldest, to, at, id, ...(streams ?? []), limit) as StoredLine[];
    return before ? found.reverse() : found;
  }
}

export type Position = { at: number; id: number };

export type ReadOptions = {
  from?: number;
  to?: number;
  streams?: readonly string[];
  after?: Position;
  /** The last lines before a position, instead of the first after one. */
  before?: Position;
  limit: number;
};
