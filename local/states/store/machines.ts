import type { DatabaseSync } from 'node:sqlite';
import { transaction } from '../../database.ts';

/** A state machine as it is stored; `logging` and `tracing` are JSON. */
export type MachineRow = {
  arn: string;
  name: string;
  type: 'STANDARD' | 'EXPRESS';
  status: 'ACTIVE' | 'DELETING';
  definition: string;
  role_arn: string;
  logging: string;
  tracing: string;
  revision_id: string | null;
  created_at: number;
  /** When it last changed; null for one that never has. */
  updated_at: number | null;
};

export type Tag = { key: string; value: string };

/** Rows kept in memory. */
const KEPT = 500;

/** State machines and their tags. */
export const createMachineStore = (database: DatabaseSync) => {
  const insert = database.prepare(
    `INSERT INTO states_machines (arn, name, type, status, definition, role_arn, logging, tracing, revision_id, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = database.prepare(
    `UPDATE states_machines SET definition = ?, role_arn = ?, logging = ?, tracing = ?, revision_id = ?, updated_at = ?
     WHERE arn = ?`,
  );
  const setStatus = database.prepare('UPDATE states_machines SET status = ? WHERE arn = ?');
  const byArn = database.prepare('SELECT * FROM states_machines WHERE arn = ?');
  const remove = database.prepare('DELETE FROM states_machines WHERE arn = ?');
  const known = new Map<string, MachineRow>();
  const list = database.prepare('SELECT * FROM states_machines WHERE name > ? ORDER BY name LIMIT ?');
  const tags = database.prepare('SELECT key, value FROM states_tags WHERE arn = ? ORDER BY key');
  const tag = database.prepare('INSERT OR REPLACE INTO states_tags VALUES (?, ?, ?)');
  const untag = database.prepare('DELETE FROM states_tags WHERE arn = ? AND key = ?');
  const ofMachine = [
    'DELETE FROM states_tags WHERE arn = ?',
    'DELETE FROM states_aliases WHERE machine_arn = ?',
    'DELETE FROM states_versions WHERE machine_arn = ?',
  ].map((statement) => database.prepare(statement));
  return {
    insert: (row: MachineRow) => {
      known.clear();
      return insert.run(
        row.arn,
        row.name,
        row.type,
        row.status,
        row.definition,
        row.role_arn,
        row.logging,
        row.tracing,
        row.revision_id,
        row.created_at,
      );
    },
    update: (row: MachineRow) => {
      known.clear();
      update.run(row.definition, row.role_arn, row.logging, row.tracing, row.revision_id, row.updated_at, row.arn);
    },
    deleting: (arn: string) => {
      known.clear();
      setStatus.run('DELETING', arn);
    },
    /** Takes back that a machine is being deleted. */
    active: (arn: string) => {
      known.clear();
      setStatus.run('ACTIVE', arn);
    },
    byArn: (arn: string): Readonly<MachineRow> | undefined => {
      const kept = known.get(arn);
      if (kept) return kept;
      const row = byArn.get(arn) as MachineRow | undefined;
      // What a transaction shows may be taken back.
      if (row && !database.isTransaction) {
        if (known.size >= KEPT) known.clear();
        known.set(arn, row);
      }
      return row;
    },
    /** Removes a machine with its tags, aliases and versions. */
    remove: (arn: string) => {
      known.clear();
      transaction(database, () => {
        remove.run(arn);
        for (const statement of ofMachine) statement.run(arn);
      });
    },
    /** By name, at most `limit`, of those after the name `after`. */
    list: (after: string, limit: number) => list.all(after, limit) as MachineRow[],
    tags: (arn: string) => tags.all(arn) as Tag[],
    tag: (arn: string, { key, value }: Tag) => tag.run(arn, key, value ?? ''),
    untag: (arn: string, key: string) => untag.run(arn, key),
  };
};

export type MachineStore = ReturnType<typeof createMachineStore>;
