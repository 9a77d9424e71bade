import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogGroupCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  PutLogEventsCommand,
  PutRetentionPolicyCommand,
  paginateDescribeLogGroups,
} from '@aws-sdk/client-cloudwatch-logs';
import { expect } from 'vitest';
import type { Ground } from '../ground.ts';

/** Groups and streams of log lines: written, filtered, listed in pages. */
export const logs = async ({ config }: Ground): Promise<void> => {
  const client = new CloudWatchLogsClient(config);
  const [logGroupName, logStreamName] = ['/tour/one', 'today'];
  for (const name of ['/tour/one', '/tour/three', '/tour/two'])
    await client.send(new CreateLogGroupCommand({ logGroupName: name }));
  await client.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 7 }));
  const groups: [string | undefined, number | undefined][] = [];
  const prefix = { logGroupNamePrefix: '/tour' };
  for await (const { logGroups = [] } of paginateDescribeLogGroups({ client, pageSize: 2 }, prefix))
    groups.push(...(logGroups.map((group): [string?, number?] => [group.logGroupName, group.retentionInDays]) as []));
  expect(groups).toEqual([
    ['/tour/one', 7],
    ['/tour/three', undefined],
    ['/tour/two', undefined],
  ]);

  await client.send(new CreateLogStreamCommand({ logGroupName, logStreamName }));
  const timestamp = Date.now();
  const logEvents = ['{"level":"ERROR","n":1}', '{"level":"INFO","n":2}'].map((message) => ({ timestamp, message }));
  await client.send(new PutLogEventsCommand({ logGroupName, logStreamName, logEvents }));
  const found = await client.send(new FilterLogEventsCommand({ logGroupName, filterPattern: '{ $.level = "ERROR" }' }));
  expect(found.events).toMatchObject([{ logStreamName, timestamp, message: logEvents[0]?.message }]);
  const read = await client.send(new GetLogEventsCommand({ logGroupName, logStreamName, startFromHead: true }));
  expect(read.events?.map(({ message }) => message)).toEqual(logEvents.map(({ message }) => message));

  await expect(client.send(new CreateLogGroupCommand({ logGroupName }))).rejects.toMatchObject({
    name: 'ResourceAlreadyExistsException',
  });
  for (const [name] of groups) await client.send(new DeleteLogGroupCommand({ logGroupName: name }));
  await expect(client.send(new GetLogEventsCommand({ logGroupName, logStreamName }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  client.destroy();
};
