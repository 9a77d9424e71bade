import { CloudWatchClient, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { openStacks } from '../../cloudformation/testing.ts';

const allow = (Service: string) => ({
  ...{ Effect: 'Allow', Principal: { Service }, Action: 'sqs:SendMessage' },
  Resource: { 'Fn::GetAtt': ['Queue', 'Arn'] },
});

const TEMPLATE = {
  Resources: {
    Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
    Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'told' } },
    Policy: {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: {
        Queues: [{ Ref: 'Queue' }],
        PolicyDocument: { Statement: [allow('sns.amazonaws.com'), allow('events.amazonaws.com')] },
      },
    },
    Subscription: {
      Type: 'AWS::SNS::Subscription',
      Properties: {
        ...{ TopicArn: { Ref: 'Topic' }, Protocol: 'sqs', RawMessageDelivery: true },
        Endpoint: { 'Fn::GetAtt': ['Queue', 'Arn'] },
      },
    },
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventPattern: { source: ['aws.cloudwatch'], 'detail-type': ['CloudWatch Alarm State Change'] },
        Targets: [{ Id: 'q', Arn: { 'Fn::GetAtt': ['Queue', 'Arn'] } }],
      },
    },
    Alarm: {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: {
        ...{ AlarmName: 'a', Namespace: 'App', MetricName: 'm', Statistic: 'Sum', Period: 60, EvaluationPeriods: 1 },
        ...{ Threshold: 1, ComparisonOperator: 'GreaterThanThreshold', AlarmActions: [{ Ref: 'Topic' }] },
      },
    },
  },
};

test('an alarm of a stack tells its topic, which needs no policy for that, and the default bus', async () => {
  const stacks = await openStacks();
  const [cloudWatch, sqs] = [new CloudWatchClient(stacks.config()), new SQSClient(stacks.config())];
  try {
    expect(await stacks.create('s', TEMPLATE)).toMatchObject({ StackStatus: 'CREATE_COMPLETE' });
    await cloudWatch.send(new SetAlarmStateCommand({ AlarmName: 'a', StateValue: 'ALARM', StateReason: 'a drill' }));
    const QueueUrl = `${stacks.runtime().awsUrl}/000000000000/told`;
    const bodies: Record<string, unknown>[] = [];
    while (bodies.length < 2) {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 10 }));
      for (const { Body = '', ReceiptHandle } of Messages) {
        bodies.push(JSON.parse(Body));
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
    }
    expect(bodies).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ AlarmName: 'a', NewStateValue: 'ALARM', NewStateReason: 'a drill' }),
        expect.objectContaining({
          'detail-type': 'CloudWatch Alarm State Change',
          resources: ['arn:aws:cloudwatch:us-east-1:000000000000:alarm:a'],
          detail: expect.objectContaining({ alarmName: 'a' }),
        }),
      ]),
    );
  } finally {
    cloudWatch.destroy();
    sqs.destroy();
    await stacks.close();
  }
});
