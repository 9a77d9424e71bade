import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('one identifier finds the log lines, the events and the record of an upload, and no other upload’s', async () => {
  const { assetId, correlationId } = await system.upload('one.jpg', 'image/jpeg', await shade(1, 60, 40));
  const other = await system.upload('other.jpg', 'image/jpeg', await shade(2, 60, 40));
  expect(other.correlationId).not.toBe(correlationId);
  await system.ended('processasset', assetId);

  const linesOf = async (nanoservice: string): Promise<Record<string, unknown>[]> => {
    const { events = [] } = await client.send(
      new FilterLogEventsCommand({
        logGroupName: system.physicalId(`${nanoservice}Log`, 'AWS::Logs::LogGroup'),
        filterPattern: `{ $.correlationId = "${correlationId}" }`,
      }),
    );
    return events.map(({ message = '{}' }) => JSON.parse(message));
  };
  for (const nanoservice of ['RecogniseUpload', 'InspectImage', 'MakeRenditions', 'PublishManifest']) {
    const lines = await linesOf(nanoservice);
    expect(lines.length, nanoservice).toBeGreaterThan(0);
    expect(JSON.stringify(lines), nanoservice).not.toContain(other.assetId);
    for (const { function_request_id: requestId } of lines) expect(requestId, nanoservice).toEqual(expect.any(String));
  }
  const workflow = system.physicalId('ProcessAssetWorkflowLog', 'AWS::Logs::LogGroup');
  const { events = [] } = await client.send(
    new FilterLogEventsCommand({ logGroupName: workflow, filterPattern: `"${correlationId}"` }),
  );
  expect(events.length).toBeGreaterThan(0);

  const story = system.seen.filter(({ detail }) => JSON.stringify(detail).includes(correlationId));
  expect(new Set(story.map((event) => event['detail-type']))).toEqual(
    new Set(['AssetUploaded', 'AssetProcessed', 'Step Functions Execution Status Change']),
  );
});
