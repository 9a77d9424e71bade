import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { HeadBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Assembly, Template } from './assembly/read-assembly.ts';
import { ADMINISTRATOR, REGION } from './identity.ts';
import { type Runtime, startRuntime } from './runtime.ts';

let folder: string;
let runtime: Runtime;
let dynamodb: DynamoDBClient;
let lambda: LambdaClient;
let s3: S3Client;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reload-'));
  runtime = await startRuntime({ dataFolder: folder, awsPort: 0, sitePort: 0 });
  const settings = { endpoint: runtime.awsUrl, region: REGION, credentials: ADMINISTRATOR };
  dynamodb = new DynamoDBClient(settings);
  lambda = new LambdaClient(settings);
  s3 = new S3Client({ ...settings, forcePathStyle: true });
});
afterAll(async () => {
  for (const client of [dynamodb, lambda, s3]) client?.destroy();
  await runtime?.close();
  rmSync(folder, { recursive: true, force: true });
});

type Resources = Template['Resources'];

const assembly = (name: string, Resources: Resources): Assembly => ({
  folder,
  assets: new Map(),
  stacks: [{ name, templateFile: `${name}.json`, origins: new Map(), template: { Resources } }],
});
const code = (body: string): Resources => ({
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
      },
    },
  },
  Answer: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      FunctionName: 'answer',
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Timeout: 60,
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      Code: { ZipFile: `exports.handler = async (event) => { ${body} }` },
    },
  },
});
const table = (TableName: string, more: object = {}): Resources[string] => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    TableName,
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  },
  ...more,
});
const ask = async (event: object = {}): Promise<unknown> => {
  const { Payload } = await lambda.send(
    new InvokeCommand({ FunctionName: 'answer', Payload: Buffer.from(JSON.stringify(event)) }),
  );
  return JSON.parse(Buffer.from(Payload ?? []).toString());
};
const tables = async (): Promise<string[]> => (await dynamodb.send(new ListTablesCommand({}))).TableNames ?? [];

test('changed code answers the next request, and a request under way ends on the old', async () => {
  const held = Promise.withResolvers<ServerResponse>();
  const server = createServer((_, response) => held.resolve(response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await runtime.reload(assembly('code', code('if (event.url) await fetch(event.url); return "old";')));
  const underWay = ask({ url });
  const response = await held.promise;
  const { changes } = await runtime.reload(assembly('code', code('return "new";')));
  expect(changes).toEqual([{ path: 'Answer', type: 'AWS::Lambda::Function', became: 'updated' }]);
  expect(await ask()).toBe('new');
  response.end();
  expect(await underWay).toBe('old');
  server.close();
});

test('an assembly as it runs already changes nothing', async () => {
  const same = assembly('same', { Things: table('things') });
  await runtime.reload(same);
  expect((await runtime.reload(structuredClone(same))).changes).toEqual([]);
});

test('what left the template goes, unless its policy retains it, and what stayed keeps its data', async () => {
  await runtime.reload(
    assembly('data', {
      Kept: table('kept'),
      Gone: table('gone'),
      Retained: table('retained', { DeletionPolicy: 'Retain' }),
    }),
  );
  await dynamodb.send(new PutItemCommand({ TableName: 'kept', Item: { id: { S: '1' } } }));
  const { changes } = await runtime.reload(assembly('data', { Kept: table('kept'), Fresh: table('fresh') }));
  expect(changes.map(({ path, became }) => `${path} ${became}`)).toEqual([
    'Fresh created',
    'Retained retained',
    'Gone removed',
  ]);
  expect(await tables()).toEqual(['fresh', 'kept', 'retained']);
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: 'kept', Key: { id: { S: '1' } } }));
  expect(Item).toEqual({ id: { S: '1' } });
});

test('a bucket that is not empty outlives its template, and the reload says why', async () => {
  const Files = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'full-of-files' } };
  await runtime.reload(assembly('files', { Files }));
  await s3.send(new PutObjectCommand({ Bucket: 'full-of-files', Key: 'a', Body: 'a' }));
  const { leftovers } = await runtime.reload(assembly('files', { Other: table('other') }));
  expect(leftovers).toEqual([
    expect.stringMatching(/^Files \(AWS::S3::Bucket\) left the template and stays: .*not empty/),
  ]);
  await s3.send(new HeadBucketCommand({ Bucket: 'full-of-files' }));
});

test('a template that cannot be carried out is undone, and names stack and resource', async () => {
  await runtime.reload(assembly('broken', { ...code('return "good";'), Before: table('before') }));
  const broken = assembly('broken', {
    ...code('return "bad";'),
    After: table('after'),
    Flow: {
      Type: 'AWS::StepFunctions::StateMachine',
      DependsOn: ['Answer', 'After'],
      Properties: { DefinitionString: '{"StartAt":"Nowhere"}', RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } },
    },
  });
  await expect(runtime.reload(broken)).rejects.toThrow(/^broken\/Flow \(AWS::StepFunctions::StateMachine\): /);
  expect(await ask()).toBe('good');
  expect(await tables()).toContain('before');
  expect(await tables()).not.toContain('after');
});

test('a name cannot move from one resource to another in one go, as on AWS', async () => {
  await runtime.reload(assembly('moved', { One: table('named') }));
  await expect(runtime.reload(assembly('moved', { Two: table('named') }))).rejects.toThrow('named already exists');
  expect(await tables()).toContain('named');
});

test('a distribution that left the template answers no more', async () => {
  const site = (): Promise<Response> => fetch(runtime.siteUrl);
  const Site = {
    Type: 'AWS::CloudFront::Distribution',
    Properties: {
      DistributionConfig: {
        Origins: [{ Id: 'none', DomainName: 'elsewhere.example.com', CustomOriginConfig: {} }],
        DefaultCacheBehavior: { TargetOriginId: 'none' },
      },
    },
  };
  await runtime.reload(assembly('site', { Site }));
  expect((await site()).status).toBe(502);
  await runtime.reload(assembly('site', { Other: table('beside') }));
  const gone = await site();
  expect([gone.status, await gone.text()]).toEqual([404, expect.stringContaining('no CloudFront distribution')]);
});
