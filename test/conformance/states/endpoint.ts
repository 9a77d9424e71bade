import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { ADMINISTRATOR, REGION } from '../../../local/identity.ts';
import { startRuntime } from '../../../local/runtime.ts';

/** An AWS endpoint with a client for each service that recordings call. */
export type Endpoint = ReturnType<typeof connect> & { close(): Promise<void> };

const connect = (endpoint: string) => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION } = process.env;
  const region = AWS_REGION ?? REGION;
  const credentials =
    AWS_ACCESS_KEY_ID && AWS_SECRET_ACCESS_KEY
      ? { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY }
      : ADMINISTRATOR;
  const settings = { endpoint, region, credentials, maxAttempts: 1 };
  return {
    url: endpoint,
    region,
    // The prefix `sync-` of StartSyncExecution's host is no name that an endpoint of its own has.
    states: new SFNClient({ ...settings, disableHostPrefix: true }),
    stacks: new CloudFormationClient(settings),
    logs: new CloudWatchLogsClient(settings),
    s3: new S3Client({ ...settings, forcePathStyle: true }),
    sqs: new SQSClient({ ...settings, useQueueUrlAsEndpoint: false }),
  };
};

/** The endpoint at `url`, or a runtime of our own, without any template, until it is closed. */
export const openEndpoint = async (url: string | undefined): Promise<Endpoint> => {
  if (url !== undefined) return { ...connect(url), close: async () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  const runtime = await startRuntime({
    dataFolder: join(folder, 'data'),
    awsPort: 0,
    sitePort: 0,
    onFault: (fault) => console.error(fault),
  });
  return {
    ...connect(runtime.awsUrl),
    close: async () => {
      await runtime.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
