import { DynamoDBClient, PutItemCommand, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetRoleCommand, IAMClient, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam';
import { GetObjectCommand, ListBucketsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../local/clock.ts';
import { createIdentities } from '../../local/iam/identities.ts';
import { ACCOUNT_ID } from '../../local/identity.ts';
import { shade } from './pictures.ts';
import { type System, startSystem } from './system.ts';

let system: System;
let Key: string;
beforeAll(async () => {
  system = await startSystem();
  const { assetId } = await system.upload('a.jpg', 'image/jpeg', await shade(1, 60, 40));
  [Key = ''] = await system.keys('uploads', `uploads/${assetId}`);
});
afterAll(() => system?.stop());

/** A client's settings with the credentials that the runtime gives a function. */
const as = (nanoservice: string) => {
  const arn = `arn:aws:iam::${ACCOUNT_ID}:role/${system.physicalId(nanoservice, 'AWS::IAM::Role')}`;
  const identities = createIdentities({ accountId: ACCOUNT_ID, clock: systemClock, folder: system.dataFolder });
  identities.putRole({ arn, name: 'role', id: 'AROA', trust: [], managedPolicyArns: [], inline: [] });
  const credentials = identities.sessionFor(arn, nanoservice);
  return { ...system.connection.client, credentials, forcePathStyle: true, maxAttempts: 1 };
};
const uploads = () => system.connection.outputs.UploadsBucketName;
const table = () => system.connection.outputs.AssetsTableName;

const denied = (action: string) => ({ message: expect.stringContaining(`is not authorized to perform: ${action}`) });

describe('a function may do what its role lists and nothing else', () => {
  test('the one that recognises uploads reads them; it writes nothing and reads nothing else', async () => {
    const s3 = new S3Client(as('RecogniseUpload'));
    const { ContentLength } = await s3.send(new GetObjectCommand({ Bucket: uploads(), Key }));
    expect(ContentLength).toBeGreaterThan(0);
    await expect(s3.send(new PutObjectCommand({ Bucket: uploads(), Key, Body: 'x' }))).rejects.toMatchObject(
      denied('s3:PutObject'),
    );
    await expect(s3.send(new GetObjectCommand({ Bucket: uploads(), Key: 'quarantine/a' }))).rejects.toMatchObject(
      denied('s3:GetObject'),
    );
    await expect(s3.send(new ListBucketsCommand({}))).rejects.toMatchObject(denied('s3:ListAllMyBuckets'));
    const dynamodb = new DynamoDBClient(as('RecogniseUpload'));
    await expect(dynamodb.send(new ScanCommand({ TableName: table() }))).rejects.toMatchObject(denied('dynamodb:Scan'));
  });

  test('the one that lists assets asks by keys, and writes nothing', async () => {
    const dynamodb = new DynamoDBClient(as('ListAssets'));
    const query = (IndexName: string | undefined, key: string) =>
      dynamodb.send(
        new QueryCommand({
          TableName: table(),
          IndexName,
          KeyConditionExpression: '#key = :value',
          ExpressionAttributeNames: { '#key': key },
          ExpressionAttributeValues: { ':value': { S: 'ASSETS' } },
        }),
      );
    expect((await query('byCreation', 'listPk')).Count).toBe(1);
    await expect(dynamodb.send(new ScanCommand({ TableName: table() }))).rejects.toMatchObject(denied('dynamodb:Scan'));
    const put = new PutItemCommand({ TableName: table(), Item: { pk: { S: 'a' }, sk: { S: 'b' } } });
    await expect(dynamodb.send(put)).rejects.toMatchObject(denied('dynamodb:PutItem'));
  });

  test('the one that announces uploads speaks for its own domain', async () => {
    const bus = new EventBridgeClient(as('AnnounceObjectChange'));
    const EventBusName = system.connection.outputs.EventBusName;
    const put = (Source: string) =>
      bus.send(new PutEventsCommand({ Entries: [{ EventBusName, Source, DetailType: 'Test', Detail: '{}' }] }));
    expect((await put('marquee.ingest')).FailedEntryCount).toBe(0);
    await expect(put('marquee.media')).rejects.toMatchObject(denied('events:PutEvents'));
  });

  test('none of them sees the workflows', async () => {
    const states = new SFNClient(as('MakeRenditions'));
    await expect(states.send(new ListStateMachinesCommand({}))).rejects.toMatchObject(
      denied('states:ListStateMachines'),
    );
  });

  test('a refusal says who, what and which resource, in which construct, and the line to add', async () => {
    const s3 = new S3Client(as('RecogniseUpload'));
    const Bucket = uploads();
    const refused = await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' })).catch((error: Error) => error);
    const [said, hint] = String((refused as Error).message).split('\n');
    const role = system.physicalId('RecogniseUpload', 'AWS::IAM::Role');
    expect(said).toBe(
      `User: arn:aws:sts::${ACCOUNT_ID}:assumed-role/${role}/RecogniseUpload is not authorized to perform: s3:PutObject ` +
        `on resource: "arn:aws:s3:::${Bucket}/${Key}" because no identity-based policy allows the s3:PutObject action`,
    );
    const line = '\\(infra/ingest/ingest-stack\\.ts:\\d+\\)';
    expect(hint).toMatch(
      new RegExp(`^Hint: the role is Marquee-test-Ingest/RecogniseUpload/Role ${line}; add there: role\\.`),
    );
    expect(hint).toContain(
      `new PolicyStatement({ actions: ['s3:PutObject'], resources: ['arn:aws:s3:::${Bucket}/${Key}'] }))`,
    );
    expect(hint).toMatch(/The resource belongs to Marquee-test-Ingest\/Uploads \(infra\/ingest\/uploads\.ts:\d+\)\.$/);
  });

  test('an operator may read who may do what, and ask before trying', async () => {
    const iam = new IAMClient(system.connection.client);
    const RoleName = system.physicalId('RecogniseUpload', 'AWS::IAM::Role');
    const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
    const ask = async (action: string) => {
      const ResourceArns = [`arn:aws:s3:::${uploads()}/${Key}`];
      const input = { PolicySourceArn: Role?.Arn, ActionNames: [action], ResourceArns };
      return (await iam.send(new SimulatePrincipalPolicyCommand(input))).EvaluationResults?.[0]?.EvalDecision;
    };
    expect([await ask('s3:GetObject'), await ask('s3:DeleteObject')]).toEqual(['allowed', 'implicitDeny']);
  });
});
