import {
  CloudFrontKeyValueStoreClient,
  DeleteKeyCommand,
  DescribeKeyValueStoreCommand,
  GetKeyCommand,
  ListKeysCommand,
  PutKeyCommand,
  UpdateKeysCommand,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
import '@aws-sdk/signature-v4a';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../database.ts';
import { withAccountHost } from '../../front-door/account-host.ts';
import { deployContext, type Harness, openHarness, resource } from '../../front-door/harness.ts';
import { ACCOUNT_ID } from '../../identity.ts';
import { keyValueStoreType } from './resource.ts';
import { keyValueStoreService } from './service.ts';
import { createKeyValueStores } from './store.ts';

let harness: Harness;
let client: CloudFrontKeyValueStoreClient;
let KvsARN: string;
const database = openDatabase(':memory:');
const type = (now: () => number, inUse: readonly string[] = []) =>
  keyValueStoreType({ accountId: ACCOUNT_ID, stores: createKeyValueStores(database, now) }, () => inUse);
const declared = resource('AWS::CloudFront::KeyValueStore', 'Routes', { Name: 'routes', Comment: 'of pages' });

beforeEach(async () => {
  database.exec('DROP TABLE IF EXISTS kvs_keys; DROP TABLE IF EXISTS kvs_stores');
  const stores = createKeyValueStores(database, () => harness.clock.now());
  harness = await openHarness({ services: () => [keyValueStoreService({ accountId: ACCOUNT_ID, stores })] });
  const { ref, attributes } = await type(() => harness.clock.now()).create(declared, deployContext);
  expect([ref, attributes.Status]).toEqual(['routes', 'READY']);
  KvsARN = String(attributes.Arn);
  client = new CloudFrontKeyValueStoreClient(withAccountHost(harness.client));
});
afterEach(async () => {
  client.destroy();
  await harness.close();
});

const etag = async (): Promise<string> =>
  String((await client.send(new DescribeKeyValueStoreCommand({ KvsARN }))).ETag);
const put = async (Key: string, Value: string) =>
  client.send(new PutKeyCommand({ KvsARN, Key, Value, IfMatch: await etag() }));
const update = async (input: object, IfMatch?: string) =>
  client.send(new UpdateKeysCommand({ KvsARN, IfMatch: IfMatch ?? (await etag()), ...input }));

test('a key is put, read and deleted; each write changes the version and what the store counts', async () => {
  const before = await client.send(new DescribeKeyValueStoreCommand({ KvsARN }));
  expect(before).toMatchObject({ ItemCount: 0, TotalSizeInBytes: 0, KvsARN, Status: 'READY' });
  expect(before.Created?.getTime()).toBe(harness.clock.now());
  const written = await put('/film/née', '→ release 1');
  expect(written).toMatchObject({ ItemCount: 1, TotalSizeInBytes: 10 + 13 });
  expect(written.ETag).toMatch(/^E[A-Z0-9]{13}$/);
  expect(written.ETag).not.toBe(before.ETag);
  expect(await client.send(new GetKeyCommand({ KvsARN, Key: '/film/née' }))).toMatchObject({
    Key: '/film/née',
    Value: '→ release 1',
    ItemCount: 1,
  });
  const deleted = await client.send(new DeleteKeyCommand({ KvsARN, Key: '/film/née', IfMatch: written.ETag }));
  expect(deleted).toMatchObject({ ItemCount: 0, TotalSizeInBytes: 0 });
  await expect(client.send(new GetKeyCommand({ KvsARN, Key: '/film/née' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    $metadata: { httpStatusCode: 404 },
  });
});

test('many keys change at once or not at all', async () => {
  await put('a', '1');
  const Puts = Array.from({ length: 49 }, (_, index) => ({ Key: `k${index}`, Value: 'v' }));
  expect(await update({ Puts, Deletes: [{ Key: 'a' }] })).toMatchObject({ ItemCount: 49 });
  const missing = update({ Puts: [{ Key: 'b', Value: '2' }], Deletes: [{ Key: 'none' }] });
  await expect(missing).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await expect(client.send(new GetKeyCommand({ KvsARN, Key: 'b' }))).rejects.toThrow('b was not found');
  const tooMany = update({ Puts, Deletes: [{ Key: 'k1x' }, { Key: 'k2x' }] });
  await expect(tooMany).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(update({})).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(update({ Puts: [Puts[0]], Deletes: [{ Key: 'k0' }] })).rejects.toThrow('each key once');
});

test('of two who write on the same version, one is refused', async () => {
  const version = await etag();
  await update({ Puts: [{ Key: 'live', Value: 'r1' }] }, version);
  await expect(update({ Puts: [{ Key: 'live', Value: 'r2' }] }, version)).rejects.toMatchObject({
    name: 'ConflictException',
    $metadata: { httpStatusCode: 409 },
  });
  expect((await client.send(new GetKeyCommand({ KvsARN, Key: 'live' }))).Value).toBe('r1');
});

test('keys come in pages', async () => {
  await update({ Puts: ['c', 'a', 'b'].map((Key) => ({ Key, Value: Key.toUpperCase() })) });
  const first = await client.send(new ListKeysCommand({ KvsARN, MaxResults: 2 }));
  expect(first.Items).toEqual([
    { Key: 'a', Value: 'A' },
    { Key: 'b', Value: 'B' },
  ]);
  const next = await client.send(new ListKeysCommand({ KvsARN, MaxResults: 2, NextToken: first.NextToken }));
  expect([next.Items, next.NextToken]).toEqual([[{ Key: 'c', Value: 'C' }], undefined]);
  await expect(client.send(new ListKeysCommand({ KvsARN, MaxResults: 51 }))).rejects.toThrow('between 1 and 50');
});

describe('limits', () => {
  test('a key has 512 bytes, a value 1 KB', async () => {
    await put('k'.repeat(512), 'v'.repeat(1024));
    await expect(put('é'.repeat(257), 'v')).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(put('k', 'v'.repeat(1025))).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('a store has 5 MB', async () => {
    const stores = createKeyValueStores(database, () => 0);
    const id = KvsARN.slice(KvsARN.lastIndexOf('/') + 1);
    const puts = Array.from({ length: 5118 }, (_, index) => ({
      key: String(index).padStart(6),
      value: 'v'.repeat(1018),
    }));
    stores.change(id, { puts, deletes: [] }, () => {});
    await expect(put('more', 'v'.repeat(1024))).resolves.toMatchObject({ ItemCount: 5119 });
    await expect(put('most', 'v'.repeat(1024))).rejects.toMatchObject({
      name: 'ServiceQuotaExceededException',
      $metadata: { httpStatusCode: 402 },
    });
    expect((await client.send(new DescribeKeyValueStoreCommand({ KvsARN }))).ItemCount).toBe(5119);
  });
});

test('a store that is not there, or of another account, is not found', async () => {
  for (const arn of [KvsARN.replace(/.$/, 'z'), KvsARN.replace(ACCOUNT_ID, '111111111111')]) {
    const asked = client.send(new DescribeKeyValueStoreCommand({ KvsARN: arn }));
    await expect(asked).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  }
});

test('a role needs the action on the store’s own ARN', async () => {
  const statement = { Effect: 'Allow' as const, Action: 'cloudfront-keyvaluestore:GetKey', Resource: KvsARN };
  const principal = { arn: 'role', accountId: ACCOUNT_ID, policies: [statement] };
  await put('live', 'r1');
  const call = (operation: string, input: object) =>
    harness.cloud.call('cloudfront-keyvaluestore', operation, input, principal);
  expect(await call('GetKey', { KvsARN, Key: 'live' })).toMatchObject({ Value: 'r1' });
  await expect(call('DeleteKey', { KvsARN, Key: 'live', IfMatch: await etag() })).rejects.toMatchObject({
    code: 'AccessDeniedException',
    statusCode: 403,
    message: expect.stringContaining(`cloudfront-keyvaluestore:DeleteKey on resource: ${KvsARN}`),
  });
});

test('keys outlive a new start and a new comment; a removed store takes them along', async () => {
  await put('live', 'r1');
  const renamed = { ...declared, properties: { Name: 'routes', Comment: 'other' } };
  const again = await type(() => 0).create(renamed, deployContext);
  expect(again.attributes.Arn).toBe(KvsARN);
  expect((await client.send(new GetKeyCommand({ KvsARN, Key: 'live' }))).Value).toBe('r1');
  expect(await type(() => 0).taken?.(renamed, deployContext)).toBe('routes');
  expect(() => type(() => 0, ['site']).remove?.(renamed, again, deployContext)).toThrow('the function site');
  await type(() => 0).remove?.(renamed, again, deployContext);
  await expect(etag()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('a name that AWS would refuse is refused', () => {
  const named = resource('AWS::CloudFront::KeyValueStore', 'Bad', { Name: 'a b' });
  expect(() => type(() => 0).create(named, deployContext)).toThrow('must match');
});
