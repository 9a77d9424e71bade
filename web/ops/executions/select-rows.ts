import { type Query, STATUS_FILTERS, type StatusFilter, tokenOf } from './query.ts';
import { hasFailed, type Row, shownStanding } from './row.ts';

const MATCHES: Readonly<Record<StatusFilter, (row: Row) => boolean>> = {
  failed: hasFailed,
  running: ({ standing }) => standing === 'running' || standing === 'waiting',
  retried: (row) => shownStanding(row) === 'retried',
  succeeded: ({ standing }) => standing === 'succeeded',
  aborted: ({ standing }) => standing === 'aborted',
};

export const statusOf = (query: Query): StatusFilter | undefined =>
  STATUS_FILTERS.find((status) => status === tokenOf(query, 'status'));

/** The rows that a query leaves: by status and workflow, and of those that its texts were found in. */
export const selectRows = (
  rows: readonly Row[],
  query: Query,
  found: ReadonlySet<string> | undefined,
): readonly Row[] => {
  const status = statusOf(query);
  const workflow = tokenOf(query, 'workflow');
  if (status === undefined && workflow === undefined && found === undefined) return rows;
  return rows.filter(
    (row) =>
      (status === undefined || MATCHES[status](row)) &&
      (workflow === undefined || row.workflow === workflow) &&
      (found === undefined || found.has(row.arn)),
  );
};

/** How many rows each status has. */
export const countStatuses = (rows: readonly Row[]): Record<StatusFilter, number> => {
  const counts = { failed: 0, running: 0, retried: 0, succeeded: 0, aborted: 0 };
  for (const row of rows) for (const status of STATUS_FILTERS) if (MATCHES[status](row)) counts[status] += 1;
  return counts;
};

/** A group of the list: failures of one cause, or all others. */
export type Group = { key: string; title: string; says: string; rows: readonly Row[] };

export type ListEntry = { kind: 'group'; group: Group } | { kind: 'row'; row: Row };

/** Failures first, together with those of the same error in the same workflow, the most frequent first; then all others. */
export const groupByCause = (rows: readonly Row[], since: (at: number) => string): Group[] => {
  const causes = new Map<string, Row[]>();
  const others: Row[] = [];
  for (const row of rows) {
    if (!hasFailed(row)) others.push(row);
    else {
      const key = `${row.error ?? 'An unknown error'} in ${row.workflow}`;
      const members = causes.get(key);
      if (members) members.push(row);
      else causes.set(key, [row]);
    }
  }
  const failed = [...causes].sort(([, one], [, other]) => other.length - one.length);
  return [
    ...failed.map(([key, members]) => ({
      key,
      title: key,
      says: `${members.length === 1 ? '1 execution' : `${members.length} executions`} since ${since(members.at(-1)?.startedAt ?? 0)}`,
      rows: members,
    })),
    ...(others.length > 0
      ? [{ key: 'others', title: failed.length > 0 ? 'All others' : 'All', says: 'newest first', rows: others }]
      : []),
  ];
};

/** The list as it is drawn, top to bottom. */
export const entriesOf = (groups: readonly Group[] | undefined, rows: readonly Row[]): ListEntry[] =>
  groups === undefined
    ? rows.map((row) => ({ kind: 'row', row }))
    : groups.flatMap((group): ListEntry[] => [
        { kind: 'group', group },
        ...group.rows.map((row): ListEntry => ({ kind: 'row', row })),
      ]);
