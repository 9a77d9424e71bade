import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { usePace } from '../app/session.tsx';
import { call } from '../aws/call.ts';
import { PERIODS, type Period, type PeriodName } from '../executions/period.ts';
import { queriesOf, type Steps, stepsOf } from '../services/measures.ts';
import type { SystemMap } from '../services/system-map.ts';
import { type Traffic, trafficOf } from '../services/traffic.ts';
import { readMetrics } from '../services/use-traffic.ts';
import type { System } from '../system/system.ts';
import { type Besides, besidesOf, moreQueries } from './besides.ts';
import { type Found, findSample } from './find-sample.ts';

/** S3 tells once a day, and late, what a bucket keeps. */
const BACK = 3 * 86_400_000;

/** What the log groups of the stage keep; undefined where no group tells. Throws `AwsCallError`. */
const readStoredLogs = async ({ resources }: System, signal: AbortSignal): Promise<number | undefined> => {
  const own = new Set(
    resources.filter(({ type }) => type === 'AWS::Logs::LogGroup').map(({ physicalId }) => physicalId),
  );
  let sum = 0;
  let nextToken: string | undefined;
  do {
    const page = await call('logs', 'DescribeLogGroups', { limit: 50, nextToken }, signal);
    for (const { logGroupName = '', storedBytes = 0 } of page.logGroups ?? [])
      if (own.has(logGroupName)) sum += storedBytes;
    nextToken = page.nextToken;
  } while (nextToken);
  // The embedded runtime says 0 of every group.
  return sum === 0 ? undefined : sum;
};

const sumsOf = (traffic: ReadonlyMap<string, Traffic>): Map<string, number> =>
  new Map([...traffic].map(([id, { totals }]) => [id, totals.count ?? 0]));

const readBesides = async (
  { nodes }: SystemMap,
  system: System,
  steps: Steps,
  signal: AbortSignal,
): Promise<{ besides: Besides; executions: ReadonlyMap<string, number> }> => {
  const measured = nodes.filter(({ kind }) => kind === 'function' || kind === 'rule' || kind === 'workflow');
  const usual = queriesOf(measured, steps).filter(({ measure }) => measure.name === 'count');
  const functions = moreQueries(
    nodes.filter(({ kind }) => kind === 'function'),
    steps.step,
  );
  const buckets = moreQueries(
    nodes.filter(({ kind }) => kind === 'bucket'),
    steps.step,
  );
  const days = { ...steps, from: steps.to - BACK };
  const [logBytes, counts, durations, sizes] = await Promise.all([
    readStoredLogs(system, signal),
    readMetrics(usual, steps, signal),
    readMetrics(functions, steps, signal),
    readMetrics(buckets, days, signal),
  ]);
  const traffic = trafficOf(usual, counts, steps);
  const kept = [...trafficOf(buckets, sizes, days).values()].map(({ totals: { depth = 0 } }) => depth);
  return {
    besides: besidesOf(nodes, traffic, sumsOf(trafficOf(functions, durations, steps)), {
      ...(logBytes !== undefined && { logBytes }),
      ...(kept.length > 0 && { bucketBytes: kept.reduce((sum, bytes) => sum + bytes, 0) }),
    }),
    executions: new Map(
      nodes.flatMap(({ id, kind, name }) => {
        const count = traffic.get(id)?.totals.count;
        return kind === 'workflow' && count !== undefined ? [[name, count] as const] : [];
      }),
    ),
  };
};

export type CostRead = {
  window: { from: number; to: number };
  found: readonly Found[];
  besides: Besides;
  /** Executions by workflow, as CloudWatch counts them. */
  executions: ReadonlyMap<string, number>;
};

/** What a time is billed by: counts, a sample of executions, and what is kept. */
export const useCost = (
  map: SystemMap | undefined,
  system: System | undefined,
  period: Period & { name?: PeriodName },
) => {
  const pace = usePace(15_000, 120_000);
  const named = PERIODS.find(({ value }) => value === period.name);
  const query = useQuery({
    queryKey: ['cost', named?.value ?? [period.from, period.to], map !== undefined && system !== undefined],
    enabled: map !== undefined && system !== undefined,
    queryFn: async ({ signal }): Promise<CostRead> => {
      if (!map || !system) throw new Error('The system is not read yet.');
      const now = Date.now();
      const window = named ? { from: now - named.length, to: now } : { from: period.from, to: period.to ?? now };
      const [found, rest] = await Promise.all([
        findSample(system, window, signal),
        readBesides(map, system, stepsOf(window), signal),
      ]);
      return { window, found, ...rest };
    },
    refetchInterval: period.to === undefined ? pace : false,
    placeholderData: keepPreviousData,
  });
  // What is told again unchanged is the same list, and is not read again.
  const found = query.data?.found;
  const rows = useMemo(() => found?.flatMap((each) => each.rows), [found]);
  return { ...query, rows };
};
