import type { DatabaseSync } from 'node:sqlite';
import type { Schedule, Settings } from './schedule.ts';

type Row = {
  arn: string;
  grp: string;
  name: string;
  settings: string;
  created_at: number;
  modified_at: number;
  anchor: number;
  next_at: number | null;
  revision: number;
};

const SCHEMA = `
CREATE TABLE IF NOT EXISTS scheduler_schedules (
  arn TEXT PRIMARY KEY, grp TEXT NOT NULL, name TEXT NOT NULL, settings TEXT NOT NULL, created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL, anchor INTEGER NOT NULL, next_at INTEGER, revision INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS scheduler_by_time ON scheduler_schedules (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS scheduler_by_name ON scheduler_schedules (grp, name);
`;

/** All schedules, in SQLite. */
export const createSchedules = (database: DatabaseSync) => {
  database.exec(SCHEMA);
  const put = database.prepare(`INSERT OR REPLACE INTO scheduler_schedules VALUES
    (:arn, :grp, :name, :settings, :created_at, :modified_at, :anchor, :next_at, :revision)`);
  const get = database.prepare('SELECT * FROM scheduler_schedules WHERE arn = ?');
  const remove = database.prepare('DELETE FROM scheduler_schedules WHERE arn = ?');
  const ofGroup = database.prepare('SELECT arn FROM scheduler_schedules WHERE grp = ?');
  const setNext = database.prepare('UPDATE scheduler_schedules SET next_at = ? WHERE arn = ?');
  const due = database.prepare('SELECT * FROM scheduler_schedules WHERE next_at <= ? ORDER BY next_at LIMIT ?');
  const earliest = database.prepare('SELECT min(next_at) AS at FROM scheduler_schedules WHERE next_at IS NOT NULL');
  const page = database.prepare(`SELECT * FROM scheduler_schedules
    WHERE (grp, name) > (:grp, :name) AND (:only IS NULL OR grp = :only) AND substr(name, 1, length(:prefix)) = :prefix
    AND (:state IS NULL OR settings ->> 'State' = :state) ORDER BY grp, name LIMIT :limit`);

  return {
    put(schedule: Schedule): void {
      const { arn, group, name, settings, createdAt, modifiedAt, anchor, nextAt, revision } = schedule;
      put.run({
        ...{
          arn,
          grp: group,
          name,
          settings: JSON.stringify(settings),
          created_at: createdAt,
          modified_at: modifiedAt,
        },
        ...{ anchor, next_at: nextAt ?? null, revision },
      });
    },
    get(arn: string): Schedule | undefined {
      const row = get.get(arn) as Row | undefined;
      return row && scheduleOf(row);
    },
    remove: (arn: string): void => void remove.run(arn),
    ofGroup: (group: string): string[] => ofGroup.all(group).map(({ arn }) => String(arn)),
    setNext: (arn: string, at: number | undefined): void => void setNext.run(at ?? null, arn),
    due: (now: number, limit: number): Schedule[] => (due.all(now, limit) as Row[]).map(scheduleOf),
    earliest(): number | undefined {
      const at = earliest.get()?.at;
      return typeof at === 'number' ? at : undefined;
    },
    /** Schedules in order of group and name, after the pair `after`. */
    list({ after, group, prefix, state, limit }: ListOptions): Schedule[] {
      const [grp, name] = after;
      const rows = page.all({ grp, name, only: group ?? null, prefix, state: state ?? null, limit });
      return (rows as Row[]).map(scheduleOf);
    },
  };
};

export type Schedules = ReturnType<typeof createSchedules>;

type ListOptions = {
  after: readonly [string, string];
  group: string | undefined;
  prefix: string;
  state: string | undefined;
  limit: number;
};

const scheduleOf = ({ grp, settings, created_at, modified_at, next_at, ...row }: Row): Schedule => ({
  ...row,
  group: grp,
  settings: JSON.parse(settings) as Settings,
  createdAt: created_at,
  modifiedAt: modified_at,
  nextAt: next_at ?? undefined,
});
