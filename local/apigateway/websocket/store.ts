import type { DatabaseSync } from 'node:sqlite';
import type { ConnectionRecord } from './model.ts';

/** Keeps open connections, and closed ones until their `$disconnect` route has been told. */
export const createConnectionStore = (database: DatabaseSync) => {
  database.exec(`CREATE TABLE IF NOT EXISTS apigateway_connections (
    id TEXT PRIMARY KEY, record TEXT NOT NULL, close_code INTEGER, close_reason TEXT) STRICT`);
  const insert = database.prepare('INSERT INTO apigateway_connections (id, record) VALUES (?, ?)');
  const update = database.prepare('UPDATE apigateway_connections SET record = ? WHERE id = ?');
  const close = database.prepare('UPDATE apigateway_connections SET close_code = ?, close_reason = ? WHERE id = ?');
  const remove = database.prepare('DELETE FROM apigateway_connections WHERE id = ?');
  const select = database.prepare('SELECT record, close_code, close_reason FROM apigateway_connections');
  return {
    add: (record: ConnectionRecord): void => void insert.run(record.id, JSON.stringify(record)),
    put: (record: ConnectionRecord): void => void update.run(JSON.stringify(record), record.id),
    closed: (id: string, code: number, reason: string): void => void close.run(code, reason, id),
    remove: (id: string): void => void remove.run(id),
    /** All that an earlier run left. */
    all: (): ConnectionRecord[] =>
      select.all().map(({ record, close_code, close_reason }) => ({
        ...(JSON.parse(String(record)) as ConnectionRecord),
        ...(close_code === null ? {} : { closeCode: Number(close_code), closeReason: String(close_reason) }),
      })),
  };
};

export type ConnectionStore = ReturnType<typeof createConnectionStore>;
