import {
  CancelReplayCommand,
  CreateArchiveCommand,
  DeleteArchiveCommand,
  DescribeArchiveCommand,
  DescribeReplayCommand,
  EventBridgeClient,
  ListArchivesCommand,
  ListReplaysCommand,
  StartReplayCommand,
  UpdateArchiveCommand,
} from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Harness, openHarness } from '../../front-door/harness.ts';
import { type Bridge, openBridge, QUEUE } from '../testing.ts';

let bridge: Bridge;
let harness: Harness;
let client: EventBridgeClient;
const connect = async (): Promise<void> => {
  harness = await openHarness({ services: () => [bridge.service] });
  client = new EventBridgeClient(harness.client);
};
const disconnect = async (): Promise<void> => {
  client.destroy();
  await harness.close();
};
beforeEach(async () => {
  bridge = openBridge();
  bridge.resume();
  await connect();
});
afterEach(async () => {
  await disconnect();
  await bridge.close();
});

const BUS = 'arn:aws:events:us-east-1:000000000000:event-bus/default';
const ARCHIVE = 'arn:aws:events:us-east-1:000000000000:archive/all';
const MINUTE = 60_000;
const archive = (more: object = {}) =>
  client.send(new CreateArchiveCommand({ ArchiveName: 'all', EventSourceArn: BUS, ...more }));
const publish = (n: number, source = 'shop'): void =>
  bridge.publish({ source, detailType: 'Sold', detail: { n }, resources: [], time: bridge.clock.now() });
const replay = (more: object = {}) =>
  client.send(
    new StartReplayCommand({
      ReplayName: 'again',
      EventSourceArn: ARCHIVE,
      EventStartTime: new Date('2025-12-31T00:00:00Z'),
      EventEndTime: new Date('2026-12-31T00:00:00Z'),
      Destination: { Arn: BUS },
      ...more,
    }),
  );
const rule = (id: string) =>
  bridge.make('Rule', id, { EventPattern: { source: ['shop'] }, Targets: [{ Id: 'q', Arn: QUEUE }] });
const received = () => bridge.calls.map(({ input }) => JSON.parse(String(input.MessageBody)));
const countOf = async () => (await client.send(new DescribeArchiveCommand({ ArchiveName: 'all' }))).EventCount;

describe('an archive', () => {
  test('keeps what its pattern matches, and tells how much it has', async () => {
    const made = await archive({ EventPattern: '{"source":["shop"]}', RetentionDays: 10, Description: 'sales' });
    expect(made).toMatchObject({
      ArchiveArn: ARCHIVE,
      State: 'ENABLED',
      CreationTime: new Date('2026-01-01T00:00:00Z'),
    });
    publish(1);
    publish(2, 'bank');
    const { $metadata: _, ...told } = await client.send(new DescribeArchiveCommand({ ArchiveName: 'all' }));
    expect(told).toEqual({
      ArchiveArn: ARCHIVE,
      ArchiveName: 'all',
      EventSourceArn: BUS,
      Description: 'sales',
      EventPattern: '{"source":["shop"]}',
      State: 'ENABLED',
      RetentionDays: 10,
      SizeBytes: Buffer.byteLength(JSON.stringify(bridge.events[0])),
      EventCount: 1,
      CreationTime: new Date('2026-01-01T00:00:00Z'),
    });
    expect((await client.send(new ListArchivesCommand({ EventSourceArn: BUS }))).Archives).toHaveLength(1);
  });

  test('lets events go when their retention is over', async () => {
    await archive({ RetentionDays: 1 });
    publish(1);
    await bridge.clock.advance(23 * 60 * MINUTE);
    publish(2);
    expect(await countOf()).toBe(2);
    await bridge.clock.advance(2 * 60 * MINUTE);
    expect(await countOf()).toBe(1);
    await client.send(new UpdateArchiveCommand({ ArchiveName: 'all', RetentionDays: 0 }));
    await bridge.clock.advance(30 * 24 * 60 * MINUTE);
    expect(await countOf()).toBe(1);
  });

  test('goes with its events', async () => {
    await archive();
    publish(1);
    await client.send(new DeleteArchiveCommand({ ArchiveName: 'all' }));
    await expect(countOf()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await archive();
    expect(await countOf()).toBe(0);
  });

  test('may come from a template, and keeps its events over a restart', async () => {
    await bridge.make('Archive', 'All', { ArchiveName: 'all', SourceArn: BUS, EventPattern: { source: ['shop'] } });
    publish(1);
    publish(2, 'bank');
    await bridge.leave();
    await disconnect();
    bridge = openBridge({ folder: bridge.folder });
    await connect();
    await bridge.make('Archive', 'All', { ArchiveName: 'all', SourceArn: BUS, EventPattern: { source: ['shop'] } });
    bridge.resume();
    expect(await countOf()).toBe(1);
  });

  test('is refused on a bus that is not there, with a pattern that is none, or twice', async () => {
    await expect(archive({ EventSourceArn: `${BUS}x` })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(archive({ EventPattern: '{"a":1}' })).rejects.toMatchObject({ name: 'InvalidEventPatternException' });
    await archive();
    await expect(archive()).rejects.toMatchObject({ name: 'ResourceAlreadyExistsException' });
  });
});

describe('a replay', () => {
  test('sends events again as they were, with its name, and archives none of them', async () => {
    await archive();
    await rule('r');
    publish(1);
    await bridge.clock.advance(MINUTE);
    publish(2);
    await bridge.clock.advance(MINUTE);
    const before = received();
    expect(await replay()).toMatchObject({ State: 'STARTING' });
    await bridge.clock.advance(MINUTE);
    expect(received().slice(2)).toEqual(before.map((event) => ({ ...event, 'replay-name': 'again' })));
    expect(await countOf()).toBe(2);
    expect(await client.send(new DescribeReplayCommand({ ReplayName: 'again' }))).toMatchObject({
      State: 'COMPLETED',
      EventSourceArn: ARCHIVE,
      Destination: { Arn: BUS },
      EventLastReplayedTime: new Date('2026-01-01T00:01:00Z'),
    });
  });

  test('sends those of its time only, to those rules only that it names', async () => {
    await archive();
    for (const n of [1, 2, 3]) {
      publish(n);
      await bridge.clock.advance(MINUTE);
    }
    await rule('one');
    await rule('two');
    await replay({
      EventStartTime: new Date('2026-01-01T00:01:00Z'),
      EventEndTime: new Date('2026-01-01T00:01:30Z'),
      Destination: { Arn: BUS, FilterArns: ['arn:aws:events:us-east-1:000000000000:rule/two'] },
    });
    await bridge.clock.advance(MINUTE);
    expect(received().map(({ detail }) => detail.n)).toEqual([2]);
  });

  test('goes on where it was after a restart, and is cancelled where it is', async () => {
    await archive();
    for (let n = 0; n < 120; n++) publish(n);
    await rule('r');
    await replay();
    await bridge.leave();
    await disconnect();
    bridge = openBridge({ folder: bridge.folder });
    await connect();
    await rule('r');
    bridge.resume();
    await bridge.clock.advance(MINUTE);
    expect(received().map(({ detail }) => detail.n)).toEqual(Array.from({ length: 120 }, (_, n) => n));
    await expect(client.send(new CancelReplayCommand({ ReplayName: 'again' }))).rejects.toMatchObject({
      name: 'IllegalStatusException',
    });
    await replay({ ReplayName: 'other' });
    expect(await client.send(new CancelReplayCommand({ ReplayName: 'other' }))).toMatchObject({ State: 'CANCELLING' });
    await bridge.clock.advance(MINUTE);
    expect(received()).toHaveLength(120);
    const { Replays = [] } = await client.send(new ListReplaysCommand({ State: 'CANCELLED' }));
    expect(Replays.map(({ ReplayName }) => ReplayName)).toEqual(['other']);
  });

  test('is refused of an archive that is not there, to another bus, or of no time', async () => {
    await archive();
    await bridge.make('EventBus', 'Own', { Name: 'own' });
    const refused = { name: 'ValidationException' };
    await expect(replay({ EventSourceArn: `${ARCHIVE}x` })).rejects.toMatchObject(refused);
    await expect(replay({ Destination: { Arn: BUS.replace('default', 'own') } })).rejects.toMatchObject(refused);
    await expect(replay({ EventEndTime: new Date('2025-01-01T00:00:00Z') })).rejects.toMatchObject(refused);
    await expect(replay({ Destination: { Arn: BUS, FilterArns: [`${BUS}/x`] } })).rejects.toMatchObject(refused);
    await replay();
    await expect(replay()).rejects.toMatchObject({ name: 'ResourceAlreadyExistsException' });
  });
});
