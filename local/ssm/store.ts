import type { DatabaseSync } from 'node:sqlite';
import { transaction } from '../database.ts';
import type { Parameter, Tag } from './parameter.ts';

type Row = { name: string; version: number; settings: string; labels: string };

/** The character after every one that a name may have. */
const BEHIND_NAMES = '\u{7f}';

/** Parameters and their versions, in SQLite. */
export const createParameterStore = (database: DatabaseSync) => {
  database.exec(`
    CREATE TABLE IF NOT EXISTS ssm_versions (
      name TEXT NOT NULL, version INTEGER NOT NULL, settings TEXT NOT NULL, labels TEXT NOT NULL,
      PRIMARY KEY (name, version)) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS ssm_tags (
      name TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (name, key)) STRICT, WITHOUT ROWID`);
  const insert = database.prepare('INSERT INTO ssm_versions VALUES (?, ?, ?, ?)');
  const latest = database.prepare('SELECT * FROM ssm_versions WHERE name = ? ORDER BY version DESC LIMIT 1');
  const versions = database.prepare('SELECT * FROM ssm_versions WHERE name = ? ORDER BY version');
  const removeVersion = database.prepare('DELETE FROM ssm_versions WHERE name = ? AND version = ?');
  const removeAll = database.prepare('DELETE FROM ssm_versions WHERE name = ?');
  const setLabels = database.prepare('UPDATE ssm_versions SET labels = ? WHERE name = ? AND version = ?');
  const below = database.prepare(`SELECT v.* FROM ssm_versions v WHERE v.name > ? AND v.name >= ? AND v.name < ?
    AND v.version = (SELECT max(version) FROM ssm_versions o WHERE o.name = v.name) ORDER BY v.name`);
  const putTag = database.prepare('INSERT OR REPLACE INTO ssm_tags VALUES (?, ?, ?)');
  const removeTag = database.prepare('DELETE FROM ssm_tags WHERE name = ? AND key = ?');
  const removeTags = database.prepare('DELETE FROM ssm_tags WHERE name = ?');
  const tags = database.prepare('SELECT key AS Key, value AS Value FROM ssm_tags WHERE name = ? ORDER BY key');
  const tagsOf = (name: string): Tag[] =>
    tags.all(name).map(({ Key, Value }) => ({ Key: `${Key}`, Value: `${Value}` }));

  return {
    latest: (name: string): Parameter | undefined => {
      const row = latest.get(name) as Row | undefined;
      return row && parameterOf(row);
    },
    /** From the first to the latest. */
    versions: (name: string): Parameter[] => (versions.all(name) as Row[]).map(parameterOf),
    /** The latest version of every parameter whose name comes behind `after` and begins with `prefix`, in order of names. */
    *below(prefix: string, after = ''): Generator<Parameter> {
      for (const row of below.iterate(after, prefix, prefix + BEHIND_NAMES)) yield parameterOf(row as Row);
    },
    /** Keeps a version, with tags where it is the first, and lets go of the one numbered `dropped`. */
    put({ name, version, labels, ...settings }: Parameter, own: readonly Tag[] = [], dropped?: number): void {
      transaction(database, () => {
        insert.run(name, version, JSON.stringify(settings), JSON.stringify(labels));
        for (const { Key, Value } of own) putTag.run(name, Key, Value);
        if (dropped !== undefined) removeVersion.run(name, dropped);
      });
    },
    /** Sets the labels of versions, all or none. */
    setLabels(name: string, labels: ReadonlyMap<number, readonly string[]>): void {
      transaction(database, () => {
        for (const [version, list] of labels) setLabels.run(JSON.stringify(list), name, version);
      });
    },
    remove(name: string): void {
      transaction(database, () => {
        removeAll.run(name);
        removeTags.run(name);
      });
    },
    tags: tagsOf,
    tag(name: string, own: readonly Tag[]): void {
      transaction(database, () => {
        for (const { Key, Value } of own) putTag.run(name, Key, Value);
      });
    },
    untag: (name: string, key: string): void => void removeTag.run(name, key),
  };
};

export type ParameterStore = ReturnType<typeof createParameterStore>;

const parameterOf = ({ name, version, settings, labels }: Row): Parameter => ({
  ...(JSON.parse(settings) as Parameter),
  name,
  version,
  labels: JSON.parse(labels) as string[],
});
