import { expect } from 'vitest';
import type { Aws } from '../aws.ts';

/** Numbers put and asked for, and an alarm on them. */
export const cloudwatch = async (aws: Aws): Promise<void> => {
  const metric = '--namespace Cli --metric-name Latency';
  await aws.run(`cloudwatch put-metric-data ${metric} --value 7 --unit Seconds --dimensions Page=home`);
  const [from, to] = [-300_000, 300_000].map((shift) => new Date(Date.now() + shift).toISOString());
  const { Datapoints } = await aws.run(
    `cloudwatch get-metric-statistics ${metric} --dimensions Name=Page,Value=home --period 3600 --statistics Sum --start-time ${from} --end-time ${to}`,
  );
  expect(Datapoints).toMatchObject([{ Sum: 7, Unit: 'Seconds' }]);
  await aws.run(
    `cloudwatch put-metric-alarm --alarm-name cli ${metric} --period 60 --evaluation-periods 1 --threshold 5 --statistic Sum --comparison-operator GreaterThanThreshold`,
  );
  const { MetricAlarms } = await aws.run('cloudwatch describe-alarms --alarm-names cli');
  expect(MetricAlarms).toMatchObject([{ AlarmName: 'cli', Threshold: 5, StateValue: expect.any(String) }]);
  await aws.run('cloudwatch delete-alarms --alarm-names cli');
  const state = '--alarm-name cli --state-value OK --state-reason none';
  expect(await aws.refused(`cloudwatch set-alarm-state ${state}`)).toMatch(/\(ResourceNotFound/);
};
