import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyValueStoreService } from '../cloudfront/key-value-store/service.ts';
import { storeArn } from '../cloudfront/key-value-store/state.ts';
import { createKeyValueStores } from '../cloudfront/key-value-store/store.ts';
import { openDatabase } from '../database.ts';
import { type Harness, openHarness } from '../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { createLambda } from './lambda.ts';

const ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/publisher`;
const ARN = storeArn(ACCOUNT_ID, 'routes-id');

/** As a bundle would, it asks for nothing but the SDK. */
const CODE = `
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
require('@aws-sdk/signature-v4a');
const { CloudFrontKeyValueStoreClient, DescribeKeyValueStoreCommand, UpdateKeysCommand } = require('@aws-sdk/client-cloudfront-keyvaluestore');
const client = new CloudFrontKeyValueStoreClient();
export const handler = async ({ arn: KvsARN, puts }) => {
  const { ETag: IfMatch } = await client.send(new DescribeKeyValueStoreCommand({ KvsARN }));
  const Puts = Object.entries(puts).map(([Key, Value]) => ({ Key, Value }));
  return (await client.send(new UpdateKeysCommand({ KvsARN, IfMatch, Puts }))).ItemCount;
};`;

let harness: Harness;
let lambda: ReturnType<typeof createLambda>;
const folder = mkdtempSync(join(tmpdir(), 'key-values-'));
const database = openDatabase(join(folder, 'runtime.sqlite'));
const stores = createKeyValueStores(database, () => harness.clock.now());

const grant = (Action: string[]): void =>
  harness.identities.putRole({
    ...{ arn: ROLE, name: 'publisher', id: 'AROAPUBLISHER', trust: [], managedPolicyArns: [] },
    inline: [{ Effect: 'Allow', Action, Resource: ARN }],
  });

beforeAll(async () => {
  harness = await openHarness({ services: () => [keyValueStoreService({ accountId: ACCOUNT_ID, stores })] });
  stores.settle('routes-id', 'routes', '');
  lambda = createLambda({
    ...{ database, clock: harness.clock, accountId: ACCOUNT_ID, region: REGION },
    endpoint: () => harness.door.url,
    credentials: (role, session) => harness.identities.sessionFor(role, session),
    principalOf: (role, session) => harness.identities.principalOf(role, session),
    cloud: () => harness.cloud,
    log: () => {},
    assetFolder: () => undefined,
    codeFolder: join(folder, 'inline'),
    onWrite: () => () => {},
    lookEvery: 60_000,
  });
  writeFileSync(join(folder, 'index.mjs'), CODE);
  lambda.functions.put({
    ...{ name: 'publish', codeFolder: folder, codeHash: 'one', handler: 'index.handler', runtime: 'nodejs24.x' },
    ...{ memoryMiB: 512, timeoutSeconds: 30, environment: {}, roleArn: ROLE, logGroup: '/aws/lambda/publish' },
    ...{ arn: `arn:aws:lambda:${REGION}:${ACCOUNT_ID}:function:publish`, jsonLogs: false },
    ...{ architecture: 'arm64', description: '' },
  });
});
afterAll(async () => {
  await lambda.close();
  await harness.close();
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const publish = (puts: object) =>
  lambda.host.invoke(lambda.functions.find('publish'), JSON.stringify({ arn: ARN, puts }));

test('a function writes to a key value store with the SDK’s own client and its role’s rights', async () => {
  grant(['cloudfront-keyvaluestore:DescribeKeyValueStore', 'cloudfront-keyvaluestore:UpdateKeys']);
  expect(await publish({ live: 'r1', '/film': 'a.html' })).toMatchObject({ ok: true, payload: '2' });
  expect(stores.value('routes-id', 'live')).toBe('r1');
  grant(['cloudfront-keyvaluestore:DescribeKeyValueStore']);
  expect(await publish({ live: 'r2' })).toMatchObject({
    ok: false,
    error: {
      errorType: 'AccessDeniedException',
      errorMessage: expect.stringContaining(`UpdateKeys on resource: ${ARN}`),
    },
  });
  expect(stores.value('routes-id', 'live')).toBe('r1');
});
