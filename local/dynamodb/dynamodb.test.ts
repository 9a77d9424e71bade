import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BatchWriteItemCommand,
  DeleteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { deployContext, type Harness, openHarness, resource } from '../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { type DynamoDB, openDynamoDB } from './open-dynamodb.ts';

/** A server of the user's own, which the same tests pass on. */
const OWN = process.env.AWS_ENDPOINT_URL_DYNAMODB;

const clock = new VirtualClock(Date.now());
const folder = mkdtempSync(join(tmpdir(), 'dynamodb-'));
const place = { accountId: ACCOUNT_ID, region: REGION };
let tables: DynamoDB;
let harness: Harness;
let client: DynamoDBClient;
const TableName = 'assets';

const properties = {
  TableName,
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: ['pk', 'sk', 'list'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  BillingMode: 'PAY_PER_REQUEST',
};
const byList = {
  IndexName: 'byList',
  KeySchema: [{ AttributeName: 'list', KeyType: 'HASH' }],
  Projection: { ProjectionType: 'ALL' },
};
const deploy = (more = {}) =>
  tables.resourceTypes[0]?.create(
    resource('AWS::DynamoDB::Table', 'Assets', { ...properties, ...more }),
    deployContext,
  );

beforeAll(async () => {
  tables = await openDynamoDB({ folder, clock, ...place, ...(OWN && { endpoint: OWN }) });
  harness = await openHarness({ clock, services: () => tables.services });
  client = new DynamoDBClient(harness.client);
  await deploy({ AttributeDefinitions: properties.AttributeDefinitions.slice(0, 2) });
});

afterAll(async () => {
  await harness.close();
  await tables.close();
  rmSync(folder, { recursive: true, force: true });
});

const item = (pk: string, more = {}) => ({ pk: { S: pk }, sk: { S: 'A' }, ...more });

test('a table and its stream carry the ARNs that the template speaks of', async () => {
  const created = await deploy();
  expect(created).toMatchObject({
    ref: 'assets',
    attributes: { Arn: `arn:aws:dynamodb:us-east-1:${ACCOUNT_ID}:table/assets` },
  });
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  expect(Table?.TableArn).toBe(created?.attributes.Arn);
  expect(Table?.LatestStreamArn).toBe(created?.attributes.StreamArn);
});

test('a conditional write fails with the item that stood in its way', async () => {
  const Item = item('conditional');
  const ConditionExpression = 'attribute_not_exists(pk)';
  await client.send(new PutItemCommand({ TableName, Item, ConditionExpression }));
  await expect(
    client.send(
      new PutItemCommand({ TableName, Item, ConditionExpression, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
    ),
  ).rejects.toMatchObject({ name: 'ConditionalCheckFailedException', Item });
});

test('a transaction is refused whole, with a reason for each item', async () => {
  const transaction = new TransactWriteItemsCommand({
    TransactItems: [
      { Put: { TableName, Item: item('fresh') } },
      { Put: { TableName, Item: item('conditional'), ConditionExpression: 'attribute_not_exists(pk)' } },
    ],
  });
  await expect(client.send(transaction)).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }],
  });
  expect((await client.send(new GetItemCommand({ TableName, Key: item('fresh') }))).Item).toBeUndefined();
});

test('an index added to the template is built over the items that are there', async () => {
  await client.send(new PutItemCommand({ TableName, Item: item('indexed', { list: { S: 'all' } }) }));
  await deploy({ GlobalSecondaryIndexes: [byList] });
  const { Items } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: 'byList',
      KeyConditionExpression: '#l = :l',
      ExpressionAttributeNames: { '#l': 'list' },
      ExpressionAttributeValues: { ':l': { S: 'all' } },
    }),
  );
  expect(Items).toMatchObject([{ pk: { S: 'indexed' } }]);
});

test('a changed key is refused in words, for it would take a new table', async () => {
  await expect(deploy({ KeySchema: properties.KeySchema.slice(0, 1) })).rejects.toThrow(
    /HASH pk, RANGE sk.*HASH pk: that takes a new table/,
  );
});

test('an item leaves the table once its time is past on our clock', async () => {
  const at = (seconds: number) => ({ expiresAt: { N: String(Math.floor(clock.now() / 1000) + seconds) } });
  await client.send(new PutItemCommand({ TableName, Item: item('soon', at(30)) }));
  await client.send(new PutItemCommand({ TableName, Item: item('later', at(86_400)) }));
  await clock.advance(60_000);
  const left = async (pk: string) =>
    (await client.send(new GetItemCommand({ TableName, Key: item(pk) }))).Item !== undefined;
  await expect.poll(() => left('soon')).toBe(false);
  expect(await left('later')).toBe(true);
});

test('a role touches the tables and actions of its policies, and no others', async () => {
  const table = `arn:aws:dynamodb:us-east-1:${ACCOUNT_ID}:table/assets`;
  const arn = `arn:aws:iam::${ACCOUNT_ID}:role/reader`;
  harness.identities.putRole({
    arn,
    name: 'reader',
    id: 'AROA1',
    trust: [],
    managedPolicyArns: [],
    inline: [
      { Effect: 'Allow', Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:PartiQLSelect'], Resource: table },
    ],
  });
  const reader = new DynamoDBClient({ ...harness.client, credentials: harness.identities.sessionFor(arn, 'test') });
  await reader.send(new GetItemCommand({ TableName, Key: item('a') }));
  await reader.send(new GetItemCommand({ TableName: table, Key: item('a') }));
  await reader.send(new ExecuteStatementCommand({ Statement: 'SELECT * FROM "assets" WHERE pk = \'a\'' }));
  const refused = (action: string, resource = table) => ({
    name: 'AccessDeniedException',
    message: `User: arn:aws:sts::${ACCOUNT_ID}:assumed-role/reader/test is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  });
  await expect(reader.send(new DeleteItemCommand({ TableName, Key: item('a') }))).rejects.toMatchObject(
    refused('dynamodb:DeleteItem'),
  );
  await expect(
    reader.send(
      new TransactWriteItemsCommand({
        TransactItems: [{ Put: { TableName, Item: item('a') } }, { Delete: { TableName, Key: item('b') } }],
      }),
    ),
  ).rejects.toMatchObject(refused('dynamodb:DeleteItem'));
  await expect(
    reader.send(new QueryCommand({ TableName, IndexName: 'byList', KeyConditionExpression: 'a = :a' })),
  ).rejects.toMatchObject(refused('dynamodb:Query', `${table}/index/byList`));
  await expect(
    reader.send(new BatchWriteItemCommand({ RequestItems: { assets: [{ PutRequest: { Item: item('a') } }] } })),
  ).rejects.toMatchObject(refused('dynamodb:BatchWriteItem'));
});

test.skipIf(OWN)('the tables live on in the next run, and the server of a killed run does not', async () => {
  const home = mkdtempSync(join(tmpdir(), 'dynamodb-killed-'));
  const script = `
    import { openDynamoDB } from ${JSON.stringify(new URL('./open-dynamodb.ts', import.meta.url).href)};
    import { systemClock } from ${JSON.stringify(new URL('../clock.ts', import.meta.url).href)};
    const { services } = await openDynamoDB({ folder: process.argv[1], clock: systemClock, accountId: '${ACCOUNT_ID}', region: 'us-east-1' });
    const run = (name, input) => services[0].operations[name].run(input, {});
    await run('CreateTable', { TableName: 'kept', KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }], AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }], BillingMode: 'PAY_PER_REQUEST' });
    await run('PutItem', { TableName: 'kept', Item: { pk: { S: 'a' } } });
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, home], { stdio: 'inherit' });
  await new Promise((resolve) => child.once('exit', resolve));
  const server = Number(readFileSync(join(home, 'dynoxide.pid'), 'utf8'));
  await expect.poll(() => isRunning(server), { timeout: 5000 }).toBe(false);

  const next = await openDynamoDB({ folder: home, clock, ...place });
  const context = { principal: harness.identities.administrator, requestId: '', refusalOf: () => undefined, ...place };
  const got = await next.services[0]?.operations.GetItem?.run({ TableName: 'kept', Key: { pk: { S: 'a' } } }, context);
  expect(got).toMatchObject({ Item: { pk: { S: 'a' } } });
  await next.close();
  rmSync(home, { recursive: true, force: true });
});

const isRunning = (pid: number): boolean => {
  try {
    return !execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z');
  } catch {
    return false;
  }
};

test('an update by ARN of the table works in process too', async () => {
  await client.send(
    new UpdateItemCommand({
      TableName,
      Key: item('counted'),
      UpdateExpression: 'ADD n :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    }),
  );
  const output = await harness.cloud.call(
    'dynamodb',
    'GetItem',
    { TableName, Key: item('counted') },
    harness.identities.administrator,
  );
  expect(output).toMatchObject({ Item: { n: { N: '1' } } });
});
