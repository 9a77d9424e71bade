import type { DatabaseSync } from 'node:sqlite';

export type Dashboard = { name: string; body: string; modifiedAt: number };

/** Dashboards as they were put, in SQLite; nothing draws them here. */
export const createDashboards = (database: DatabaseSync) => {
  database.exec(`CREATE TABLE IF NOT EXISTS cloudwatch_dashboards (
    name TEXT PRIMARY KEY, body TEXT NOT NULL, modified_at INTEGER NOT NULL) STRICT`);
  const put = database.prepare('INSERT OR REPLACE INTO cloudwatch_dashboards VALUES (?, ?, ?)');
  const all = database.prepare('SELECT name, body, modified_at AS modifiedAt FROM cloudwatch_dashboards ORDER BY name');
  const get = database.prepare(
    'SELECT name, body, modified_at AS modifiedAt FROM cloudwatch_dashboards WHERE name = ?',
  );
  const remove = database.prepare('DELETE FROM cloudwatch_dashboards WHERE name = ?');
  return {
    put: ({ name, body, modifiedAt }: Dashboard): void => void put.run(name, body, modifiedAt),
    all: (): Dashboard[] => all.all() as Dashboard[],
    get: (name: string): Dashboard | undefined => get.get(name) as Dashboard | undefined,
    remove: (name: string): void => void remove.run(name),
  };
};

export type Dashboards = ReturnType<typeof createDashboards>;
