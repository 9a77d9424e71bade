import type { DatabaseSync } from 'node:sqlite';

/**
 * What templates declared, as they declared it. A resource whose declaration is as at the last start keeps what became of
 * it since: a one-time schedule that ran does not run again because the runtime starts again. One that no template
 * declares any more is removed at the end of the start.
 */
export const createDeclared = (database: DatabaseSync, table: string) => {
  database.exec(`CREATE TABLE IF NOT EXISTS ${table} (arn TEXT PRIMARY KEY, declaration TEXT NOT NULL) STRICT`);
  const get = database.prepare(`SELECT declaration FROM ${table} WHERE arn = ?`);
  const put = database.prepare(`INSERT OR REPLACE INTO ${table} VALUES (?, ?)`);
  const remove = database.prepare(`DELETE FROM ${table} WHERE arn = ?`);
  const all = database.prepare(`SELECT arn FROM ${table}`);
  const seen = new Set<string>();

  return {
    /** Whether the resource stands as it was declared before; `make` is for one that does not. */
    declare(arn: string, declaration: unknown, make: () => void): void {
      seen.add(arn);
      const text = JSON.stringify(declaration);
      if (get.get(arn)?.declaration === text) return;
      make();
      put.run(arn, text);
    },
    /** Notes what is made anew at every start. */
    note(arn: string): void {
      seen.add(arn);
      put.run(arn, '');
    },
    forget(arn: string): void {
      seen.delete(arn);
      remove.run(arn);
    },
    /** ARNs of what an earlier start declared and this one does not; they are forgotten. */
    left(): string[] {
      const arns = all.all().flatMap(({ arn }) => (seen.has(String(arn)) ? [] : [String(arn)]));
      for (const arn of arns) remove.run(arn);
      return arns;
    },
  };
};

export type Declared = ReturnType<typeof createDeclared>;
