import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../clock.ts';
import { type DynamoDB, openDynamoDB } from '../../dynamodb/open-dynamodb.ts';
import { ACCOUNT_ID, REGION } from '../../identity.ts';
import { openSources, type Sources } from '../testing/sources.ts';

let folder: string;
let server: DynamoDB;
let sources: Sources;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foreign-'));
  server = await openDynamoDB({ folder, clock: systemClock, accountId: ACCOUNT_ID, region: REGION });
  sources = await openSources(undefined, server.endpoint);
  sources.resume();
});
afterEach(async () => {
  await sources.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a stream of the user’s own server is read, and what others write to it is seen when it is looked at', async () => {
  const log = `${sources.folder}/keys`;
  const code = `import { appendFileSync } from 'node:fs';
    export const handler = async ({ Records }) => Records.forEach(({ dynamodb }) => appendFileSync(process.env.LOG, dynamodb.Keys.pk.S));`;
  sources.put('work', code, { environment: { LOG: log } });
  const TableName = 'items';
  await sources.call('dynamodb', 'CreateTable', {
    TableName,
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
  });
  const { Table } = await sources.call('dynamodb', 'DescribeTable', { TableName });
  const EventSourceArn = String((Table as { LatestStreamArn?: string }).LatestStreamArn);
  await sources.mappings.create({ FunctionName: 'work', EventSourceArn, StartingPosition: 'TRIM_HORIZON' });
  await sources.call('dynamodb', 'PutItem', { TableName, Item: { pk: { S: 'a' } } });
  const seen = (): string => (existsSync(log) ? readFileSync(log, 'utf8') : '');
  await expect.poll(seen, { timeout: 30_000 }).toBe('a');

  const elsewhere = server.services[0]?.operations.PutItem;
  await elsewhere?.run(
    { TableName, Item: { pk: { S: 'b' } } },
    {
      ...{ principal: sources.harness.identities.administrator, requestId: '', accountId: ACCOUNT_ID, region: REGION },
      refusalOf: () => undefined,
    },
  );
  await sources.clock.advance(60_000);
  await expect.poll(seen, { timeout: 30_000 }).toBe('ab');
});
