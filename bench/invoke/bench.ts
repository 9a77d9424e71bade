import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { ACCOUNT_ID, ADMINISTRATOR, REGION } from '../../local/identity.ts';
import { type Runtime, startRuntime } from '../../local/runtime.ts';
import type { Bench } from '../figure.ts';
import { withDataFolder } from '../running.ts';
import { makeStack, roleFor } from '../stack.ts';
import { median } from '../statistics.ts';
import { openHost } from './host.ts';

const NAME = 'bench-echo';
const EVENT = JSON.stringify({ assetId: '0d9c7a4e-52a1-4e2b-8f5d-6b0d2a7c1e90', original: 'uploads/key-art.jpg' });

/** Round trips of one measurement, and measurements of each kind; they take turns. */
const TRIPS = 200;
const ROUNDS = 25;

/** A warm function through the runtime beside a bare message to a worker thread and back. */
export const invoke: Bench = {
  summary: 'a warm synchronous invocation beside a bare round trip to a worker thread, and by the AWS SDK',
  run: (note) =>
    withDataFolder(async (dataFolder) => {
      const runtime = await startRuntime({ dataFolder, awsPort: 0, sitePort: 0 });
      const worker = new Worker(new URL('./echo-worker.mjs', import.meta.url));
      const host = openHost(join(dataFolder, 'host'), NAME, 'export const handler = async (event) => event;');
      const client = new LambdaClient({ endpoint: runtime.awsUrl, region: REGION, credentials: ADMINISTRATOR });
      try {
        await makeStack(runtime.awsUrl, 'bench', RESOURCES);
        const kinds = {
          worker: () => echo(worker),
          host: () => host.invoke(EVENT),
          runtime: () => throughTheRuntime(runtime),
          sdk: () => throughTheSdk(client),
        };
        const times: Record<keyof typeof kinds, number[]> = { worker: [], host: [], runtime: [], sdk: [] };
        for (const kind of Object.values(kinds)) await microseconds(kind);
        for (let round = 1; round <= ROUNDS; round++) {
          for (const [name, kind] of Object.entries(kinds))
            times[name as keyof typeof kinds].push(await microseconds(kind));
          if (round % 5 === 0) note(`round ${round} of ${ROUNDS}`);
        }
        const ratios = times.host.map((host, round) => host / (times.worker[round] ?? Number.NaN));
        return [
          { figure: 'worker thread, round trip', value: median(times.worker), unit: 'µs' },
          { figure: 'invocation through the host', value: median(times.host), unit: 'µs' },
          {
            figure: 'invocation through the host / worker thread',
            value: median(ratios),
            unit: '×',
            goal: { atMost: 3 },
          },
          { figure: 'invocation in the runtime, judged, logged, counted', value: median(times.runtime), unit: 'µs' },
          { figure: 'invocation by the AWS SDK, over HTTP', value: median(times.sdk), unit: 'µs' },
        ];
      } finally {
        client.destroy();
        await host.close();
        await worker.terminate();
        await runtime.close();
      }
    }),
};

/** How long one round trip takes, as the mean of many in turn. */
const microseconds = async (trip: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  for (let count = 0; count < TRIPS; count++) await trip();
  return ((performance.now() - started) * 1000) / TRIPS;
};

const echo = (worker: Worker): Promise<void> =>
  new Promise((resolve) => {
    worker.once('message', () => resolve());
    worker.postMessage(EVENT);
  });

const administrator = {
  arn: `arn:aws:iam::${ACCOUNT_ID}:user/administrator`,
  accountId: ACCOUNT_ID,
  policies: 'administrator',
} as const;

const throughTheRuntime = async ({ cloud }: Runtime): Promise<void> => {
  const { FunctionError } = await cloud.call('lambda', 'Invoke', { FunctionName: NAME, Payload: EVENT }, administrator);
  if (FunctionError) throw new Error(`The function failed: ${FunctionError}`);
};

const throughTheSdk = (client: LambdaClient): Promise<unknown> =>
  client.send(new InvokeCommand({ FunctionName: NAME, Payload: Buffer.from(EVENT) }));

const RESOURCES = {
  Role: roleFor('lambda.amazonaws.com'),
  Echo: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      FunctionName: NAME,
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      MemorySize: 512,
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      Code: { ZipFile: 'exports.handler = async (event) => event;' },
    },
  },
};
