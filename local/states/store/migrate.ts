import type { DatabaseSync } from 'node:sqlite';
import { transaction } from '../../database.ts';
import type { Line } from './line.ts';
import { pagesOf } from './pages.ts';

/** Puts the histories of an earlier release, which had a row a line, on pages. */
export const migrateHistories = (database: DatabaseSync): void => {
  const old = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'states_events'").get();
  if (!old) return;
  const lines = database.prepare(
    'SELECT id, sub, path, type, previous, at, details, memo FROM states_events WHERE execution = ? ORDER BY id, sub',
  );
  const insert = database.prepare('INSERT INTO states_history (execution, first, last, lines) VALUES (?, ?, ?, ?)');
  transaction(database, () => {
    const executions = database.prepare('SELECT DISTINCT execution FROM states_events').all();
    for (const { execution } of executions as { execution: number }[]) {
      for (const page of pagesOf(lines.all(execution) as unknown as Line[])) {
        insert.run(execution, page.first, page.last, page.lines);
      }
    }
    database.exec('DROP TABLE states_events');
  });
};
