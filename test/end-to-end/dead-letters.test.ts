import { rmSync } from 'node:fs';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { AssetRemoved, assetRemovedExample } from '@marquee/events/schemas/asset-removed.ts';
import { AssetUploaded, assetUploadedExample } from '@marquee/events/schemas/asset-uploaded.ts';
import {
  RenditionRetryRequested,
  renditionRetryRequestedExample,
} from '@marquee/events/schemas/rendition-retry-requested.ts';
import { afterEach, expect, test } from 'vitest';
import type { Template } from '../../local/assembly/read-assembly.ts';
import { VirtualClock } from '../../local/clock.ts';
import { changedAssembly } from './assembly.ts';
import { shade } from './pictures.ts';
import { type System, startSystem } from './system.ts';

let system: System | undefined;
const folders: string[] = [];
afterEach(async () => {
  await system?.stop();
  system = undefined;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const changed = (stack: string, change: (template: Template) => void): string => {
  const folder = changedAssembly(`Marquee-test-${stack}`, change);
  folders.push(folder);
  return folder;
};

/** Takes the resources of a type whose logical ids start so out of a template, with what only waits for them. */
const without =
  (type: string, logicalIds: readonly string[]) =>
  ({ Resources }: Template): void => {
    for (const [id, { Type }] of Object.entries(Resources))
      if (Type === type && logicalIds.some((start) => id.startsWith(start))) delete Resources[id];
    for (const resource of Object.values(Resources)) {
      const kept = [resource.DependsOn ?? []].flat().filter((id) => id in Resources);
      resource.DependsOn = kept;
    }
  };

/** The first message of the dead-letter queue of a route, however long it takes to come. */
const firstDeadLetter = async (running: System, route: string): Promise<Message> => {
  const sqs = new SQSClient(running.connection.client);
  const QueueUrl = running.physicalId(`${route}DeadLetters`, 'AWS::SQS::Queue');
  const input = { QueueUrl, WaitTimeSeconds: 20, MessageAttributeNames: ['All'] };
  try {
    for (;;) {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(input));
      if (Messages[0]) return Messages[0];
    }
  } finally {
    sqs.destroy();
  }
};

test('an event that a workflow may not be started with waits in the dead-letter queue of its route', async () => {
  const contracts = [
    { ...AssetUploaded.pattern, example: assetUploadedExample },
    { ...RenditionRetryRequested.pattern, example: renditionRetryRequestedExample },
    { ...AssetRemoved.pattern, example: assetRemovedExample },
  ];
  const routes = contracts.map(({ detailType }) => detailType[0] ?? '');
  system = await startSystem({
    assembly: changed(
      'Media',
      without(
        'AWS::IAM::Policy',
        routes.map((id) => `${id}Role`),
      ),
    ),
  });
  const client = new EventBridgeClient(system.connection.client);
  const Entries = contracts.map(({ source, detailType, example }) => ({
    EventBusName: system?.connection.outputs.EventBusName,
    Source: source[0],
    DetailType: detailType[0],
    Detail: JSON.stringify(example),
  }));
  expect((await client.send(new PutEventsCommand({ Entries }))).FailedEntryCount).toBe(0);
  client.destroy();
  for (const route of routes) {
    const { Body = '', MessageAttributes } = await firstDeadLetter(system, route);
    expect(JSON.parse(Body)['detail-type']).toBe(route);
    expect(MessageAttributes?.ERROR_CODE?.StringValue, route).toBe('NO_PERMISSIONS');
  }
});

test('a change in the uploads that the function may not be told of waits in the dead-letter queue of its route', async () => {
  const permission = ({ Resources }: Template): void => {
    for (const [id, { Type, Properties }] of Object.entries(Resources))
      if (Type === 'AWS::Lambda::Permission' && Properties?.Principal === 'events.amazonaws.com') delete Resources[id];
  };
  system = await startSystem({ assembly: changed('Ingest', permission) });
  const bytes = await shade(4, 60, 40);
  const ticket = await system.ticketFor('unseen.jpg', 'image/jpeg', bytes.length);
  expect((await system.post(ticket, bytes)).ok).toBe(true);
  const { Body = '', MessageAttributes } = await firstDeadLetter(system, 'ObjectChanges');
  expect(JSON.parse(Body)).toMatchObject({ 'detail-type': 'Object Created' });
  expect(MessageAttributes?.ERROR_CODE?.StringValue).toBe('NO_PERMISSIONS');
});

test('a change in the uploads that the function fails at three times waits in the dead-letter queue of its route', async () => {
  // SDK clients sign with the machine's time, so the clock starts there; the retries are within the skew that AWS takes.
  const clock = new VirtualClock(Date.now());
  const broken = ({ Resources }: Template): void => {
    for (const [id, { Type, Properties }] of Object.entries(Resources))
      if (Type === 'AWS::Lambda::Function' && id.startsWith('AnnounceObjectChange'))
        Object.assign((Properties as { Environment: { Variables: object } }).Environment.Variables, {
          EVENT_BUS_NAME: '',
        });
  };
  system = await startSystem({ assembly: changed('Ingest', broken), clock });
  const bytes = await shade(5, 60, 40);
  const ticket = await system.ticketFor('unheard.jpg', 'image/jpeg', bytes.length);
  expect((await system.post(ticket, bytes)).ok).toBe(true);
  const found = firstDeadLetter(system, 'ObjectChanges');
  let over = false;
  void found.finally(() => {
    over = true;
  });
  while (!over) {
    await clock.advance(1000);
    // Functions and servers of one's own run by the machine's time, which must not stand still beside the clock's.
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const record = JSON.parse((await found).Body ?? '');
  expect(record).toMatchObject({
    requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
    requestPayload: { 'detail-type': 'Object Created' },
  });
});
