import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Service } from '../../aws/service.ts';
import { VirtualClock } from '../../clock.ts';
import { openDatabase } from '../../database.ts';
import { openDynamoDB } from '../../dynamodb/open-dynamodb.ts';
import { deployContext, openHarness, resource } from '../../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../../identity.ts';
import { createSns } from '../../sns/create-sns.ts';
import { createSqs } from '../../sqs/create-sqs.ts';
import { createLambda } from '../lambda.ts';
import type { LogEntry } from '../report.ts';

export const ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/reader`;

/** What a role needs to read queues and streams and to send to destinations. */
export const RIGHTS = [
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  'sqs:ReceiveMessage',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:SendMessage',
  's3:PutObject',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:DescribeStream',
  'dynamodb:ListStreams',
];

/**
 * Real queues and tables, a real DynamoDB server and functions in processes of their own, behind a front door and on a
 * virtual clock. `folder` is that of an earlier one, to go on as after a restart; `endpoint` that of a DynamoDB
 * server of the user's own.
 */
export const openSources = async (folder = mkdtempSync(join(tmpdir(), 'sources-')), endpoint?: string) => {
  const clock = new VirtualClock(Date.now());
  const place = { clock, accountId: ACCOUNT_ID, region: REGION };
  const dynamodb = await openDynamoDB({ folder: join(folder, 'dynamodb'), ...place, endpoint });
  const database = openDatabase(join(folder, 'runtime.sqlite'));
  const logs: LogEntry[] = [];
  let lambda: ReturnType<typeof createLambda> | undefined;
  const harness = await openHarness({
    folder,
    clock,
    services(fauxqs, port): Service[] {
      const sqs = createSqs({ fauxqs, port, ...place });
      const sns = createSns({ fauxqs, ...place, cloud: () => harness.cloud });
      lambda = createLambda({
        ...place,
        database,
        endpoint: () => harness.door.url,
        credentials: (role, session) => harness.identities.sessionFor(role, session),
        principalOf: (role, session) => harness.identities.principalOf(role, session),
        cloud: () => harness.cloud,
        log: (entry) => logs.push(entry),
        assetFolder: () => undefined,
        codeFolder: join(folder, 'inline'),
        onWrite: dynamodb.onWrite,
        lookEvery: 60_000,
      });
      return [...dynamodb.services, sqs.service, sns.service, lambda.service];
    },
  });
  if (!lambda) throw new Error('the harness opened no services');
  const { functions, mappings, resourceTypes, resume, close } = lambda;
  const grant = (actions: readonly string[]): void =>
    harness.identities.putRole({
      ...{ arn: ROLE, name: 'reader', id: 'AROAREADER', trust: [], managedPolicyArns: [] },
      inline: [{ Effect: 'Allow', Action: [...actions], Resource: '*' }],
    });
  grant(RIGHTS);
  const administrator = harness.identities.administrator;

  return {
    ...{ clock, folder, harness, logs, functions, mappings, resume, grant },
    dynamodb: new DynamoDBClient(harness.client),
    sqs: new SQSClient(harness.client),
    lambda: new LambdaClient(harness.client),
    call: (service: string, operation: string, input: object) =>
      harness.cloud.call(service, operation, input, administrator),
    deploy: (type: string, id: string, properties: Record<string, unknown>) => {
      const found = resourceTypes.find((each) => each.type === type);
      if (!found) throw new Error(`no resource type ${type}`);
      return found.create(resource(type, id, properties), deployContext);
    },
    /** Puts a function whose `index.mjs` has this text. */
    put(name: string, code: string, settings: object = {}): string {
      const codeFolder = mkdtempSync(join(folder, 'code-'));
      writeFileSync(join(codeFolder, 'index.mjs'), code);
      const arn = `arn:aws:lambda:${REGION}:${ACCOUNT_ID}:function:${name}`;
      functions.put({
        ...{ name, arn, codeFolder, codeHash: codeFolder, handler: 'index.handler', runtime: 'nodejs24.x' },
        ...{ memoryMiB: 256, timeoutSeconds: 20, environment: {}, roleArn: ROLE, architecture: 'arm64' },
        ...{ logGroup: `/aws/lambda/${name}`, jsonLogs: false, description: '' },
        ...settings,
      });
      return arn;
    },
    /** Ends it but keeps what is on disk, as for a restart. */
    async leave(): Promise<void> {
      await close();
      await harness.close();
      await dynamodb.close();
      database.close();
    },
    async close(): Promise<void> {
      await this.leave();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type Sources = Awaited<ReturnType<typeof openSources>>;
