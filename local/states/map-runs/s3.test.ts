import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import * as sfn from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Principal } from '../../aws/principal.ts';
import { VirtualClock } from '../../clock.ts';
import { openDatabase } from '../../database.ts';
import { type Harness, openHarness } from '../../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../../identity.ts';
import { createStates, type States } from '../engine.ts';
import { distributed } from './testing.ts';

const roleArn = `arn:aws:iam::${ACCOUNT_ID}:role/workflow`;
const Bucket = 'tables';
const definition = JSON.stringify({
  QueryLanguage: 'JSONata',
  ...distributed(
    { Pass: { Type: 'Pass', Output: '{% $states.input.name %}' } },
    {
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        Arguments: { Bucket, Key: '{% $states.input.key %}' },
        ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
      },
      ResultWriter: {
        Resource: 'arn:aws:states:::s3:putObject',
        Arguments: { Bucket, Prefix: 'names' },
        WriterConfig: { OutputType: 'JSON', Transformation: 'COMPACT' },
      },
    },
  ),
});

let policies: Principal['policies'];
let clock: VirtualClock;
let states: States;
let harness: Harness;
let client: sfn.SFNClient;
let s3: S3Client;
let stateMachineArn: string | undefined;

beforeAll(async () => {
  // SDK clients sign with the machine's time, so the clock starts there.
  clock = new VirtualClock(Date.now());
  states = createStates({
    database: openDatabase(':memory:'),
    clock,
    cloud: () => harness.cloud,
    principalOf: (arn) => ({ arn, accountId: ACCOUNT_ID, policies }),
    accountId: ACCOUNT_ID,
    region: REGION,
  });
  harness = await openHarness({ clock, services: () => [states.service] });
  client = new sfn.SFNClient(harness.client);
  s3 = new S3Client(harness.client);
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'people.csv', Body: 'name,age\nAda,36\nGrace,85\n' }));
  ({ stateMachineArn } = await client.send(new sfn.CreateStateMachineCommand({ name: 'people', roleArn, definition })));
});
afterAll(async () => {
  client.destroy();
  s3.destroy();
  await states.close();
  await harness.close();
});

const run = async (key: string) => {
  const input = JSON.stringify({ key });
  const { executionArn } = await client.send(new sfn.StartExecutionCommand({ stateMachineArn, input }));
  for (let turn = 0; turn < 20; turn++) await clock.advance(0);
  return await client.send(new sfn.DescribeExecutionCommand({ executionArn }));
};

it('reads a table from a bucket and leaves its results there', async () => {
  policies = 'administrator';
  const { status, output, executionArn } = await run('people.csv');
  expect(status).toBe('SUCCEEDED');
  const { MapRunArn, ResultWriterDetails } = JSON.parse(output ?? '');
  const { mapRuns } = await client.send(new sfn.ListMapRunsCommand({ executionArn }));
  expect(mapRuns).toMatchObject([{ mapRunArn: MapRunArn, executionArn }]);
  expect(await client.send(new sfn.DescribeMapRunCommand({ mapRunArn: MapRunArn }))).toMatchObject({
    status: 'SUCCEEDED',
    startDate: new Date(clock.now()),
    itemCounts: { succeeded: 2, resultsWritten: 2 },
  });
  const text = async (Key: string) =>
    (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString() ?? '';
  const { ResultFiles } = JSON.parse(await text(ResultWriterDetails.Key));
  expect(JSON.parse(await text(ResultFiles.SUCCEEDED[0].Key))).toEqual(['Ada', 'Grace']);
});

it('writes and reads as the role of the machine', async () => {
  policies = [{ Effect: 'Allow', Action: 'states:StartExecution', Resource: stateMachineArn ?? '' }];
  const { Contents: before } = await s3.send(new ListObjectsV2Command({ Bucket }));
  const { status, error, cause } = await run('people.csv');
  expect([status, error]).toEqual(['FAILED', 'States.ResultWriterFailed']);
  expect(cause).toContain(`${roleArn} is not authorized to perform: s3:PutObject`);
  const { Contents: after } = await s3.send(new ListObjectsV2Command({ Bucket }));
  expect(after).toEqual(before);
});

it('starts children only where the role may start executions of the machine', async () => {
  policies = [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }];
  const { status, cause, executionArn } = await run('people.csv');
  expect(status).toBe('FAILED');
  expect(cause).toContain(`is not authorized to perform: states:StartExecution on resource: ${stateMachineArn}`);
  const { mapRuns } = await client.send(new sfn.ListMapRunsCommand({ executionArn }));
  expect(mapRuns).toEqual([]);
});

it('says which object is missing', async () => {
  policies = 'administrator';
  const { status, error, cause } = await run('nobody.csv');
  expect([status, error]).toEqual(['FAILED', 'States.ItemReaderFailed']);
  expect(cause).toMatch(
    /^The specified key does not exist\. \(Service: Amazon S3; Status Code: 404; Error Code: NoSuchKey;/,
  );
});
