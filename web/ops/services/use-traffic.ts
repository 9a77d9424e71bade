import type { MetricDataResult } from '@aws-sdk/client-cloudwatch';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { usePace } from '../app/session.tsx';
import { call } from '../aws/call.ts';
import { PERIODS, type Period, type PeriodName } from '../executions/period.ts';
import { type Asked, queriesOf, type Steps, stepsOf } from './measures.ts';
import type { MapNode } from './system-map.ts';
import { type Traffic, trafficOf } from './traffic.ts';

/** Most queries of one call. */
const BATCH = 500;

/** Asks CloudWatch, so many queries a call. Throws `AwsCallError`. */
export const readMetrics = async (asked: readonly Asked[], { from, to }: Steps, signal: AbortSignal) => {
  const results: MetricDataResult[] = [];
  for (let first = 0; first < asked.length; first += BATCH) {
    const MetricDataQueries = asked.slice(first, first + BATCH).map(({ query }) => query);
    let NextToken: string | undefined;
    do {
      const page = await call(
        'cloudwatch',
        'GetMetricData',
        {
          MetricDataQueries,
          StartTime: new Date(from),
          EndTime: new Date(to),
          ScanBy: 'TimestampAscending',
          NextToken,
        },
        signal,
      );
      results.push(...(page.MetricDataResults ?? []));
      NextToken = page.NextToken;
    } while (NextToken);
  }
  return results;
};

export type Observed = { steps: Steps; traffic: ReadonlyMap<string, Traffic> };

/** What is observed of some parts, kept live while the period goes on with the clock. */
export const useTraffic = (
  nodes: readonly MapNode[] | undefined,
  period: Period & { name?: PeriodName },
  inSteps = false,
): UseQueryResult<Observed> => {
  // Every metric that an account is asked for costs; the machine at hand asks for nothing.
  const pace = usePace(4000, 60_000);
  const named = PERIODS.find(({ value }) => value === period.name);
  return useQuery({
    queryKey: [
      'traffic',
      named?.value ?? [period.from, period.to],
      inSteps,
      nodes?.map(({ physicalId }) => physicalId),
    ],
    enabled: nodes !== undefined,
    queryFn: async ({ signal }) => {
      const now = Date.now();
      const steps = stepsOf(
        named ? { from: now - named.length, to: now } : { from: period.from, to: period.to ?? now },
      );
      const asked = queriesOf(nodes ?? [], steps, inSteps);
      return { steps, traffic: trafficOf(asked, await readMetrics(asked, steps, signal), steps) };
    },
    refetchInterval: period.to === undefined ? pace : false,
    placeholderData: keepPreviousData,
  });
};
