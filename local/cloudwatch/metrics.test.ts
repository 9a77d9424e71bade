import {
  GetDashboardCommand,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  type MetricDataQuery,
  type MetricDatum,
  PutDashboardCommand,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCloudWatch } from './testing.ts';

const MINUTE = 60_000;

let at: Awaited<ReturnType<typeof openCloudWatch>>;
beforeEach(async () => {
  at = await openCloudWatch();
});
afterEach(() => at.close());

const put = (MetricData: MetricDatum[], Namespace = 'App') =>
  at.client.send(new PutMetricDataCommand({ Namespace, MetricData }));
const range = () => ({
  StartTime: new Date(at.clock.now() - 10 * MINUTE),
  EndTime: new Date(at.clock.now() + 10 * MINUTE),
});
const statistics = async (more: object = {}) => {
  const { Datapoints = [] } = await at.client.send(
    new GetMetricStatisticsCommand({ Namespace: 'App', MetricName: 'Latency', Period: 60, ...range(), ...more }),
  );
  return Datapoints;
};
const data = async (queries: MetricDataQuery[], more: object = {}) => {
  const command = new GetMetricDataCommand({ MetricDataQueries: queries, ...range(), ...more });
  return (await at.client.send(command)).MetricDataResults ?? [];
};
const metric = (Id: string, MetricName: string, Stat: string, Period = 60): MetricDataQuery => ({
  Id,
  MetricStat: { Metric: { Namespace: 'App', MetricName }, Stat, Period },
});

describe('metrics', () => {
  test('statistics of a period cover values, arrays of values and statistic sets', async () => {
    await put([
      { MetricName: 'Latency', Value: 10, Unit: 'Milliseconds' },
      { MetricName: 'Latency', Values: [20, 30], Counts: [1, 2], Unit: 'Milliseconds' },
    ]);
    const asked = {
      Statistics: ['SampleCount', 'Sum', 'Average', 'Minimum', 'Maximum'],
      ExtendedStatistics: ['p50', 'p100'],
    };
    expect(await statistics(asked)).toEqual([
      {
        Timestamp: new Date(at.clock.now()),
        SampleCount: 4,
        Sum: 90,
        Average: 22.5,
        Minimum: 10,
        Maximum: 30,
        Unit: 'Milliseconds',
        ExtendedStatistics: { p50: 20, p100: 30 },
      },
    ]);
    const StatisticValues = { SampleCount: 4, Sum: 10, Minimum: 1, Maximum: 60 };
    await put([{ MetricName: 'Latency', StatisticValues, Unit: 'Milliseconds' }]);
    expect(await statistics({ Statistics: ['Sum', 'Maximum'] })).toMatchObject([{ Sum: 100, Maximum: 60 }]);
    expect(await statistics({ ExtendedStatistics: ['p50'] })).toMatchObject([{ ExtendedStatistics: {} }]);
  });

  test('percentiles of very many values are right to two percent', async () => {
    for (let value = 1; value <= 2000; value++) at.cloudWatch.metrics.put('App', 'Latency', {}, value);
    const [datapoint] = await statistics({ ExtendedStatistics: ['p99'], Statistics: ['SampleCount'] });
    expect(datapoint?.SampleCount).toBe(2000);
    expect(Math.abs((datapoint?.ExtendedStatistics?.p99 ?? 0) / 1980 - 1)).toBeLessThan(0.02);
  });

  test('metrics of the same name are told apart by their dimensions, in whatever order these come', async () => {
    const one = { Name: 'a', Value: '1' };
    const two = { Name: 'b', Value: '2' };
    await put([
      { MetricName: 'Latency', Value: 1, Dimensions: [one, two] },
      { MetricName: 'Latency', Value: 2, Dimensions: [two, one] },
      { MetricName: 'Latency', Value: 4 },
    ]);
    expect(await statistics({ Statistics: ['Sum'], Dimensions: [two, one] })).toMatchObject([{ Sum: 3 }]);
    expect(await statistics({ Statistics: ['Sum'] })).toMatchObject([{ Sum: 4 }]);
    const { Metrics } = await at.client.send(new ListMetricsCommand({ Dimensions: [{ Name: 'b' }] }));
    expect(Metrics).toEqual([{ Namespace: 'App', MetricName: 'Latency', Dimensions: [one, two] }]);
  });

  test('expressions calculate with metrics, period by period', async () => {
    const Timestamp = new Date(at.clock.now() - 2 * MINUTE);
    await put([
      { MetricName: 'Errors', Value: 1, Timestamp },
      { MetricName: 'Calls', Value: 4, Timestamp },
      { MetricName: 'Calls', Value: 6 },
    ]);
    const hidden = { ReturnData: false };
    const queries = (Expression: string): MetricDataQuery[] => [
      { ...metric('errors', 'Errors', 'Sum'), ...hidden },
      { ...metric('calls', 'Calls', 'Sum'), ...hidden },
      { Id: 'rate', Expression, Label: 'Rate' },
    ];
    const values = async (expression: string) =>
      (await data(queries(expression), { ScanBy: 'TimestampAscending' }))[0]?.Values;
    expect(await values('errors / calls * 100')).toEqual([25]);
    expect(await values('100 * FILL(errors, 0) / calls')).toEqual([25, 0]);
    expect(await values('SUM(METRICS())')).toEqual([5, 6]);
    expect(await values('IF(calls > 5, calls, 0) + 2 ^ 3 - -1')).toEqual([9, 15]);
    expect((await values('AVG(calls)'))?.[0]).toBe(5);
    await expect(values('SEARCH("x")')).rejects.toThrow('does not do SEARCH');
    await expect(values('nobody + 1')).rejects.toThrow('Unrecognized metric or expression nobody');
    await expect(values('errors +')).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('datapoints come in pages, the newest first', async () => {
    for (let minute = 0; minute < 5; minute++)
      await put([{ MetricName: 'Latency', Value: minute, Timestamp: new Date(at.clock.now() - minute * MINUTE) }]);
    const command = { MetricDataQueries: [metric('m', 'Latency', 'Sum')], ...range(), MaxDatapoints: 3 };
    const first = await at.client.send(new GetMetricDataCommand(command));
    expect(first.MetricDataResults?.[0]?.Values).toEqual([0, 1, 2]);
    const second = await at.client.send(new GetMetricDataCommand({ ...command, NextToken: first.NextToken }));
    expect(second.MetricDataResults?.[0]?.Values).toEqual([3, 4]);
    expect(second.NextToken).toBeUndefined();
  });

  test.each<[string, MetricDatum, string]>([
    ['without a value', { MetricName: 'a' }, 'InvalidParameterCombinationException'],
    ['of another unit', { MetricName: 'a', Value: 1, Unit: 'Furlongs' as never }, 'ValidationException'],
    ['of last year', { MetricName: 'a', Value: 1, Timestamp: new Date(0) }, 'InvalidParameterValueException'],
    ['without a name', { MetricName: undefined, Value: 1 }, 'ValidationException'],
    [
      'of three values counted twice',
      { MetricName: 'a', Values: [1, 2, 3], Counts: [1] },
      'InvalidParameterValueException',
    ],
  ])('numbers %s are refused, and none of the request is kept', async (_, datum, name) => {
    await expect(put([{ MetricName: 'good', Value: 1 }, datum])).rejects.toMatchObject({ name });
    expect((await at.client.send(new ListMetricsCommand({}))).Metrics).toEqual([]);
  });

  test('a log line in the Embedded Metric Format gives its metrics, one in a wrong format none', async () => {
    const line = (more: object = {}) =>
      JSON.stringify({
        _aws: {
          Timestamp: at.clock.now(),
          CloudWatchMetrics: [
            { Namespace: 'App', Dimensions: [['service'], []], Metrics: [{ Name: 'Latency', Unit: 'Milliseconds' }] },
          ],
        },
        service: 'media',
        Latency: [5, 7],
        ...more,
      });
    for (const message of [
      line(),
      line({ Latency: 'slow' }),
      line({ service: 7 }),
      '{"_aws":',
      '{"_aws":{"CloudWatchMetrics":7}}',
    ])
      at.cloudWatch.takeEmbedded(message);
    const Dimensions = [{ Name: 'service', Value: 'media' }];
    expect(await statistics({ Statistics: ['Sum', 'SampleCount'], Dimensions })).toMatchObject([
      { Sum: 12, SampleCount: 2 },
    ]);
    // The set without dimensions also has the line whose dimension is no text.
    expect(await statistics({ Statistics: ['SampleCount'] })).toMatchObject([{ SampleCount: 4, Unit: 'Milliseconds' }]);
  });

  test('minutes are gone after fifteen days', async () => {
    await put([{ MetricName: 'Latency', Value: 1 }]);
    const StartTime = new Date(at.clock.now() - MINUTE);
    await at.clock.advance(16 * 86_400_000);
    at.cloudWatch.metrics.put('App', 'Other', {}, 1);
    const late = { StartTime, EndTime: new Date(at.clock.now()), Period: 86_400, Statistics: ['Sum' as const] };
    const ask = new GetMetricStatisticsCommand({ Namespace: 'App', MetricName: 'Latency', ...late });
    const { operations } = at.cloudWatch.service;
    expect(await operations.GetMetricStatistics?.run(ask.input, {} as never)).toMatchObject({ Datapoints: [] });
  });
});

test('a dashboard is given back as it was put', async () => {
  const DashboardBody = '{"widgets":[{"type":"text"}]}';
  await at.client.send(new PutDashboardCommand({ DashboardName: 'one', DashboardBody }));
  expect(await at.client.send(new GetDashboardCommand({ DashboardName: 'one' }))).toMatchObject({ DashboardBody });
  await expect(at.client.send(new GetDashboardCommand({ DashboardName: 'two' }))).rejects.toMatchObject({
    name: 'ResourceNotFound',
  });
});
