import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListTagsForResourceCommand,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
  paginateDescribeAlarms,
  paginateListMetrics,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { expect } from 'vitest';
import type { Ground } from '../ground.ts';

const Namespace = 'Tour';

/** Numbers that are put and asked for, and alarms on them. */
export const cloudwatch = async ({ config }: Ground): Promise<void> => {
  const client = new CloudWatchClient(config);
  const Dimensions = [{ Name: 'Page', Value: 'home' }];
  const MetricData = [1, 2, 3].map((Value) => ({ MetricName: 'Latency', Dimensions, Value, Unit: 'Seconds' as const }));
  await client.send(new PutMetricDataCommand({ Namespace, MetricData }));
  const names: (string | undefined)[] = [];
  for await (const { Metrics = [] } of paginateListMetrics({ client }, { Namespace }))
    names.push(...Metrics.map(({ MetricName }) => MetricName));
  expect(names).toEqual(['Latency']);
  const range = { StartTime: new Date(Date.now() - 300_000), EndTime: new Date(Date.now() + 300_000) };
  const metric = { Namespace, MetricName: 'Latency', Dimensions };
  const { Datapoints } = await client.send(
    new GetMetricStatisticsCommand({ ...metric, ...range, Period: 3600, Statistics: ['Sum', 'Maximum'] }),
  );
  expect(Datapoints).toMatchObject([{ Sum: 6, Maximum: 3, Unit: 'Seconds' }]);
  const MetricDataQueries = [{ Id: 'sum', MetricStat: { Metric: metric, Period: 3600, Stat: 'Sum' } }];
  const { MetricDataResults } = await client.send(new GetMetricDataCommand({ MetricDataQueries, ...range }));
  expect(MetricDataResults).toMatchObject([{ Id: 'sum', Values: [6] }]);

  const alarm = (AlarmName: string) => ({
    ...{ AlarmName, ...metric, Period: 60, EvaluationPeriods: 1, Threshold: 5, Statistic: 'Sum' as const },
    ComparisonOperator: 'GreaterThanThreshold' as const,
    Tags: [{ Key: 'kind', Value: 'tour' }],
  });
  for (const name of ['slow', 'slower', 'slowest']) await client.send(new PutMetricAlarmCommand(alarm(name)));
  const told: (string | undefined)[] = [];
  let arn: string | undefined;
  for await (const { MetricAlarms = [] } of paginateDescribeAlarms(
    { client, pageSize: 2 },
    { AlarmNamePrefix: 'slow' },
  )) {
    arn ??= MetricAlarms[0]?.AlarmArn;
    told.push(...MetricAlarms.map(({ AlarmName }) => AlarmName));
  }
  expect(told).toEqual(['slow', 'slower', 'slowest']);
  expect((await client.send(new ListTagsForResourceCommand({ ResourceARN: arn }))).Tags).toEqual([
    { Key: 'kind', Value: 'tour' },
  ]);
  const state = { StateValue: 'ALARM' as const, StateReason: 'the tour says so' };
  await client.send(new SetAlarmStateCommand({ AlarmName: 'slow', ...state }));
  await expect(client.send(new SetAlarmStateCommand({ AlarmName: 'none', ...state }))).rejects.toMatchObject({
    name: expect.stringMatching(/^ResourceNotFound/),
  });
  await expect(
    client.send(new PutMetricAlarmCommand({ ...alarm('wrong'), EvaluationPeriods: 0 })),
  ).rejects.toMatchObject({ name: expect.stringMatching(/Validation|InvalidParameter/) });
  await client.send(new DeleteAlarmsCommand({ AlarmNames: told.filter((name) => name !== undefined) }));
  for await (const { MetricAlarms } of paginateDescribeAlarms({ client }, { AlarmNamePrefix: 'slow' }))
    expect(MetricAlarms ?? []).toEqual([]);
  client.destroy();
};
