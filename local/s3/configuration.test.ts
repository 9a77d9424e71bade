import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteBucketCorsCommand,
  DeleteBucketPolicyCommand,
  GetBucketCorsCommand,
  GetBucketEncryptionCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketPolicyStatusCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  ListObjectVersionsCommand,
  PutBucketCorsCommand,
  PutBucketEncryptionCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, openHarness } from '../front-door/harness.ts';

const Bucket = 'configured';
let harness: Harness;
let client: S3Client;
beforeEach(async () => {
  harness = await openHarness();
  client = new S3Client(harness.client);
  await client.send(new CreateBucketCommand({ Bucket }));
});
afterEach(async () => {
  client.destroy();
  await harness.close();
});

test('a bucket’s policy is kept, told, and denies even its owner', async () => {
  const get = () => client.send(new GetBucketPolicyCommand({ Bucket }));
  await expect(get()).rejects.toMatchObject({ name: 'NoSuchBucketPolicy' });
  const Statement = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Resource: `arn:aws:s3:::${Bucket}/locked/*`,
  };
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [Statement] });
  await client.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  expect((await get()).Policy).toBe(Policy);
  const { PolicyStatus } = await client.send(new GetBucketPolicyStatusCommand({ Bucket }));
  expect(PolicyStatus?.IsPublic).toBe(false);
  const put = (Key: string) => client.send(new PutObjectCommand({ Bucket, Key, Body: '' }));
  await put('open');
  await expect(put('locked/a')).rejects.toMatchObject({
    name: 'AccessDenied',
    message: expect.stringMatching(/with an explicit deny in a resource-based policy$/),
  });
  await client.send(new DeleteBucketPolicyCommand({ Bucket }));
  await put('locked/a');
  for (const broken of ['no json', '{}', '{"Statement":[{"Effect":"Allow"}]}'])
    await expect(client.send(new PutBucketPolicyCommand({ Bucket, Policy: broken }))).rejects.toMatchObject({
      name: 'MalformedPolicy',
    });
});

test('CORS rules are kept, told and followed', async () => {
  const rule = { AllowedMethods: ['GET'], AllowedOrigins: ['https://studio.example'], ExposeHeaders: ['ETag'] };
  const CORSConfiguration = { CORSRules: [{ ...rule, AllowedHeaders: ['*'], MaxAgeSeconds: 60, ID: 'studio' }] };
  await client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration }));
  expect((await client.send(new GetBucketCorsCommand({ Bucket }))).CORSRules).toEqual(CORSConfiguration.CORSRules);
  const preflight = () =>
    fetch(`${harness.door.url}/${Bucket}/key`, {
      method: 'OPTIONS',
      headers: { origin: 'https://studio.example', 'access-control-request-method': 'GET' },
    });
  expect([(await preflight()).status, (await preflight()).headers.get('access-control-max-age')]).toEqual([200, '60']);
  await client.send(new DeleteBucketCorsCommand({ Bucket }));
  expect((await preflight()).status).toBe(403);
  await expect(client.send(new GetBucketCorsCommand({ Bucket }))).rejects.toMatchObject({
    name: 'NoSuchCORSConfiguration',
  });
  const wrong = { CORSRules: [{ ...rule, AllowedMethods: ['PATCH'] }] };
  await expect(client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: wrong }))).rejects.toMatchObject({
    name: 'InvalidRequest',
  });
});

test('events are switched on and off; a change of tags is one', async () => {
  const set = (NotificationConfiguration: object) =>
    client.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
  await set({ EventBridgeConfiguration: {} });
  const told = await client.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
  expect(told.EventBridgeConfiguration).toEqual({});
  await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'abc' }));
  const Tagging = { TagSet: [{ Key: 'k', Value: 'v' }] };
  await client.send(new PutObjectTaggingCommand({ Bucket, Key: 'a', Tagging }));
  await set({});
  await client.send(new PutObjectCommand({ Bucket, Key: 'b', Body: '' }));
  expect(harness.events.map(({ detailType }) => detailType)).toEqual(['Object Created', 'Object Tags Added']);
  expect(harness.events[1]?.detail).toMatchObject({ bucket: { name: Bucket }, object: { key: 'a' } });
  const queue = { QueueConfigurations: [{ QueueArn: 'arn:aws:sqs:us-east-1:1:q', Events: ['s3:ObjectCreated:*'] }] };
  await expect(set(queue)).rejects.toMatchObject({ name: 'NotImplemented' });
});

test('what is the same of every bucket is told, and what would change it is refused by name', async () => {
  expect((await client.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBeUndefined();
  const { ServerSideEncryptionConfiguration } = await client.send(new GetBucketEncryptionCommand({ Bucket }));
  expect(ServerSideEncryptionConfiguration?.Rules).toMatchObject([
    { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
  ]);
  const { PublicAccessBlockConfiguration } = await client.send(new GetPublicAccessBlockCommand({ Bucket }));
  expect(PublicAccessBlockConfiguration).toMatchObject({ BlockPublicPolicy: true, RestrictPublicBuckets: true });
  const { OwnershipControls } = await client.send(new GetBucketOwnershipControlsCommand({ Bucket }));
  expect(OwnershipControls?.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
  const refused = { name: 'NotImplemented' };
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  const version = client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  await expect(version).rejects.toMatchObject(refused);
  await expect(client.send(new ListObjectVersionsCommand({ Bucket }))).rejects.toMatchObject(refused);
  const ServerSide = { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' as const } }] };
  const encrypt = new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: ServerSide });
  await expect(client.send(encrypt)).rejects.toMatchObject(refused);
});

test('a bucket of the same name starts without what the last one had', async () => {
  const Statement = { Effect: 'Deny', Principal: '*', Action: 's3:ListBucket', Resource: `arn:aws:s3:::${Bucket}` };
  await client.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify({ Statement }) }));
  await client.send(new DeleteBucketCommand({ Bucket }));
  await client.send(new CreateBucketCommand({ Bucket }));
  await expect(client.send(new GetBucketPolicyCommand({ Bucket }))).rejects.toMatchObject({
    name: 'NoSuchBucketPolicy',
  });
});
