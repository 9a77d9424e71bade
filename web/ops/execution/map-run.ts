import type { DescribeMapRunOutput, ExecutionListItem, MapRunExecutionCounts } from '@aws-sdk/client-sfn';
import { call } from '../aws/call.ts';
import type { Standing } from '../history/model.ts';

/** The standings that a map run counts, in the order in which they are looked for; each with AWS's own name. */
export const MAP_RUN_STANDINGS = [
  ['failed', 'FAILED'],
  ['timedout', 'TIMED_OUT'],
  ['aborted', 'ABORTED'],
  ['running', 'RUNNING'],
  ['waiting', 'PENDING_REDRIVE'],
  ['succeeded', 'SUCCEEDED'],
] as const satisfies readonly (readonly [Standing, string])[];

export type MapRunStanding = (typeof MAP_RUN_STANDINGS)[number][0];

export type Child = {
  arn: string;
  name: string;
  standing: Standing;
  startedAt: number;
  endedAt?: number;
  items: number;
};

export type MapRun = {
  arn: string;
  /** The execution whose Map it is. */
  executionArn: string;
  standing: Standing;
  /** Child executions by how they stand; those that have not begun wait. */
  counts: Readonly<Record<MapRunStanding, number>>;
  total: number;
  /** Items of the Map; a child execution may have several. */
  items: number;
  concurrency: number;
  toleratedCount: number;
  toleratedPercentage: number;
  startedAt: number;
  endedAt?: number;
  redrives: number;
};

const standingOf = (status: string | undefined): Standing =>
  MAP_RUN_STANDINGS.find(([, name]) => name === status)?.[0] ?? 'running';

const countsOf = (counts: Partial<MapRunExecutionCounts> | undefined): MapRun['counts'] => ({
  failed: counts?.failed ?? 0,
  timedout: counts?.timedOut ?? 0,
  aborted: counts?.aborted ?? 0,
  running: counts?.running ?? 0,
  waiting: (counts?.pending ?? 0) + (counts?.pendingRedrive ?? 0),
  succeeded: counts?.succeeded ?? 0,
});

/** A map run as `DescribeMapRun` tells it. */
export const mapRunOf = (told: Partial<Omit<DescribeMapRunOutput, '$metadata'>>): MapRun => ({
  arn: told.mapRunArn ?? '',
  executionArn: told.executionArn ?? '',
  standing: standingOf(told.status),
  counts: countsOf(told.executionCounts),
  total: told.executionCounts?.total ?? 0,
  items: told.itemCounts?.total ?? 0,
  concurrency: told.maxConcurrency ?? 0,
  toleratedCount: told.toleratedFailureCount ?? 0,
  toleratedPercentage: told.toleratedFailurePercentage ?? 0,
  startedAt: told.startDate?.getTime() ?? 0,
  ...(told.stopDate && { endedAt: told.stopDate.getTime() }),
  redrives: told.redriveCount ?? 0,
});

const childOf = ({
  executionArn = '',
  name = '',
  status,
  startDate,
  stopDate,
  itemCount,
}: ExecutionListItem): Child => ({
  arn: executionArn,
  name,
  standing: standingOf(status),
  startedAt: startDate?.getTime() ?? 0,
  ...(stopDate && { endedAt: stopDate.getTime() }),
  items: itemCount ?? 0,
});

/** Reads a map run. Throws `AwsCallError`. */
export const readMapRun = async (mapRunArn: string, signal?: AbortSignal): Promise<MapRun> =>
  mapRunOf(await call('states', 'DescribeMapRun', { mapRunArn }, signal));

export type ChildPage = { children: readonly Child[]; nextToken?: string };

type Asked = { standing?: MapRunStanding; most: number; nextToken?: string };

/** Reads a page of a map run's child executions, newest first. Throws `AwsCallError`, as where they are Express. */
export const readChildren = async (
  mapRunArn: string,
  { standing, most, nextToken }: Asked,
  signal?: AbortSignal,
): Promise<ChildPage> => {
  const statusFilter = MAP_RUN_STANDINGS.find(([each]) => each === standing)?.[1];
  const input = { mapRunArn, statusFilter, maxResults: most, nextToken };
  const answer = await call('states', 'ListExecutions', input, signal);
  return {
    children: (answer.executions ?? []).map(childOf),
    ...(answer.nextToken && { nextToken: answer.nextToken }),
  };
};

/** Child executions that a strip shows. */
export const SAMPLE = 60;

/** Reads so many child executions as a strip shows: of more, those that failed first. Throws `AwsCallError`. */
export const readSample = async (
  { arn, counts, total }: Pick<MapRun, 'arn' | 'counts' | 'total'>,
  signal?: AbortSignal,
): Promise<readonly Child[]> => {
  if (total <= SAMPLE) return (await readChildren(arn, { most: SAMPLE }, signal)).children;
  const found: Child[] = [];
  for (const [standing] of MAP_RUN_STANDINGS) {
    const most = SAMPLE - found.length;
    if (most === 0) break;
    if (counts[standing] === 0) continue;
    found.push(...(await readChildren(arn, { standing, most }, signal)).children);
  }
  return found;
};
