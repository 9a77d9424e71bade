import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../infra/build/folders.ts';
import { shade } from './pictures.ts';
import { type System, startSystem } from './system.ts';

let system: System;
let client: CloudWatchLogsClient;
beforeAll(async () => {
  system = await startSystem();
  client = new CloudWatchLogsClient(system.connection.client);
});
afterAll(async () => {
  client?.destroy();
  await system?.stop();
});

/** The requests that a function's log reports the end of. */
const reports = async (logGroupName: string): Promise<unknown[]> => {
  const filterPattern = '{ $.type = "platform.report" }';
  const { events = [] } = await client.send(new FilterLogEventsCommand({ logGroupName, filterPattern }));
  return events;
};

test('the log of every function reports each of its calls', async () => {
  const { assetId, renditions = [] } = await system.upload('logged.jpg', 'image/jpeg', await shade(3, 60, 40));
  await system.assets();
  expect((await system.request('POST', `/assets/${assetId}/renditions/${renditions[0]?.name}/retry`)).status).toBe(409);
  expect((await system.request('DELETE', `/assets/${assetId}`)).status).toBe(202);
  const functions = system.runtime.stacks
    .flatMap(({ resources }) => resources)
    .filter(({ type }) => type === 'AWS::Lambda::Function')
    .map(({ logicalId }) => logicalId.replace(/Function[0-9A-F]{8}$/, ''));
  expect(functions.length).toBeGreaterThan(0);
  const lambda = new LambdaClient(system.connection.client);
  const left = functions.values();
  const look = async (): Promise<void> => {
    for (const name of left) {
      const group = system.physicalId(`${name}Log`, 'AWS::Logs::LogGroup');
      // Those that no image needs are called with nothing: an error is a call, too.
      if ((await reports(group)).length === 0) {
        const FunctionName = system.physicalId(`${name}Function`, 'AWS::Lambda::Function');
        await lambda.send(new InvokeCommand({ FunctionName, Qualifier: 'live', Payload: Buffer.from('{}') }));
      }
      expect((await reports(group)).length, name).toBeGreaterThan(0);
    }
  };
  await Promise.all([look(), look(), look()]);
  lambda.destroy();
});

test('an exception of a deployed function names the line of the TypeScript, in the answer and in the log', async () => {
  const lambda = new LambdaClient(system.connection.client);
  const FunctionName = system.physicalId('InspectImage', 'AWS::Lambda::Function');
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({ FunctionName, Qualifier: 'live', Payload: Buffer.from('{}') }),
  );
  lambda.destroy();
  expect(FunctionError).toBe('Unhandled');
  const { trace } = JSON.parse(Buffer.from(Payload ?? []).toString()) as { trace: string[] };
  const [, file = '', line] = /\((\/[^()]*\/services\/[^()]*\.ts):(\d+):\d+\)/.exec(trace.join('\n')) ?? [];
  expect(file.startsWith(ROOT)).toBe(true);
  expect(readFileSync(file, 'utf8').split('\n')[Number(line) - 1]).toMatch(/throw|new \w*Error/);
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--disable-warning=ExperimentalWarning', join(ROOT, 'cli', 'marquee.ts')],
    ...['logs', '--stage', 'test', '--service', 'inspect-image', '--aws-port', new URL(system.runtime.awsUrl).port],
  ]);
  expect(stdout).toContain(`${file}:${line}`);
});
