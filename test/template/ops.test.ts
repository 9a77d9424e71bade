import { expect, test } from 'vitest';
import { appOf, templatesOf } from './synthesized.ts';

const { Ops: dev } = templatesOf(appOf('dev'));
const { Ops: prod } = templatesOf(appOf('prod'));

test('every event becomes a line that EventBridge alone may write, and one that cannot waits in a dead-letter queue', () => {
  const [rule] = Object.values(dev?.findResources('AWS::Events::Rule') ?? {});
  expect(rule?.Properties).toMatchObject({
    EventPattern: { source: [{ prefix: '' }] },
    Targets: [{ RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 } }],
  });
  expect(rule?.Properties.Targets[0].DeadLetterConfig.Arn).toBeDefined();
  const [policy] = Object.values(dev?.findResources('AWS::Logs::ResourcePolicy') ?? {});
  const text = policy?.Properties.PolicyDocument['Fn::Join'][1]
    .map((part: unknown) => (typeof part === 'string' ? part : '…'))
    .join('');
  const Principal = { Service: ['events.amazonaws.com', 'delivery.logs.amazonaws.com'] };
  expect(JSON.parse(text).Statement).toMatchObject([
    { Action: 'logs:CreateLogStream', Principal },
    { Action: 'logs:PutLogEvents', Principal, Condition: { ArnEquals: { 'aws:SourceArn': '…' } } },
  ]);
});

test('events of Marquee are kept for a replay, longer where the stage is there to stay', () => {
  const EventPattern = { source: [{ prefix: 'marquee.' }] };
  dev?.hasResource('AWS::Events::Archive', {
    DeletionPolicy: 'Delete',
    Properties: { RetentionDays: 14, EventPattern },
  });
  prod?.hasResource('AWS::Events::Archive', {
    DeletionPolicy: 'Retain',
    Properties: { RetentionDays: 90, EventPattern },
  });
});

test('a role of the console is taken on by whom IAM of the own account lets, and by no service', () => {
  const roles = Object.values(dev?.findResources('AWS::IAM::Role') ?? {});
  expect(roles).toHaveLength(2);
  for (const { Properties } of roles) {
    const AWS = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, ':root']] };
    expect(Properties).toMatchObject({
      MaxSessionDuration: 3600,
      AssumeRolePolicyDocument: { Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { AWS } }] },
    });
  }
});

test('the policies of the console fit into a role, whatever names AWS makes up', () => {
  /** Names as long as AWS makes them. */
  const LONGEST: Record<string, string> = {
    'AWS::Partition': 'aws-us-gov',
    'AWS::Region': 'ap-southeast-1',
    'AWS::AccountId': '123456789012',
  };
  const written = (value: unknown): string => {
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) return value.map(written).join('');
    const [[name, argument] = ['', '']] = Object.entries(value as object);
    if (name === 'Fn::Join') return argument[1].map(written).join(argument[0]);
    if (name === 'Ref') return LONGEST[argument] ?? 'x'.repeat(80);
    return 'x'.repeat(130); // the ARN of a role whose name is 64 long
  };
  const sizeOf = (document: unknown): number =>
    JSON.stringify(document, (_, value) =>
      value !== null && typeof value === 'object' && /^(Ref|Fn::)/.test(Object.keys(value)[0] ?? '')
        ? written(value)
        : value,
    ).length;
  for (const template of [dev, prod]) {
    for (const { Properties } of Object.values(template?.findResources('AWS::IAM::Policy') ?? {}))
      expect(sizeOf(Properties.PolicyDocument)).toBeLessThan(10_240);
    for (const { Properties } of Object.values(template?.findResources('AWS::IAM::ManagedPolicy') ?? {}))
      expect(sizeOf(Properties.PolicyDocument)).toBeLessThan(6144);
  }
});

test('what the command line and the pages look for is told', () => {
  expect(
    Object.keys(dev?.findOutputs('*') ?? {})
      .filter((name) => !name.startsWith('Exports'))
      .sort(),
  ).toEqual([
    ...['ConsoleOperatorRoleArn', 'ConsoleReaderRoleArn', 'EventArchive', 'EventLogGroup', 'OperatorLogGroup'],
  ]);
});
