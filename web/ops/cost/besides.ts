import type { Asked } from '../services/measures.ts';
import type { MapNode } from '../services/system-map.ts';
import type { Traffic } from '../services/traffic.ts';
import type { ByKind } from './kinds.ts';
import type { Prices } from './prices.ts';

/** What the account's figures tell of a time, besides its executions. */
export type Besides = {
  /** All calls of functions, and the time they worked, times their memory. */
  requests: number;
  gbSeconds: number;
  /** Events of the bus, as the rule that logs all of them counts them; undefined where there is none. */
  events: number | undefined;
  /** Bytes that log groups and buckets keep now; undefined where AWS does not tell. */
  logBytes: number | undefined;
  bucketBytes: number | undefined;
};

/** The memory that a template gives a function; Lambda's own default is 128 MB. */
const memoryOf = ({ properties }: MapNode): number => Number(properties.MemorySize ?? 128);

/** Sums the figures of functions and of the rule that matches everything. `worked` is the sum of durations in milliseconds. */
export const besidesOf = (
  nodes: readonly MapNode[],
  traffic: ReadonlyMap<string, Traffic>,
  worked: ReadonlyMap<string, number>,
  stored: { logBytes?: number; bucketBytes?: number },
): Besides => {
  const functions = nodes.filter(({ kind }) => kind === 'function');
  const eventLog = nodes.find(({ kind, domain, name }) => kind === 'rule' && domain === 'ops' && name === 'event-log');
  return {
    requests: functions.reduce((sum, { id }) => sum + (traffic.get(id)?.totals.count ?? 0), 0),
    gbSeconds: functions.reduce((sum, node) => sum + ((worked.get(node.id) ?? 0) / 1000) * (memoryOf(node) / 1024), 0),
    events: eventLog && (traffic.get(eventLog.id)?.totals.count ?? 0),
    logBytes: stored.logBytes,
    bucketBytes: stored.bucketBytes,
  };
};

export type BesidesCost = { functions: number; events: number | undefined; storedAMonth: number };

const GB = 1024 ** 3;

/**
 * What the time cost besides executions: all functions less those that executions called, all events less those that
 * executions put; and a month of what is kept.
 */
export const besidesCost = (besides: Besides, inExecutions: ByKind, prices: Prices): BesidesCost => {
  const { requests, gbSeconds, events, logBytes = 0, bucketBytes = 0 } = besides;
  const allFunctions = requests * prices.lambdaRequest + gbSeconds * prices.lambdaGbSecondArm;
  return {
    functions: Math.max(0, allFunctions - inExecutions.Lambda),
    events: events === undefined ? undefined : Math.max(0, events * prices.event - inExecutions.Events),
    storedAMonth: (logBytes / GB) * prices.logsGbMonth + (bucketBytes / GB) * prices.s3GbMonth,
  };
};

/** Queries for the sum of durations, and for what buckets keep, which S3 tells once a day. */
export const moreQueries = (nodes: readonly MapNode[], stepMs: number): Asked[] =>
  nodes
    .filter(({ kind, physicalId }) => physicalId !== '' && (kind === 'function' || kind === 'bucket'))
    .map((node, index) => ({
      node: node.id,
      measure:
        node.kind === 'function'
          ? { name: 'count', namespace: 'AWS/Lambda', metric: 'Duration', stat: 'Sum' }
          : { name: 'depth', namespace: 'AWS/S3', metric: 'BucketSizeBytes', stat: 'Average' },
      query: {
        Id: `m${index}`,
        MetricStat: {
          Metric:
            node.kind === 'function'
              ? {
                  Namespace: 'AWS/Lambda',
                  MetricName: 'Duration',
                  Dimensions: [{ Name: 'FunctionName', Value: node.physicalId }],
                }
              : {
                  Namespace: 'AWS/S3',
                  MetricName: 'BucketSizeBytes',
                  Dimensions: [
                    { Name: 'BucketName', Value: node.physicalId },
                    { Name: 'StorageType', Value: 'StandardStorage' },
                  ],
                },
          Period: node.kind === 'function' ? stepMs / 1000 : 86_400,
          Stat: node.kind === 'function' ? 'Sum' : 'Average',
        },
      },
    }));
