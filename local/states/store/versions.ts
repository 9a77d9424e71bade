import type { DatabaseSync } from 'node:sqlite';
import { transaction } from '../../database.ts';
import type { MachineRow } from './machines.ts';

/** A published version: its machine as it was. `logging` and `tracing` are JSON. */
export type VersionRow = Pick<
  MachineRow,
  'arn' | 'definition' | 'role_arn' | 'logging' | 'tracing' | 'revision_id' | 'created_at'
> & { machine_arn: string; number: number; description: string | null };

/** Versions of state machines. Numbers count up and are never given twice, whatever is deleted. */
export const createVersionStore = (database: DatabaseSync) => {
  const count = database.prepare(
    'UPDATE states_machines SET last_version = last_version + 1 WHERE arn = ? RETURNING last_version AS number',
  );
  const insert = database.prepare(
    `INSERT INTO states_versions (arn, machine_arn, number, description, definition, role_arn, logging, tracing,
     revision_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
  );
  const byArn = database.prepare('SELECT * FROM states_versions WHERE arn = ?');
  const ofRevision = database.prepare(
    'SELECT * FROM states_versions WHERE machine_arn = ? AND revision_id IS ? ORDER BY number DESC LIMIT 1',
  );
  const list = database.prepare(
    'SELECT * FROM states_versions WHERE machine_arn = ? AND number < ? ORDER BY number DESC LIMIT ?',
  );
  const remove = database.prepare('DELETE FROM states_versions WHERE arn = ?');
  return {
    publish: (machine: MachineRow, description: string | undefined, at: number): VersionRow =>
      transaction(database, () => {
        const number = Number(count.get(machine.arn)?.number);
        const { arn, definition, role_arn, logging, tracing, revision_id } = machine;
        const settings = [definition, role_arn, logging, tracing, revision_id] as const;
        return insert.get(`${arn}:${number}`, arn, number, description ?? null, ...settings, at) as VersionRow;
      }),
    byArn: (arn: string) => byArn.get(arn) as VersionRow | undefined,
    /** The latest version of what the machine is now. */
    ofRevision: ({ arn, revision_id }: MachineRow) => ofRevision.get(arn, revision_id) as VersionRow | undefined,
    /** Newest first, at most `limit`, of those below the number `below`. */
    list: (machineArn: string, below: number, limit: number) => list.all(machineArn, below, limit) as VersionRow[],
    remove: (arn: string) => remove.run(arn),
  };
};

export type VersionStore = ReturnType<typeof createVersionStore>;
