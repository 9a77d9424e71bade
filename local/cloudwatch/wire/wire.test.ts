import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import { AwsJson1_0Protocol, AwsQueryProtocol, AwsSmithyRpcV2CborProtocol } from '@aws-sdk/core/protocols';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCloudWatch } from '../testing.ts';

let at: Awaited<ReturnType<typeof openCloudWatch>>;
beforeEach(async () => {
  at = await openCloudWatch();
});
afterEach(() => at.close());

describe.each([
  ['JSON', AwsJson1_0Protocol],
  ['CBOR', AwsSmithyRpcV2CborProtocol],
  ['forms and XML', AwsQueryProtocol],
])('a client that speaks %s', (_, protocol) => {
  let client: CloudWatchClient;
  beforeEach(() => {
    client = new CloudWatchClient({ ...at.harness.client, protocol });
  });
  afterEach(() => client.destroy());

  test('puts numbers, reads them and is told what is wrong', async () => {
    const now = new Date(at.clock.now());
    const Dimensions = [{ Name: 'a', Value: 'b & c' }];
    const MetricData = [
      { MetricName: 'm', Dimensions, Value: 1.5, Timestamp: now, Unit: 'Count' as const },
      { MetricName: 'm', Dimensions, Values: [2, 4], Counts: [1, 1], Timestamp: now, Unit: 'Count' as const },
    ];
    await client.send(new PutMetricDataCommand({ Namespace: 'App', MetricData }));
    const { Metrics } = await client.send(new ListMetricsCommand({ Namespace: 'App' }));
    expect(Metrics).toEqual([{ Namespace: 'App', MetricName: 'm', Dimensions }]);
    const range = { StartTime: new Date(now.getTime() - 60_000), EndTime: new Date(now.getTime() + 60_000) };
    const asked = { Namespace: 'App', MetricName: 'm', Dimensions, Period: 60, ...range };
    const statistics = await client.send(new GetMetricStatisticsCommand({ ...asked, Statistics: ['Sum', 'Maximum'] }));
    expect(statistics.Datapoints).toEqual([{ Timestamp: now, Sum: 7.5, Maximum: 4, Unit: 'Count' }]);
    const MetricStat = { Metric: { Namespace: 'App', MetricName: 'm', Dimensions }, Period: 60, Stat: 'p50' };
    const data = await client.send(
      new GetMetricDataCommand({ MetricDataQueries: [{ Id: 'q', MetricStat }], ...range }),
    );
    expect(data.MetricDataResults).toEqual([
      { Id: 'q', Label: 'm', Timestamps: [now], Values: [2], StatusCode: 'Complete' },
    ]);
    await expect(
      client.send(
        new PutMetricDataCommand({
          Namespace: 'App',
          MetricData: [{ MetricName: 'm', Value: 1, Unit: 'Foot' as never }],
        }),
      ),
    ).rejects.toThrow("Value 'Foot' at 'metricData.1.member.unit' failed to satisfy constraint");
  });

  test('sets an alarm and describes it', async () => {
    await client.send(
      new PutMetricAlarmCommand({
        ...{ AlarmName: 'a', Namespace: 'App', MetricName: 'm', Statistic: 'Sum', Period: 60, EvaluationPeriods: 2 },
        ...{ Threshold: 0.5, ComparisonOperator: 'LessThanThreshold', ActionsEnabled: false },
      }),
    );
    const { MetricAlarms } = await client.send(new DescribeAlarmsCommand({ AlarmNames: ['a'] }));
    expect(MetricAlarms).toMatchObject([
      {
        ...{
          AlarmName: 'a',
          Threshold: 0.5,
          EvaluationPeriods: 2,
          ActionsEnabled: false,
          StateValue: 'INSUFFICIENT_DATA',
        },
        AlarmConfigurationUpdatedTimestamp: new Date(at.clock.now()),
      },
    ]);
  });
});
