import {
  CreateTableCommand,
  DeleteItemCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTagsOfResourceCommand,
  PutItemCommand,
  paginateListTables,
  paginateQuery,
  TagResourceCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { expect } from 'vitest';
import type { Ground } from '../ground.ts';

const TableName = 'tour';

/** A table with its items, its settings and the stream of what was written. */
export const dynamodb = async ({ config }: Ground): Promise<void> => {
  const client = new DynamoDBClient(config);
  for (const name of [TableName, 'tour-two', 'tour-three']) await client.send(new CreateTableCommand(table(name)));
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 1 }, { TableName });
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  const { TableArn: ResourceArn = '', LatestStreamArn: StreamArn = '' } = Table ?? {};
  await client.send(new TagResourceCommand({ ResourceArn, Tags: [{ Key: 'kind', Value: 'tour' }] }));
  expect((await client.send(new ListTagsOfResourceCommand({ ResourceArn }))).Tags).toEqual([
    { Key: 'kind', Value: 'tour' },
  ]);
  const TimeToLiveSpecification = { AttributeName: 'until', Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  expect(TimeToLiveDescription).toMatchObject({ AttributeName: 'until', TimeToLiveStatus: 'ENABLED' });
  const names: string[] = [];
  for await (const { TableNames = [] } of paginateListTables({ client, pageSize: 1 }, {})) names.push(...TableNames);
  expect(names).toEqual(['tour', 'tour-three', 'tour-two']);

  for (const number of [1, 2, 3]) await client.send(new PutItemCommand({ TableName, Item: item(number) }));
  const [Key] = [{ pk: { S: 'a' }, sk: { N: '2' } }];
  await client.send(
    new UpdateItemCommand({
      TableName,
      Key,
      UpdateExpression: 'SET #n = :n',
      ExpressionAttributeNames: { '#n': 'name' },
      ExpressionAttributeValues: { ':n': { S: 'second' } },
    }),
  );
  expect((await client.send(new GetItemCommand({ TableName, Key }))).Item?.name).toEqual({ S: 'second' });
  const found: (string | undefined)[] = [];
  for await (const { Items = [] } of paginateQuery(
    { client, pageSize: 2 },
    { TableName, KeyConditionExpression: 'pk = :a', ExpressionAttributeValues: { ':a': { S: 'a' } } },
  ))
    found.push(...Items.map(({ sk }) => sk?.N));
  expect(found).toEqual(['1', '2', '3']);
  await client.send(new DeleteItemCommand({ TableName, Key }));
  await expect(
    client.send(new PutItemCommand({ TableName, Item: item(1), ConditionExpression: 'attribute_not_exists(pk)' })),
  ).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
  const ConditionExpression = 'attribute_not_exists(pk)';
  await expect(
    client.send(
      new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item: item(1), ConditionExpression } }] }),
    ),
  ).rejects.toMatchObject({ CancellationReasons: [{ Code: 'ConditionalCheckFailed' }] });

  await expect(
    client.send(new UpdateTableCommand({ TableName, ReplicaUpdates: [{ Create: { RegionName: 'eu-west-1' } }] })),
  ).rejects.toThrow(/ReplicaUpdates/);
  expect(await written(config, StreamArn)).toEqual(['INSERT', 'INSERT', 'INSERT', 'MODIFY', 'REMOVE']);
  for (const name of names) await client.send(new DeleteTableCommand({ TableName: name }));
  await expect(client.send(new DescribeTableCommand({ TableName }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  client.destroy();
};

const table = (name: string) => ({
  TableName: name,
  BillingMode: 'PAY_PER_REQUEST' as const,
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' as const },
    { AttributeName: 'sk', AttributeType: 'N' as const },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' as const },
    { AttributeName: 'sk', KeyType: 'RANGE' as const },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' as const },
});

const item = (number: number) => ({ pk: { S: 'a' }, sk: { N: String(number) } });

/** What a stream tells of the writes to its table. */
const written = async (config: Ground['config'], StreamArn: string): Promise<(string | undefined)[]> => {
  const client = new DynamoDBStreamsClient(config);
  const { Streams } = await client.send(new ListStreamsCommand({ TableName }));
  expect(Streams?.map((stream) => stream.StreamArn)).toEqual([StreamArn]);
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
  const ShardId = StreamDescription?.Shards?.[0]?.ShardId;
  const { ShardIterator } = await client.send(
    new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }),
  );
  const { Records = [] } = await client.send(new GetRecordsCommand({ ShardIterator }));
  client.destroy();
  return Records.map(({ eventName }) => eventName);
};
