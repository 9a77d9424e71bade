import type { DatabaseSync } from 'node:sqlite';
import type { Clock, Timer } from '../../clock.ts';
import type { Event } from '../event.ts';
import { type Pattern, parsePattern } from '../pattern/pattern.ts';

export type ArchiveSettings = {
  name: string;
  /** The bus whose events it keeps. */
  sourceArn: string;
  description?: string;
  patternText?: string;
  /** 0 keeps events for ever. */
  retentionDays: number;
  createdAt: number;
};
export type Archive = ArchiveSettings & { arn: string; pattern: Pattern | undefined };

const SCHEMA = `
CREATE TABLE IF NOT EXISTS events_archives (name TEXT PRIMARY KEY, settings TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS events_archived (
  position INTEGER PRIMARY KEY AUTOINCREMENT, archive TEXT NOT NULL, at INTEGER NOT NULL, kept_at INTEGER NOT NULL,
  event TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS events_archived_by_time ON events_archived (archive, at, position);
CREATE INDEX IF NOT EXISTS events_archived_by_age ON events_archived (archive, kept_at);
`;

const DAY = 86_400_000;

/** How often events are looked for whose retention is over, in milliseconds; who reads sees none of them anyway. */
const SWEEP = 3_600_000;

type Options = { database: DatabaseSync; clock: Clock; accountId: string; region: string };

/** Archives and the events in them, in SQLite. */
export class Archives {
  readonly #options: Options;
  readonly #archives = new Map<string, Archive>();
  readonly #statements;
  #timer: Timer | undefined;

  constructor(options: Options) {
    this.#options = options;
    const { database } = options;
    database.exec(SCHEMA);
    this.#statements = {
      put: database.prepare('INSERT OR REPLACE INTO events_archives VALUES (?, ?)'),
      remove: database.prepare('DELETE FROM events_archives WHERE name = ?'),
      clear: database.prepare('DELETE FROM events_archived WHERE archive = ?'),
      insert: database.prepare('INSERT INTO events_archived (archive, at, kept_at, event) VALUES (?, ?, ?, ?)'),
      expire: database.prepare('DELETE FROM events_archived WHERE archive = ? AND kept_at <= ?'),
      size: database.prepare(`SELECT count(*) AS events, coalesce(sum(length(CAST(event AS BLOB))), 0) AS bytes
        FROM events_archived WHERE archive = ?`),
      read: database.prepare(`SELECT position, at, event FROM events_archived
        WHERE archive = ? AND at BETWEEN ? AND ? AND (at, position) > (?, ?) ORDER BY at, position LIMIT ?`),
    };
    for (const { settings } of database.prepare('SELECT settings FROM events_archives').all())
      this.#remember(JSON.parse(String(settings)) as ArchiveSettings);
  }

  put(settings: ArchiveSettings): Archive {
    const archive = this.#remember(settings);
    this.#statements.put.run(settings.name, JSON.stringify(settings));
    return archive;
  }

  /** Removes an archive with its events. */
  remove(name: string): void {
    this.#statements.remove.run(name);
    this.#statements.clear.run(name);
    this.#archives.delete(name);
  }

  get(name: string): Archive | undefined {
    return this.#archives.get(name);
  }

  all(): Archive[] {
    return [...this.#archives.values()];
  }

  arnOf(name: string): string {
    const { region, accountId } = this.#options;
    return `arn:aws:events:${region}:${accountId}:archive/${name}`;
  }

  /** The archives of a bus that keep an event. */
  wanting(event: Event, busArn: string): Archive[] {
    if (this.#archives.size === 0) return [];
    return this.all().filter(({ sourceArn, pattern }) => sourceArn === busArn && pattern?.(event) !== false);
  }

  /** Keeps an event in archives, within the caller's transaction. */
  keep(event: Event, archives: readonly Archive[]): void {
    for (const { name } of archives)
      this.#statements.insert.run(name, Date.parse(event.time), this.#options.clock.now(), JSON.stringify(event));
  }

  /** How many events an archive has, and their bytes. */
  size(name: string): { events: number; bytes: number } {
    this.#expire(name);
    const { events, bytes } = this.#statements.size.get(name) as { events: number; bytes: number };
    return { events, bytes };
  }

  /** Events of a time, both ends included, in its order, after a place among them. */
  read(name: string, window: { from: number; to: number }, after: { at: number; position: number }, limit: number) {
    this.#expire(name);
    const rows = this.#statements.read.all(name, window.from, window.to, after.at, after.position, limit);
    return rows.map(({ position, at, event }) => ({
      position: Number(position),
      at: Number(at),
      event: JSON.parse(String(event)) as Event,
    }));
  }

  /** From now on events go when their retention is over. */
  start(): void {
    for (const { name } of this.all()) this.#expire(name);
    this.#timer = this.#options.clock.at(this.#options.clock.now() + SWEEP, () => this.start());
  }

  stop(): void {
    this.#timer?.cancel();
  }

  #expire(name: string): void {
    const days = this.#archives.get(name)?.retentionDays ?? 0;
    if (days > 0) this.#statements.expire.run(name, this.#options.clock.now() - days * DAY);
  }

  #remember(settings: ArchiveSettings): Archive {
    const { name, patternText } = settings;
    const pattern = patternText === undefined ? undefined : parsePattern(patternText);
    const archive = { ...settings, arn: this.arnOf(name), pattern };
    this.#archives.set(name, archive);
    return archive;
  }
}
