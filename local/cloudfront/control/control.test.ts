import {
  CloudFrontClient,
  CreateInvalidationCommand,
  DescribeFunctionCommand,
  DescribeKeyValueStoreCommand,
  GetDistributionCommand,
  GetFunctionCommand,
  GetInvalidationCommand,
  ListDistributionsCommand,
  ListFunctionsCommand,
  ListInvalidationsCommand,
  ListKeyValueStoresCommand,
  ListTagsForResourceCommand,
  TestFunctionCommand,
  waitUntilInvalidationCompleted,
} from '@aws-sdk/client-cloudfront';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ACCOUNT_ID } from '../../identity.ts';
import { openSite, type Site } from '../testing.ts';

let site: Site;
let client: CloudFrontClient;
let DistributionId: string;
let storeArn: string;
const CODE = `function handler(event) {
  console.log('asked for ' + event.request.uri);
  if (event.request.uri === '/fail') throw new Error('no');
  event.request.uri = '/other';
  return event.request;
}`;

beforeEach(async () => {
  site = await openSite(['pages']);
  storeArn = String((await site.make('KeyValueStore', 'Routes', { Name: 'routes', Comment: 'pages' })).attributes.Arn);
  const { ref: FunctionARN } = await site.make('Function', 'Edge', {
    Name: 'edge',
    AutoPublish: true,
    FunctionCode: CODE,
    FunctionConfig: {
      Comment: 'finds pages',
      Runtime: 'cloudfront-js-2.0',
      KeyValueStoreAssociations: [{ KeyValueStoreARN: storeArn }],
    },
  });
  const made = await site.make('Distribution', 'Site', {
    DistributionConfig: {
      Comment: 'the site',
      Enabled: true,
      DefaultRootObject: 'index.html',
      Aliases: ['www.example.com'],
      ViewerCertificate: { AcmCertificateArn: 'arn:aws:acm:us-east-1:000000000000:certificate/1' },
      DefaultCacheBehavior: {
        TargetOriginId: 'pages',
        ViewerProtocolPolicy: 'redirect-to-https',
        FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN }],
      },
      Origins: [{ Id: 'pages', DomainName: 'pages.s3.us-east-1.amazonaws.com', S3OriginConfig: {} }],
    },
  });
  DistributionId = made.ref;
  client = new CloudFrontClient(site.harness.client);
});
afterEach(async () => {
  client.destroy();
  await site.close();
});

const invalidate = (CallerReference: string, Items: string[], Quantity = Items.length) =>
  client.send(
    new CreateInvalidationCommand({
      DistributionId,
      InvalidationBatch: { CallerReference, Paths: { Quantity, Items } },
    }),
  );

describe('an invalidation', () => {
  test('is kept, listed with the newest first, and complete at the next look', async () => {
    const { Invalidation, Location } = await invalidate('one', ['/a.html', '/news/*']);
    expect(Invalidation).toMatchObject({
      Id: expect.stringMatching(/^I[0-9A-F]{13}$/),
      Status: 'InProgress',
      InvalidationBatch: { CallerReference: 'one', Paths: { Quantity: 2, Items: ['/a.html', '/news/*'] } },
    });
    const Id = String(Invalidation?.Id);
    expect(Location).toMatch(new RegExp(`/distribution/${DistributionId}/invalidation/${Id}$`));
    await waitUntilInvalidationCompleted({ client, maxWaitTime: 5, minDelay: 1, maxDelay: 1 }, { DistributionId, Id });
    const found = await client.send(new GetInvalidationCommand({ DistributionId, Id }));
    expect(found.Invalidation).toMatchObject({ Status: 'Completed', InvalidationBatch: { CallerReference: 'one' } });
    expect(found.Invalidation?.CreateTime?.getTime()).toBe(site.harness.clock.now());
    await invalidate('two', ['/*']);
    const first = await client.send(new ListInvalidationsCommand({ DistributionId, MaxItems: 1 }));
    expect(first.InvalidationList).toMatchObject({ Quantity: 1, IsTruncated: true });
    const Marker = first.InvalidationList?.NextMarker;
    const next = await client.send(new ListInvalidationsCommand({ DistributionId, Marker }));
    expect(next.InvalidationList).toMatchObject({ IsTruncated: false, Items: [{ Id, Status: 'Completed' }] });
  });

  test('of the same reference is the same; with other paths it is refused', async () => {
    const { Invalidation } = await invalidate('one', ['/a']);
    expect((await invalidate('one', ['/a'])).Invalidation?.Id).toBe(Invalidation?.Id);
    await expect(invalidate('one', ['/b'])).rejects.toMatchObject({ name: 'InvalidationBatchAlreadyExists' });
  });

  test.for([
    ['a wrong quantity', ['/a'], 2, 'InconsistentQuantities', 400],
    ['no path', [], 0, 'InvalidArgument', 400],
    ['a path without its slash', ['a'], 1, 'InvalidArgument', 400],
    ['a star within', ['/*/a'], 1, 'InvalidArgument', 400],
    ['a space', ['/a b'], 1, 'InvalidArgument', 400],
    ['more than 3000 paths', Array(3001).fill('/a'), 3001, 'BatchTooLarge', 413],
    ['more than 15 stars', Array(16).fill('/a*'), 16, 'TooManyInvalidationsInProgress', 400],
  ] as const)('with %s is refused', async ([, paths, quantity, name, httpStatusCode]) => {
    await expect(invalidate('one', [...paths], quantity)).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode },
    });
  });

  test('needs a distribution, and there is none but those made', async () => {
    const asked = { DistributionId: 'ENONE', InvalidationBatch: { CallerReference: 'a', Paths: { Quantity: 0 } } };
    await expect(client.send(new CreateInvalidationCommand(asked))).rejects.toMatchObject({
      name: 'NoSuchDistribution',
      $metadata: { httpStatusCode: 404 },
    });
    const unknown = client.send(new GetInvalidationCommand({ DistributionId, Id: 'I0' }));
    await expect(unknown).rejects.toMatchObject({ name: 'NoSuchInvalidation' });
  });

  test('needs the right to make it on the distribution’s own ARN, in process, too', async () => {
    const Resource = `arn:aws:cloudfront::${ACCOUNT_ID}:distribution/${DistributionId}`;
    const input = {
      DistributionId,
      InvalidationBatch: { CallerReference: 'a', Paths: { Quantity: 1, Items: ['/*'] } },
    };
    const call = (resource: string) => {
      const statement = { Effect: 'Allow' as const, Action: 'cloudfront:CreateInvalidation', Resource: resource };
      const principal = { arn: 'role', accountId: ACCOUNT_ID, policies: [statement] };
      return site.harness.cloud.call('cloudfront', 'CreateInvalidation', input, principal);
    };
    expect(await call(Resource)).toMatchObject({ Invalidation: { Status: 'InProgress' } });
    await expect(call(`${Resource}X`)).rejects.toMatchObject({
      code: 'AccessDenied',
      statusCode: 403,
      message: expect.stringContaining(`cloudfront:CreateInvalidation on resource: ${Resource}`),
    });
  });
});

test('a distribution is shown as its template declares it', async () => {
  const { Distribution, ETag } = await client.send(new GetDistributionCommand({ Id: DistributionId }));
  expect(Distribution).toMatchObject({
    ...{ Id: DistributionId, ARN: `arn:aws:cloudfront::${ACCOUNT_ID}:distribution/${DistributionId}` },
    ...{ Status: 'Deployed', DomainName: `${DistributionId.toLowerCase()}.cloudfront.net` },
    DistributionConfig: {
      ...{ Comment: 'the site', Enabled: true, DefaultRootObject: 'index.html' },
      Aliases: { Quantity: 1, Items: ['www.example.com'] },
      Origins: { Quantity: 1, Items: [{ Id: 'pages', DomainName: 'pages.s3.us-east-1.amazonaws.com' }] },
      CacheBehaviors: { Quantity: 0 },
      DefaultCacheBehavior: {
        TargetOriginId: 'pages',
        AllowedMethods: { Quantity: 2, Items: ['HEAD', 'GET'] },
        FunctionAssociations: { Quantity: 1, Items: [{ EventType: 'viewer-request' }] },
      },
    },
  });
  expect(ETag).toMatch(/^E/);
  const { DistributionList } = await client.send(new ListDistributionsCommand({}));
  expect(DistributionList).toMatchObject({
    Quantity: 1,
    Items: [{ Id: DistributionId, Enabled: true, Aliases: { Items: ['www.example.com'] } }],
  });
});

test('a key value store is described by its name', async () => {
  const { KeyValueStore, ETag } = await client.send(new DescribeKeyValueStoreCommand({ Name: 'routes' }));
  expect(KeyValueStore).toMatchObject({ Name: 'routes', Comment: 'pages', ARN: storeArn, Status: 'READY' });
  expect(ETag).toMatch(/^E/);
  const { KeyValueStoreList } = await client.send(new ListKeyValueStoresCommand({}));
  expect(KeyValueStoreList).toMatchObject({ Quantity: 1, Items: [{ Name: 'routes' }] });
  expect(
    (await client.send(new ListKeyValueStoresCommand({ Status: 'PROVISIONING' }))).KeyValueStoreList?.Quantity,
  ).toBe(0);
  const none = client.send(new DescribeKeyValueStoreCommand({ Name: 'none' }));
  await expect(none).rejects.toMatchObject({ name: 'EntityNotFound', $metadata: { httpStatusCode: 404 } });
});

describe('a function', () => {
  test('is described at its stages, with its code', async () => {
    const described = await client.send(new DescribeFunctionCommand({ Name: 'edge', Stage: 'LIVE' }));
    expect(described.FunctionSummary).toMatchObject({
      ...{ Name: 'edge', Status: 'DEPLOYED' },
      FunctionConfig: {
        Comment: 'finds pages',
        Runtime: 'cloudfront-js-2.0',
        KeyValueStoreAssociations: { Quantity: 1, Items: [{ KeyValueStoreARN: storeArn }] },
      },
      FunctionMetadata: { FunctionARN: `arn:aws:cloudfront::${ACCOUNT_ID}:function/edge`, Stage: 'LIVE' },
    });
    const got = await client.send(new GetFunctionCommand({ Name: 'edge' }));
    expect([Buffer.from(got.FunctionCode ?? []).toString(), got.ETag]).toEqual([CODE, described.ETag]);
    const { FunctionList } = await client.send(new ListFunctionsCommand({ Stage: 'LIVE' }));
    expect(FunctionList).toMatchObject({ Quantity: 1, Items: [{ Name: 'edge' }] });
    const none = client.send(new DescribeFunctionCommand({ Name: 'none' }));
    await expect(none).rejects.toMatchObject({ name: 'NoSuchFunctionExists' });
  });

  test('is tried with an event', async () => {
    const { ETag: IfMatch } = await client.send(new DescribeFunctionCommand({ Name: 'edge' }));
    const tried = async (uri: string) => {
      const request = { method: 'GET', uri, querystring: {}, headers: {}, cookies: {} };
      const event = { version: '1.0', context: { eventType: 'viewer-request' }, viewer: { ip: '1.2.3.4' }, request };
      const EventObject = Buffer.from(JSON.stringify(event));
      return (await client.send(new TestFunctionCommand({ Name: 'edge', IfMatch, EventObject }))).TestResult;
    };
    const fine = await tried('/a');
    expect(fine).toMatchObject({ FunctionExecutionLogs: ['asked for /a'], FunctionSummary: { Name: 'edge' } });
    expect(Number(fine?.ComputeUtilization)).toBeLessThan(100);
    expect(JSON.parse(fine?.FunctionOutput ?? '')).toMatchObject({ request: { uri: '/other' } });
    expect((await tried('/fail'))?.FunctionErrorMessage).toBe(
      'The CloudFront function associated with the CloudFront distribution is invalid or could not run. Error: no',
    );
    const stale = new TestFunctionCommand({
      Name: 'edge',
      IfMatch: 'EOLD',
      EventObject: Buffer.from('{"request":{}}'),
    });
    await expect(client.send(stale)).rejects.toMatchObject({ name: 'InvalidIfMatchVersion' });
  });
});

test('an operation that is not there is refused by name', async () => {
  await expect(client.send(new ListTagsForResourceCommand({ Resource: storeArn }))).rejects.toThrow(
    'no CloudFront operation for GET /2020-05-31/tagging',
  );
});
