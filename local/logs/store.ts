import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import { transaction } from '../database.ts';

export type LogLine = { group: string; stream: string; message: string; at: number; requestId?: string };
export type StoredLine = { id: number; stream: string; message: string; at: number; ingested_at: number };
export type Group = { name: string; retentionDays?: number };

/** How long lines are gathered before they are written together, in milliseconds. */
const GATHER = 50;

const DAY = 86_400_000;

/** The log groups and what is in them, kept in SQLite; lines are written in batches a few milliseconds behind. */
export class LogStore {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #onLine: (line: LogLine) => void;
  readonly #groups = new Map<string, Group>();
  #pending: LogLine[] = [];
  #closed = false;
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
      CREATE INDEX IF NOT EXISTS logs_by_request ON logs_lines (request_id) WHERE request_id IS NOT NULL;
      CREATE TABLE IF NOT EXISTS logs_streams (
        grp TEXT NOT NULL, stream TEXT NOT NULL, created_at INTEGER NOT NULL, PRIMARY KEY (grp, stream)) STRICT`);
    for (const { grp } of database.prepare('SELECT DISTINCT grp FROM logs_streams').all())
      this.#groups.set(String(grp), { name: String(grp) });
  }

  putGroup(group: Group): void {
    this.#groups.set(group.name, group);
    if (group.retentionDays === undefined) return;
    const oldest = this.#clock.now() - group.retentionDays * DAY;
    this.#database.prepare('DELETE FROM logs_lines WHERE grp = ? AND at < ?').run(group.name, oldest);
  }

  /** Removes a group with its streams and lines. */
  removeGroup(name: string): void {
    this.flush();
    this.#groups.delete(name);
    transaction(this.#database, () => {
      this.#database.prepare('DELETE FROM logs_lines WHERE grp = ?').run(name);
      this.#database.prepare('DELETE FROM logs_streams WHERE grp = ?').run(name);
    });
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

  streams(group: string): { stream: string; created_at: number; first_at: number | null; last_at: number | null }[] {
    this.flush();
    const query = `SELECT s.stream, s.created_at, min(l.at) AS first_at, max(l.at) AS last_at FROM logs_streams s
      LEFT JOIN logs_lines l ON l.grp = s.grp AND l.stream = s.stream WHERE s.grp = ? GROUP BY s.stream ORDER BY last_at DESC`;
    return this.#database.prepare(query).all(group) as ReturnType<LogStore['streams']>;
  }

  /**
   * Takes a line; it is on disk within moments. A group that there is not is made, as Lambda does. A line that a killed
   * process sends after the end is dropped.
   */
  write(line: LogLine): void {
    if (this.#closed) return;
    if (!this.#groups.has(line.group)) this.#groups.set(line.group, { name: line.group });
    this.#pending.push(line);
    this.#timer ??= setTimeout(() => this.flush(), GATHER);
    this.#onLine(line);
  }

  /** Writes what was gathered and takes no more. */
  close(): void {
    this.flush();
    this.#closed = true;
  }

  /** Writes what was gathered. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const lines = this.#pending;
    if (lines.length === 0) return;
    this.#pending = [];
    const insert = this.#database.prepare(
      'INSERT INTO logs_lines (grp, stream, at, ingested_at, request_id, message) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const stream = this.#database.prepare('INSERT OR IGNORE INTO logs_streams VALUES (?, ?, ?)');
    const now = this.#clock.now();
    transaction(this.#database, () => {
      for (const line of lines) {
        stream.run(line.group, line.stream, now);
        insert.run(line.group, line.stream, line.at, now, line.requestId ?? null, line.message);
      }
    });
  }

  /** Lines of a group in order of time, after the line `after`. Times in milliseconds, both ends inclusive. */
  read(group: string, { from = 0, to = Number.MAX_SAFE_INTEGER, streams, after, limit }: ReadOptions): StoredLine[] {
    this.flush();
    const names = streams ? `AND stream IN (${streams.map(() => '?').join(', ')})` : '';
    const query = `SELECT id, stream, message, at, ingested_at FROM logs_lines
      WHERE grp = ? AND at BETWEEN ? AND ? AND (at, id) > (?, ?) ${names} ORDER BY at, id LIMIT ?`;
    const position = after ?? { at: -1, id: -1 };
    return this.#database
      .prepare(query)
      .all(group, from, to, position.at, position.id, ...(streams ?? []), limit) as StoredLine[];
  }
}

export type ReadOptions = {
  from?: number;
  to?: number;
  streams?: readonly string[];
  after?: { at: number; id: number };
  limit: number;
};
