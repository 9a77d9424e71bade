import type { MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import type { MapNode, NodeKind } from './system-map.ts';

/** What is measured of a part; counts are sums, `p50` and `p99` milliseconds. */
export type MeasureName =
  | 'count'
  | 'errors'
  | 'timeouts'
  | 'throttles'
  | 'concurrent'
  | 'p50'
  | 'p99'
  | 'depth'
  | 'reads'
  | 'writes';

export type Measure = { name: MeasureName; namespace: string; metric: string; stat: string };

const of = (namespace: string, list: readonly [MeasureName, string, string][]): Measure[] =>
  list.map(([name, metric, stat]) => ({ name, namespace, metric, stat }));

/** AWS's own metrics of each kind of part; of buckets, buses and schedules it has none by itself. */
export const MEASURES: Readonly<Record<NodeKind, readonly Measure[]>> = {
  function: of('AWS/Lambda', [
    ['count', 'Invocations', 'Sum'],
    ['errors', 'Errors', 'Sum'],
    ['throttles', 'Throttles', 'Sum'],
    ['concurrent', 'ConcurrentExecutions', 'Maximum'],
    ['p50', 'Duration', 'p50'],
    ['p99', 'Duration', 'p99'],
  ]),
  workflow: of('AWS/States', [
    ['count', 'ExecutionsStarted', 'Sum'],
    ['errors', 'ExecutionsFailed', 'Sum'],
    ['timeouts', 'ExecutionsTimedOut', 'Sum'],
    ['p50', 'ExecutionTime', 'p50'],
    ['p99', 'ExecutionTime', 'p99'],
  ]),
  rule: of('AWS/Events', [
    ['count', 'TriggeredRules', 'Sum'],
    ['errors', 'FailedInvocations', 'Sum'],
  ]),
  api: of('AWS/ApiGateway', [
    ['count', 'Count', 'Sum'],
    ['errors', '5xx', 'Sum'],
    ['p50', 'Latency', 'p50'],
    ['p99', 'Latency', 'p99'],
  ]),
  socket: of('AWS/ApiGateway', [
    ['count', 'MessageCount', 'Sum'],
    ['errors', 'ExecutionError', 'Sum'],
    ['p50', 'IntegrationLatency', 'p50'],
    ['p99', 'IntegrationLatency', 'p99'],
  ]),
  queue: of('AWS/SQS', [
    ['count', 'NumberOfMessagesSent', 'Sum'],
    ['depth', 'ApproximateNumberOfMessagesVisible', 'Maximum'],
  ]),
  table: of('AWS/DynamoDB', [
    ['reads', 'ConsumedReadCapacityUnits', 'Sum'],
    ['writes', 'ConsumedWriteCapacityUnits', 'Sum'],
  ]),
  site: [],
  schedule: [],
  bucket: [],
  bus: [],
};

/** By which dimensions CloudWatch knows a part. */
export const dimensionsOf = ({ kind, physicalId }: Pick<MapNode, 'kind' | 'physicalId'>): Record<string, string> => {
  const last = physicalId.split('/').at(-1) ?? physicalId;
  switch (kind) {
    case 'function':
      return { FunctionName: physicalId };
    case 'workflow':
      return { StateMachineArn: physicalId };
    case 'rule': {
      const [bus, name] = physicalId.split('|');
      return name === undefined ? { RuleName: physicalId } : { EventBusName: bus ?? '', RuleName: name };
    }
    case 'queue':
      return { QueueName: last };
    case 'table':
      return { TableName: last };
    default:
      return { ApiId: last };
  }
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The times of a chart: columns of `step` milliseconds each, some 30 to 60 of them, the last one not yet full. */
export type Steps = { from: number; to: number; step: number; count: number };

const STEPS = [1, 2, 5, 15, 30, 60, 180, 360, 1440].map((minutes) => minutes * MINUTE);

/** Whole minutes, for CloudWatch keeps no finer ones. */
export const stepsOf = ({ from, to }: { from: number; to: number }): Steps => {
  const begin = Math.floor(from / MINUTE) * MINUTE;
  const end = Math.ceil(to / MINUTE) * MINUTE;
  const step = STEPS.find((each) => (end - begin) / each <= 60) ?? DAY;
  return { from: begin, to: end, step, count: Math.max(1, Math.ceil((end - begin) / step)) };
};

/** Percentiles cannot be added up: they are asked for over the whole time, by days where it is longer than one. */
export const wholeOf = ({ from, to }: Steps): number => Math.min(DAY, Math.ceil((to - from) / MINUTE) * MINUTE);

export type Asked = { node: string; measure: Measure; query: MetricDataQuery };

const isPercentile = ({ stat }: Measure): boolean => stat.startsWith('p');

/** What is asked of CloudWatch for some parts; `inSteps` asks for percentiles along the time too. */
export const queriesOf = (nodes: readonly MapNode[], steps: Steps, inSteps = false): Asked[] =>
  nodes
    .filter(({ physicalId }) => physicalId !== '')
    .flatMap((node) =>
      MEASURES[node.kind].map((measure) => ({
        node: node.id,
        measure,
        period: isPercentile(measure) && !inSteps ? wholeOf(steps) : steps.step,
        dimensions: Object.entries(dimensionsOf(node)).map(([Name, Value]) => ({ Name, Value })),
      })),
    )
    .map(({ node, measure, period, dimensions }, index) => ({
      ...{ node, measure },
      query: {
        Id: `q${index}`,
        MetricStat: {
          Metric: { Namespace: measure.namespace, MetricName: measure.metric, Dimensions: dimensions },
          Period: period / 1000,
          Stat: measure.stat,
        },
      },
    }));
