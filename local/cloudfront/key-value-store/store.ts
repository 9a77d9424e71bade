import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { transaction } from '../../database.ts';

export type KeyValueStore = {
  id: string;
  name: string;
  comment: string;
  /** Of the settings, which the control plane answers. */
  settingsEtag: string;
  /** Of the keys, which every write changes. */
  etag: string;
  createdAt: number;
  /** When the settings were changed. */
  modifiedAt: number;
  /** When the keys were changed. */
  changedAt: number;
  items: number;
  /** Of keys and values together. */
  bytes: number;
};

export type Pair = { key: string; value: string };

export type Changes = { puts: readonly Pair[]; deletes: readonly string[] };

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** A version as CloudFront writes it: an E and 13 characters. */
export const newEtag = (): string =>
  `E${[...randomBytes(13)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;

/** The stores and their keys, in SQLite. Keys come in the order of their bytes. */
export const createKeyValueStores = (database: DatabaseSync, now: () => number) => {
  database.exec(`
    CREATE TABLE IF NOT EXISTS kvs_stores (
      id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, comment TEXT NOT NULL, settingsEtag TEXT NOT NULL, etag TEXT NOT NULL,
      createdAt INTEGER NOT NULL, modifiedAt INTEGER NOT NULL, changedAt INTEGER NOT NULL,
      items INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS kvs_keys (
      store TEXT NOT NULL REFERENCES kvs_stores (id) ON DELETE CASCADE, key TEXT NOT NULL, value TEXT NOT NULL,
      PRIMARY KEY (store, key)) STRICT, WITHOUT ROWID`);
  const insert = database.prepare('INSERT INTO kvs_stores VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0)');
  const rename = database.prepare(
    'UPDATE kvs_stores SET name = ?, comment = ?, settingsEtag = ?, modifiedAt = ? WHERE id = ?',
  );
  const byId = database.prepare('SELECT * FROM kvs_stores WHERE id = ?');
  const byName = database.prepare('SELECT * FROM kvs_stores WHERE name = ?');
  const list = database.prepare('SELECT * FROM kvs_stores ORDER BY name');
  const drop = database.prepare('DELETE FROM kvs_stores WHERE id = ?');
  const get = database.prepare('SELECT value FROM kvs_keys WHERE store = ? AND key = ?');
  const keys = database.prepare('SELECT key, value FROM kvs_keys WHERE store = ? AND key > ? ORDER BY key LIMIT ?');
  const put = database.prepare('INSERT OR REPLACE INTO kvs_keys VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM kvs_keys WHERE store = ? AND key = ?');
  const count = database.prepare(`UPDATE kvs_stores SET etag = ?, changedAt = ?, (items, bytes) = (
    SELECT count(*), coalesce(sum(octet_length(key) + octet_length(value)), 0) FROM kvs_keys WHERE store = id) WHERE id = ?`);
  const find = (id: string): KeyValueStore | undefined => byId.get(id) as KeyValueStore | undefined;

  return {
    find,
    named: (name: string): KeyValueStore | undefined => byName.get(name) as KeyValueStore | undefined,
    /** In the order of their names. */
    list: (): KeyValueStore[] => list.all() as KeyValueStore[],
    /** Makes a store, or gives the one of this id another name or comment; its keys stay. */
    settle(id: string, name: string, comment: string): void {
      const known = find(id);
      if (!known) insert.run(id, name, comment, newEtag(), newEtag(), now(), now(), now());
      else if (known.name !== name || known.comment !== comment) rename.run(name, comment, newEtag(), now(), id);
    },
    drop: (id: string): void => void drop.run(id),
    value: (id: string, key: string): string | undefined => get.get(id, key)?.value as string | undefined,
    /** Up to `most` keys behind `after`. */
    keys: (id: string, after: string, most: number): Pair[] => keys.all(id, after, most) as Pair[],
    /** Makes all changes or, where `check` throws for what became of the store, none. */
    change(id: string, { puts, deletes }: Changes, check: (store: KeyValueStore) => void): KeyValueStore {
      return transaction(database, () => {
        for (const key of deletes) remove.run(id, key);
        for (const { key, value } of puts) put.run(id, key, value);
        count.run(newEtag(), now(), id);
        const changed = find(id) as KeyValueStore;
        check(changed);
        return changed;
      });
    },
  };
};

export type KeyValueStores = ReturnType<typeof createKeyValueStores>;
