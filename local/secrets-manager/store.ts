import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import { transaction } from '../database.ts';
import type { Secret, Version } from './secret.ts';

type SecretRow = { arn: string; name: string; settings: string };
type VersionRow = { id: string; value: string; stages: string; created_at: number };

/** Secrets and their versions, in SQLite. A secret whose time has come is gone for whoever looks. */
export const createSecretStore = (database: DatabaseSync, clock: Clock) => {
  database.exec(`
    CREATE TABLE IF NOT EXISTS secrets (arn TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, goes_at INTEGER, settings TEXT NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS secrets_going ON secrets (goes_at) WHERE goes_at IS NOT NULL;
    CREATE TABLE IF NOT EXISTS secrets_versions (
      arn TEXT NOT NULL REFERENCES secrets ON DELETE CASCADE, id TEXT NOT NULL, value TEXT NOT NULL, stages TEXT NOT NULL,
      created_at INTEGER NOT NULL, PRIMARY KEY (arn, id)) STRICT`);
  const expire = database.prepare('DELETE FROM secrets WHERE goes_at <= ?');
  const byArn = database.prepare('SELECT arn, name, settings FROM secrets WHERE arn = ?');
  const byName = database.prepare('SELECT arn, name, settings FROM secrets WHERE name = ?');
  const all = database.prepare('SELECT arn, name, settings FROM secrets ORDER BY name');
  const upsert = database.prepare(`INSERT INTO secrets (arn, name, goes_at, settings) VALUES (?, ?, ?, ?)
    ON CONFLICT (arn) DO UPDATE SET goes_at = excluded.goes_at, settings = excluded.settings`);
  const remove = database.prepare('DELETE FROM secrets WHERE arn = ?');
  const versions = database.prepare('SELECT * FROM secrets_versions WHERE arn = ? ORDER BY created_at, rowid');
  const putVersion = database.prepare(`INSERT INTO secrets_versions VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (arn, id) DO UPDATE SET value = excluded.value, stages = excluded.stages`);
  const dropVersion = database.prepare('DELETE FROM secrets_versions WHERE arn = ? AND id = ?');

  const read = (row: unknown): Secret | undefined => (row ? secretOf(row as SecretRow) : undefined);
  const present = <T>(look: () => T): T => {
    expire.run(clock.now());
    return look();
  };
  const put = ({ arn, name, ...settings }: Secret): void =>
    void upsert.run(arn, name, settings.goesAt ?? null, JSON.stringify(settings));

  return {
    byArn: (arn: string): Secret | undefined => present(() => read(byArn.get(arn))),
    byName: (name: string): Secret | undefined => present(() => read(byName.get(name))),
    /** In order of names. */
    all: (): Secret[] => present(() => (all.all() as SecretRow[]).map(secretOf)),
    /** In the order of their making. */
    versions: (arn: string): Version[] => (versions.all(arn) as VersionRow[]).map(versionOf),
    put,
    /** Keeps a secret with some of its versions, and lets go of others: all or nothing. */
    putVersions(secret: Secret, changed: readonly Version[], dropped: readonly string[] = []): void {
      transaction(database, () => {
        put(secret);
        for (const { id, stages, createdAt, ...value } of changed)
          putVersion.run(secret.arn, id, JSON.stringify(value), JSON.stringify(stages), createdAt);
        for (const id of dropped) dropVersion.run(secret.arn, id);
      });
    },
    remove: (arn: string): void => void remove.run(arn),
  };
};

export type SecretStore = ReturnType<typeof createSecretStore>;

const secretOf = ({ arn, name, settings }: SecretRow): Secret => ({ ...(JSON.parse(settings) as Secret), arn, name });

const versionOf = ({ id, value, stages, created_at }: VersionRow): Version => ({
  ...(JSON.parse(value) as Version),
  id,
  stages: JSON.parse(stages) as string[],
  createdAt: created_at,
});
