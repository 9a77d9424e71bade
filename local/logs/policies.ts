import type { DatabaseSync } from 'node:sqlite';
import type { PolicyStatement } from '../aws/principal.ts';
import { statementsIn } from '../iam/policy-text.ts';

export type ResourcePolicy = { policyName: string; policyDocument: string; lastUpdatedTime: number };

/** The account's policies of logs, which speak of all of its groups. */
export const createPolicies = (database: DatabaseSync) => {
  database.exec(`CREATE TABLE IF NOT EXISTS logs_policies (
    name TEXT PRIMARY KEY, document TEXT NOT NULL, updated_at INTEGER NOT NULL) STRICT`);
  const put = database.prepare('INSERT OR REPLACE INTO logs_policies VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM logs_policies WHERE name = ?');
  const all = database.prepare(
    'SELECT name AS policyName, document AS policyDocument, updated_at AS lastUpdatedTime FROM logs_policies ORDER BY name',
  );
  let known = all.all() as ResourcePolicy[];
  return {
    all: (): readonly ResourcePolicy[] => known,
    statements: (): PolicyStatement[] => known.flatMap(({ policyDocument }) => statementsIn(policyDocument)),
    put({ policyName, policyDocument, lastUpdatedTime }: ResourcePolicy): void {
      put.run(policyName, policyDocument, lastUpdatedTime);
      known = all.all() as ResourcePolicy[];
    },
    remove(name: string): boolean {
      const removed = remove.run(name).changes > 0;
      known = all.all() as ResourcePolicy[];
      return removed;
    },
  };
};

export type Policies = ReturnType<typeof createPolicies>;
