import type { DatabaseSync } from 'node:sqlite';

/** One or two versions of a machine, with the share of starts in percent that goes to each. */
export type Route = { stateMachineVersionArn: string; weight: number };

/** An alias as it is stored; `routing` is JSON, a list of `Route`. */
export type AliasRow = {
  arn: string;
  machine_arn: string;
  name: string;
  description: string | null;
  routing: string;
  created_at: number;
  updated_at: number;
};

/** Aliases of state machines. */
export const createAliasStore = (database: DatabaseSync) => {
  const insert = database.prepare('INSERT INTO states_aliases VALUES (?, ?, ?, ?, ?, ?, ?)');
  const update = database.prepare(
    'UPDATE states_aliases SET description = ?, routing = ?, updated_at = ? WHERE arn = ?',
  );
  const byArn = database.prepare('SELECT * FROM states_aliases WHERE arn = ?');
  const leads = `EXISTS (SELECT 1 FROM json_each(routing)
    WHERE json_extract(value, '$.stateMachineVersionArn') = ?2)`;
  const list = database.prepare(
    `SELECT * FROM states_aliases WHERE machine_arn = ?1 AND (?2 IS NULL OR ${leads}) AND name > ?3
     ORDER BY name LIMIT ?4`,
  );
  const routed = database.prepare(`SELECT name FROM states_aliases WHERE machine_arn = ?1 AND ${leads} ORDER BY name`);
  const remove = database.prepare('DELETE FROM states_aliases WHERE arn = ?');
  return {
    insert: ({ arn, machine_arn, name, description, routing, created_at, updated_at }: AliasRow) =>
      insert.run(arn, machine_arn, name, description, routing, created_at, updated_at),
    update: ({ arn, description, routing, updated_at }: AliasRow) => update.run(description, routing, updated_at, arn),
    byArn: (arn: string) => byArn.get(arn) as AliasRow | undefined,
    /** By name, at most `limit`, of those after the name `after`; with a version, those alone that lead to it. */
    list: (machineArn: string, after: string, limit: number, versionArn?: string) =>
      list.all(machineArn, versionArn ?? null, after, limit) as AliasRow[],
    /** Names of the aliases that lead to a version. */
    routedTo: (machineArn: string, versionArn: string) =>
      routed.all(machineArn, versionArn).map(({ name }) => String(name)),
    remove: (arn: string) => remove.run(arn),
  };
};

export type AliasStore = ReturnType<typeof createAliasStore>;
