import type { DatabaseSync } from 'node:sqlite';
import type { Alarm, AlarmSettings, AlarmState } from './alarm.ts';

export type HistoryType = 'ConfigurationUpdate' | 'StateUpdate' | 'Action';
export type HistoryItem = { id: number; name: string; at: number; type: HistoryType; summary: string; data: string };

/** How long history is kept, in milliseconds: 30 days, as on AWS. */
const KEPT = 30 * 86_400_000;

type Row = { name: string; arn: string; settings: string; state: string; configured_at: number };

/** Alarms, their states and what became of them, in SQLite. */
export const createAlarmStore = (database: DatabaseSync) => {
  database.exec(`
    CREATE TABLE IF NOT EXISTS cloudwatch_alarms (
      name TEXT PRIMARY KEY, arn TEXT NOT NULL, settings TEXT NOT NULL, state TEXT NOT NULL, configured_at INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS cloudwatch_alarm_history (
      id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, at INTEGER NOT NULL, type TEXT NOT NULL, summary TEXT NOT NULL,
      data TEXT NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS cloudwatch_alarm_history_by_time ON cloudwatch_alarm_history (at)`);
  const all = database.prepare('SELECT * FROM cloudwatch_alarms ORDER BY name');
  const get = database.prepare('SELECT * FROM cloudwatch_alarms WHERE name = ?');
  const put = database.prepare('INSERT OR REPLACE INTO cloudwatch_alarms VALUES (?, ?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM cloudwatch_alarms WHERE name = ?');
  const note = database.prepare(
    'INSERT INTO cloudwatch_alarm_history (name, at, type, summary, data) VALUES (?, ?, ?, ?, ?)',
  );
  const forget = database.prepare('DELETE FROM cloudwatch_alarm_history WHERE at < ?');
  const history = database.prepare('SELECT * FROM cloudwatch_alarm_history WHERE at BETWEEN ? AND ? ORDER BY id');
  return {
    all: (): Alarm[] => (all.all() as Row[]).map(alarmOf),
    get: (name: string): Alarm | undefined => {
      const row = get.get(name) as Row | undefined;
      return row && alarmOf(row);
    },
    put: ({ arn, settings, state, configuredAt }: Alarm): void =>
      void put.run(settings.AlarmName, arn, JSON.stringify(settings), JSON.stringify(state), configuredAt),
    remove: (name: string): void => void remove.run(name),
    note(name: string, at: number, type: HistoryType, summary: string, data: object): void {
      forget.run(at - KEPT);
      note.run(name, at, type, summary, JSON.stringify(data));
    },
    history: (from: number, to: number): HistoryItem[] => history.all(from, to) as HistoryItem[],
  };
};

export type AlarmStore = ReturnType<typeof createAlarmStore>;

const alarmOf = ({ arn, settings, state, configured_at }: Row): Alarm => ({
  arn,
  settings: JSON.parse(settings) as AlarmSettings,
  state: JSON.parse(state) as AlarmState,
  configuredAt: configured_at,
});
