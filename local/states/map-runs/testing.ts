import { chain, echo, type Handler, type World } from '../testing.ts';

type Fields = Record<string, unknown>;

/** A machine of one Distributed Map, `Each`, whose children run `body`. */
export const distributed = (body: Record<string, Fields>, more: Fields = {}, ExecutionType = 'STANDARD') =>
  chain({
    Each: {
      Type: 'Map',
      ItemProcessor: { ...chain(body), ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType } },
      ...more,
    },
  });

export type Bucket = Map<string, string | Buffer>;

/** Answers for S3 from `bucket`, and for all else as `others`. */
export const withBucket =
  (bucket: Bucket, others: Handler = echo): Handler =>
  (call) => {
    const { service, operation, input } = call;
    if (service !== 's3') return others(call);
    const key = String(input.Key);
    if (operation === 'PutObject') bucket.set(key, String(input.Body));
    return operation === 'GetObject' ? { Body: (bucket.get(key) ?? '') as string } : {};
  };

export type MapRun = {
  status: string;
  maxConcurrency: number;
  redriveCount: number;
  itemCounts: Record<string, number>;
  executionCounts: Record<string, number>;
};
type Child = { executionArn: string; status: string; mapRunArn: string; itemCount: number; redriveCount: number };

/** The latest map run of an execution, and its children, newest first. */
export const mapRunOf = async (world: World, executionArn: string) => {
  const { mapRuns } = await world.api<{ mapRuns: { mapRunArn: string }[] }>('ListMapRuns', { executionArn });
  const mapRunArn = mapRuns[0]?.mapRunArn ?? '';
  return {
    mapRunArn,
    count: mapRuns.length,
    describe: () => world.api<MapRun>('DescribeMapRun', { mapRunArn }),
    children: async () =>
      (await world.api<{ executions: Child[] }>('ListExecutions', { mapRunArn, maxResults: 1000 })).executions,
  };
};
