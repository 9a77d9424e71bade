import {
  CreateArchiveCommand,
  CreateEventBusCommand,
  DeleteArchiveCommand,
  DeleteEventBusCommand,
  DeleteRuleCommand,
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  EventBridgeClient,
  ListArchivesCommand,
  ListEventBusesCommand,
  ListRuleNamesByTargetCommand,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  TestEventPatternCommand,
} from '@aws-sdk/client-eventbridge';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { expect } from 'vitest';
import type { Ground } from '../ground.ts';

const EventBusName = 'tour';

/** A bus with rules, a queue behind one of them, and an archive. */
export const events = async ({ config }: Ground): Promise<void> => {
  const client = new EventBridgeClient(config);
  const queues = new SQSClient(config);
  await client.send(new CreateEventBusCommand({ Name: EventBusName, Description: 'of the tour' }));
  expect((await client.send(new ListEventBusesCommand({ NamePrefix: 'tour' }))).EventBuses).toMatchObject([
    { Name: 'tour', Description: 'of the tour' },
  ]);
  const EventPattern = JSON.stringify({ source: ['tour'], detail: { size: [{ numeric: ['>', 5] }] } });
  for (const Name of ['large', 'other', 'third'])
    await client.send(new PutRuleCommand({ Name, EventBusName, EventPattern }));
  const first = await client.send(new ListRulesCommand({ EventBusName, Limit: 2 }));
  const rest = await client.send(new ListRulesCommand({ EventBusName, Limit: 2, NextToken: first.NextToken }));
  expect([first, rest].map(({ Rules }) => Rules?.map(({ Name }) => Name))).toEqual([['large', 'other'], ['third']]);
  await client.send(new DisableRuleCommand({ Name: 'other', EventBusName }));
  expect((await client.send(new DescribeRuleCommand({ Name: 'other', EventBusName }))).State).toBe('DISABLED');
  await client.send(new EnableRuleCommand({ Name: 'other', EventBusName }));

  const { QueueUrl } = await queues.send(new CreateQueueCommand({ QueueName: 'of-the-rule' }));
  const { Attributes: { QueueArn: Arn = '' } = {} } = await queues.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  const Principal = { Service: 'events.amazonaws.com' };
  const Statement = [{ Effect: 'Allow', Principal, Action: 'sqs:SendMessage', Resource: Arn }];
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await queues.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  const Targets = [{ Id: 'queue', Arn, InputPath: '$.detail' }];
  await client.send(new PutTargetsCommand({ Rule: 'large', EventBusName, Targets }));
  expect((await client.send(new ListTargetsByRuleCommand({ Rule: 'large', EventBusName }))).Targets).toEqual(Targets);
  const byTarget = await client.send(new ListRuleNamesByTargetCommand({ TargetArn: Arn, EventBusName }));
  expect(byTarget.RuleNames).toEqual(['large']);

  const entry = (size: number) => ({ EventBusName, Source: 'tour', DetailType: 'T', Detail: JSON.stringify({ size }) });
  const put = await client.send(new PutEventsCommand({ Entries: [entry(1), entry(9), { ...entry(2), Detail: '{' }] }));
  expect(put).toMatchObject({ FailedEntryCount: 1, Entries: [{}, {}, { ErrorCode: 'MalformedDetail' }] });
  const { Messages } = await queues.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 10 }));
  expect(Messages?.map(({ Body }) => Body)).toEqual(['{"size":9}']);
  const Event = JSON.stringify({
    ...{ id: '1', source: 'tour', 'detail-type': 'T', account: '000000000000', region: 'us-east-1', resources: [] },
    ...{ time: '2026-01-01T00:00:00Z', detail: { size: 9 } },
  });
  expect((await client.send(new TestEventPatternCommand({ EventPattern, Event }))).Result).toBe(true);

  const { EventBuses: [bus] = [] } = await client.send(new ListEventBusesCommand({ NamePrefix: 'tour' }));
  await client.send(new CreateArchiveCommand({ ArchiveName: 'tour', EventSourceArn: bus?.Arn }));
  expect((await client.send(new ListArchivesCommand({ NamePrefix: 'tour' }))).Archives).toMatchObject([
    { ArchiveName: 'tour', State: 'ENABLED' },
  ]);
  await client.send(new DeleteArchiveCommand({ ArchiveName: 'tour' }));

  await expect(
    client.send(new PutRuleCommand({ Name: 'wrong', EventBusName, EventPattern: '{"source":"tour"}' })),
  ).rejects.toMatchObject({ name: 'InvalidEventPatternException' });
  await expect(client.send(new DeleteRuleCommand({ Name: 'large', EventBusName }))).rejects.toThrow(/targets/);
  await client.send(new RemoveTargetsCommand({ Rule: 'large', EventBusName, Ids: ['queue'] }));
  for (const Name of ['large', 'other', 'third']) await client.send(new DeleteRuleCommand({ Name, EventBusName }));
  await client.send(new DeleteEventBusCommand({ Name: EventBusName }));
  await expect(client.send(new ListRulesCommand({ EventBusName }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  client.destroy();
  queues.destroy();
};
