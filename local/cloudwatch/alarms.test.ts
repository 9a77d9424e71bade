import {
  DeleteAlarmsCommand,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  DisableAlarmActionsCommand,
  PutMetricAlarmCommand,
  type PutMetricAlarmInput,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deployContext, resource } from '../front-door/harness.ts';
import { judge } from './alarms/judge.ts';
import { openCloudWatch } from './testing.ts';

const MINUTE = 60_000;
const TOPIC = 'arn:aws:sns:us-east-1:000000000000:alerts';
const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:mend';

let at: Awaited<ReturnType<typeof openCloudWatch>>;
beforeEach(async () => {
  at = await openCloudWatch();
  at.cloudWatch.resume();
});
afterEach(() => at.close());

const alarm = (more: Partial<PutMetricAlarmInput> = {}) =>
  at.client.send(
    new PutMetricAlarmCommand({
      AlarmName: 'a',
      Namespace: 'App',
      MetricName: 'Errors',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      ...more,
    }),
  );
const described = async () => (await at.client.send(new DescribeAlarmsCommand({}))).MetricAlarms?.[0];
const count = (value: number): void => at.cloudWatch.metrics.put('App', 'Errors', {}, value, 'Count');

describe('an alarm', () => {
  test('goes off at the end of the minute that crosses its threshold, and tells topic, function and EventBridge', async () => {
    await alarm({ AlarmDescription: 'Errors', AlarmActions: [TOPIC, FUNCTION], TreatMissingData: 'notBreaching' });
    expect(await described()).toMatchObject({
      StateValue: 'INSUFFICIENT_DATA',
      StateReason: 'Unchecked: Initial alarm creation',
    });
    await at.clock.advance(MINUTE);
    expect(await described()).toMatchObject({
      StateValue: 'OK',
      StateReason:
        'Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [NonBreaching].',
    });
    at.events.length = 0;
    count(2);
    await at.clock.advance(MINUTE);
    const after = await described();
    expect(after?.StateValue).toBe('ALARM');
    expect(after?.StateReason).toMatch(
      /^Threshold Crossed: 1 out of the last 1 datapoints \[2\.0 \(\d\d\/\d\d\/\d\d \d\d:\d\d:00\)\] was greater than or equal to the threshold \(1\.0\) \(minimum 1 datapoint for OK -> ALARM transition\)\.$/,
    );
    expect(at.events).toMatchObject([
      {
        source: 'aws.cloudwatch',
        detailType: 'CloudWatch Alarm State Change',
        resources: ['arn:aws:cloudwatch:us-east-1:000000000000:alarm:a'],
        detail: {
          alarmName: 'a',
          state: { value: 'ALARM', timestamp: expect.stringMatching(/\+0000$/) },
          previousState: { value: 'OK' },
          configuration: {
            description: 'Errors',
            metrics: [
              {
                metricStat: { metric: { namespace: 'App', name: 'Errors', dimensions: {} }, period: 60, stat: 'Sum' },
                returnData: true,
              },
            ],
          },
        },
      },
    ]);
    const [published, invoked] = at.calls;
    expect(published).toMatchObject({
      service: 'sns',
      operation: 'Publish',
      as: 'cloudwatch.amazonaws.com arn:aws:cloudwatch:us-east-1:000000000000:alarm:a',
      input: { TopicArn: TOPIC, Subject: 'ALARM: "a" in US East (N. Virginia)' },
    });
    expect(JSON.parse(String(published?.input.Message))).toMatchObject({
      AlarmName: 'a',
      NewStateValue: 'ALARM',
      OldStateValue: 'OK',
      Trigger: { MetricName: 'Errors', Statistic: 'SUM', Threshold: 1, TreatMissingData: 'notBreaching', Unit: null },
    });
    expect(invoked).toMatchObject({ service: 'lambda', input: { FunctionName: FUNCTION, InvocationType: 'Event' } });
    expect(invoked?.as).toMatch(/^lambda\.alarms\.cloudwatch\.amazonaws\.com /);
    expect(JSON.parse(String(invoked?.input.Payload))).toMatchObject({ alarmData: { state: { value: 'ALARM' } } });
  });

  test('comes to rest where nothing changes, and nothing is set to wake it', async () => {
    await alarm({ TreatMissingData: 'notBreaching' });
    count(5);
    await at.clock.advance(10 * MINUTE);
    expect(await described()).toMatchObject({ StateValue: 'OK' });
    expect(at.clock.next()).toBeUndefined();
    const { AlarmHistoryItems = [] } = await at.client.send(new DescribeAlarmHistoryCommand({ AlarmName: 'a' }));
    expect(AlarmHistoryItems.map(({ HistorySummary }) => HistorySummary)).toEqual([
      'Alarm updated from ALARM to OK',
      'Alarm updated from INSUFFICIENT_DATA to ALARM',
      'Alarm "a" created',
    ]);
  });

  test('of an expression goes by what it gives', async () => {
    const stat = (Id: string, MetricName: string) => ({
      Id,
      MetricStat: { Metric: { Namespace: 'App', MetricName }, Period: 60, Stat: 'Sum' },
      ReturnData: false,
    });
    await alarm({
      ...{ Namespace: undefined, MetricName: undefined, Statistic: undefined, Period: undefined, Threshold: 50 },
      Metrics: [stat('e', 'Errors'), stat('c', 'Calls'), { Id: 'rate', Expression: '100 * e / c' }],
    });
    at.cloudWatch.metrics.put('App', 'Calls', {}, 10);
    count(4);
    await at.clock.advance(MINUTE);
    expect(await described()).toMatchObject({ StateValue: 'OK' });
    at.cloudWatch.metrics.put('App', 'Calls', {}, 10);
    count(6);
    await at.clock.advance(MINUTE);
    expect(await described()).toMatchObject({ StateValue: 'ALARM' });
  });

  test('that is put into a state acts, unless its actions are disabled, and is evaluated again', async () => {
    await alarm({ AlarmActions: [TOPIC] });
    const set = new SetAlarmStateCommand({ AlarmName: 'a', StateValue: 'ALARM', StateReason: 'a drill' });
    await at.client.send(set);
    await at.clock.advance(0);
    expect(await described()).toMatchObject({ StateValue: 'ALARM', StateReason: 'a drill' });
    expect(at.calls).toHaveLength(1);
    await at.clock.advance(MINUTE);
    expect(await described()).toMatchObject({
      StateValue: 'INSUFFICIENT_DATA',
      StateReason: 'Insufficient Data: 1 datapoint was unknown.',
    });
    await at.client.send(new DisableAlarmActionsCommand({ AlarmNames: ['a'] }));
    await at.client.send(set);
    await at.clock.advance(0);
    expect(at.calls).toHaveLength(1);
    await at.client.send(new DeleteAlarmsCommand({ AlarmNames: ['a'] }));
    await expect(at.client.send(set)).rejects.toMatchObject({ name: 'ResourceNotFound' });
  });

  test.each<[string, Partial<PutMetricAlarmInput>, string]>([
    ['an EC2 action', { AlarmActions: ['arn:aws:automate:us-east-1:ec2:stop'] }, 'does not do the action'],
    ['anomaly detection', { ComparisonOperator: 'GreaterThanUpperThreshold' }, 'no anomaly detection'],
    ['a period of 10 seconds', { Period: 10 }, 'by the minute'],
    ['a period of 90 seconds', { Period: 90 }, 'multiple of 60'],
    ['two statistics', { ExtendedStatistic: 'p99' }, 'not both'],
    ['more datapoints than periods', { DatapointsToAlarm: 2 }, 'EvaluationPeriods must be greater'],
    ['a week of minutes', { EvaluationPeriods: 10_000 }, 'more than a day'],
    ['a trimmed mean', { Statistic: undefined, ExtendedStatistic: 'tm90' }, 'does not do the statistic tm90'],
  ])('with %s is refused', async (_, more, message) => {
    await expect(alarm(more)).rejects.toThrow(message);
    expect(await described()).toBeUndefined();
  });

  test('of a template keeps its state over a restart and goes with the template', async () => {
    const [type] = at.cloudWatch.resourceTypes;
    const properties = {
      AlarmName: 'a',
      ...{ Namespace: 'App', MetricName: 'Errors', Statistic: 'Sum', Period: '60', EvaluationPeriods: '1' },
      ...{ Threshold: '1', ComparisonOperator: 'GreaterThanOrEqualToThreshold' },
    };
    const declare = () => type?.create(resource('AWS::CloudWatch::Alarm', 'A', properties), deployContext);
    await declare();
    count(1);
    await at.clock.advance(MINUTE);
    await declare();
    expect(await described()).toMatchObject({ StateValue: 'ALARM', Period: 60, Threshold: 1 });
  });
});

describe('missing data', () => {
  // After the tables of AWS's documentation: an X breaches, a 0 does not, a - is missing; the last five of them are seen.
  test.each<[string, number, number, string, string, string, string]>([
    ['0-X-X', 3, 3, 'OK', 'OK', 'OK', 'OK'],
    ['0----', 3, 3, 'OK', 'OK', 'OK', 'OK'],
    ['-----', 3, 3, 'INSUFFICIENT_DATA', '', 'ALARM', 'OK'],
    ['0XX-X', 3, 3, 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['--X--', 3, 3, 'ALARM', '', 'ALARM', 'OK'],
    ['0-X-X', 3, 2, 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['00X0X', 3, 2, 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['0-X--', 3, 2, 'OK', 'OK', 'ALARM', 'OK'],
    ['----0', 3, 2, 'OK', 'OK', 'ALARM', 'OK'],
    ['---X-', 3, 2, 'ALARM', '', 'ALARM', 'OK'],
  ])('%s over %i periods with %i to alarm', (shape, EvaluationPeriods, DatapointsToAlarm, ...wanted) => {
    const datapoints = [...shape].map((mark, at) => ({
      at: at * MINUTE,
      ...(mark === '-' ? {} : { value: mark === 'X' ? 1 : 0 }),
    }));
    const settings = {
      AlarmName: 'a',
      EvaluationPeriods,
      DatapointsToAlarm,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    };
    const treatments = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;
    expect(
      treatments.map((TreatMissingData) => judge({ ...settings, TreatMissingData }, datapoints, 0)?.value ?? ''),
    ).toEqual(wanted);
  });
});
