import type { DatabaseSync } from 'node:sqlite';
import type { Mapping } from './mapping.ts';

/** How far a shard has been read: everything up to `sequence` is done, and in each lane what its own number says. */
export type Position = { sequence: string; lanes: Readonly<Record<number, string>>; finished: boolean };

type Row = { sequence: string; lanes: string; finished: number };

/** Mappings and how far each has come, in SQLite. */
export const createMappingStore = (database: DatabaseSync) => {
  database.exec(`
    CREATE TABLE IF NOT EXISTS lambda_event_sources (uuid TEXT PRIMARY KEY, mapping TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS lambda_event_positions (
      uuid TEXT NOT NULL, shard TEXT NOT NULL, sequence TEXT NOT NULL, lanes TEXT NOT NULL, finished INTEGER NOT NULL,
      PRIMARY KEY (uuid, shard)) STRICT`);
  const put = database.prepare('INSERT OR REPLACE INTO lambda_event_sources VALUES (?, ?)');
  const all = database.prepare('SELECT mapping FROM lambda_event_sources ORDER BY rowid');
  const remove = database.prepare('DELETE FROM lambda_event_sources WHERE uuid = ?');
  const forget = database.prepare('DELETE FROM lambda_event_positions WHERE uuid = ?');
  const position = database.prepare('SELECT * FROM lambda_event_positions WHERE uuid = ? AND shard = ?');
  const move = database.prepare('INSERT OR REPLACE INTO lambda_event_positions VALUES (?, ?, ?, ?, ?)');
  const prune = database.prepare(
    'DELETE FROM lambda_event_positions WHERE uuid = ? AND shard NOT IN (SELECT value FROM json_each(?))',
  );

  return {
    database,
    all: (): Mapping[] => all.all().map(({ mapping }) => JSON.parse(String(mapping)) as Mapping),
    put: (mapping: Mapping): void => void put.run(mapping.uuid, JSON.stringify(mapping)),
    remove(uuid: string): void {
      remove.run(uuid);
      forget.run(uuid);
    },
    forgetPositions: (uuid: string): void => void forget.run(uuid),
    position(uuid: string, shard: string): Position | undefined {
      const row = position.get(uuid, shard) as Row | undefined;
      return row && { sequence: row.sequence, lanes: JSON.parse(row.lanes), finished: row.finished === 1 };
    },
    move(uuid: string, shard: string, { sequence, lanes, finished }: Position): void {
      move.run(uuid, shard, sequence, JSON.stringify(lanes), finished ? 1 : 0);
    },
    /** Forgets shards that the stream no longer has. */
    keepShards: (uuid: string, shards: readonly string[]): void => void prune.run(uuid, JSON.stringify(shards)),
  };
};

export type MappingStore = ReturnType<typeof createMappingStore>;
