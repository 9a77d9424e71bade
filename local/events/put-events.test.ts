import {
  DescribeRuleCommand,
  EventBridgeClient,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
  type PutEventsRequestEntry,
  TestEventPatternCommand,
} from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Harness, openHarness } from '../front-door/harness.ts';
import { type Bridge, openBridge, QUEUE } from './testing.ts';

let bridge: Bridge;
let harness: Harness;
let client: EventBridgeClient;
beforeEach(async () => {
  bridge = openBridge();
  harness = await openHarness({ services: () => [bridge.service] });
  client = new EventBridgeClient(harness.client);
});
afterEach(async () => {
  client.destroy();
  await harness.close();
  await bridge.close();
});

const entry = (more: Partial<PutEventsRequestEntry> = {}): PutEventsRequestEntry => ({
  Source: 'shop',
  DetailType: 'Sold',
  Detail: '{"n":1}',
  ...more,
});
const put = (...Entries: PutEventsRequestEntry[]) => client.send(new PutEventsCommand({ Entries }));

test('an event that is put has the shape that EventBridge gives it', async () => {
  const { FailedEntryCount, Entries = [] } = await put(
    entry({ Resources: ['arn:r'], Time: new Date('2026-03-01T09:00:00.750Z') }),
    entry(),
  );
  expect(FailedEntryCount).toBe(0);
  expect(bridge.events[0]).toEqual({
    version: '0',
    id: Entries[0]?.EventId,
    'detail-type': 'Sold',
    source: 'shop',
    account: '000000000000',
    time: '2026-03-01T09:00:00Z',
    region: 'us-east-1',
    resources: ['arn:r'],
    detail: { n: 1 },
  });
  expect(bridge.events[1]).toMatchObject({ time: '2026-01-01T00:00:00Z', resources: [] });
});

test('rules of a bus see the events of that bus only', async () => {
  await bridge.make('EventBus', 'Own', { Name: 'own' });
  const Targets = [{ Id: 't', Arn: QUEUE, InputPath: '$.detail.n' }];
  await bridge.make('Rule', 'r', { EventBusName: 'own', EventPattern: { source: ['shop'] }, Targets });
  await put(entry({ Detail: '{"n":1}' }), entry({ Detail: '{"n":2}', EventBusName: 'own' }));
  await bridge.clock.advance(0);
  expect(bridge.calls.map(({ input }) => input.MessageBody)).toEqual(['2']);
});

describe('a single entry is refused and the others are taken', () => {
  test.each<[string, Partial<PutEventsRequestEntry>, string]>([
    ['without a source', { Source: undefined }, 'InvalidArgument'],
    ['without a detail type', { DetailType: undefined }, 'InvalidArgument'],
    ['without a detail', { Detail: undefined }, 'InvalidArgument'],
    ['with a detail that is no JSON', { Detail: '{' }, 'MalformedDetail'],
    ['with a detail that is no object', { Detail: '[1]' }, 'MalformedDetail'],
    ['that claims to come from AWS', { Source: 'aws.s3' }, 'NotAuthorizedForSourceException'],
  ])('%s', async (_, more, code) => {
    const { FailedEntryCount, Entries = [] } = await put(entry(), entry(more));
    expect(FailedEntryCount).toBe(1);
    expect(Entries[0]?.EventId).toEqual(expect.any(String));
    expect(Entries[1]).toEqual({ ErrorCode: code, ErrorMessage: expect.any(String) });
    expect(bridge.events).toHaveLength(1);
  });
});

describe('a whole request is refused', () => {
  test('with no entry or more than ten', async () => {
    await expect(put()).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(put(...Array.from({ length: 11 }, () => entry()))).rejects.toThrow(/length less than or equal to 10/);
  });

  test('over one mebibyte, all entries together', async () => {
    const Detail = JSON.stringify({ text: 'x'.repeat(2 ** 19) });
    await put(entry({ Detail }));
    await expect(put(entry({ Detail }), entry({ Detail }))).rejects.toMatchObject({ name: 'ValidationException' });
    expect(bridge.events).toHaveLength(1);
  });

  test('for a bus that is not there', async () => {
    await expect(put(entry({ EventBusName: 'none' }))).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  test('from a role that may put events of another source only', async () => {
    harness.identities.putRole({
      arn: 'arn:aws:iam::000000000000:role/shop',
      name: 'shop',
      id: 'AROASHOP',
      trust: [],
      managedPolicyArns: [],
      inline: [
        {
          Effect: 'Allow',
          Action: 'events:PutEvents',
          Resource: '*',
          Condition: { StringEquals: { 'events:source': 'shop' } },
        },
      ],
    });
    const credentials = harness.identities.sessionFor('arn:aws:iam::000000000000:role/shop', 'test');
    const shop = new EventBridgeClient({ ...harness.client, credentials });
    await shop.send(new PutEventsCommand({ Entries: [entry()] }));
    await expect(shop.send(new PutEventsCommand({ Entries: [entry({ Source: 'bank' })] }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    shop.destroy();
  });
});

test('what the template declared can be looked up', async () => {
  const Targets = [{ Id: 't', Arn: QUEUE, RetryPolicy: { MaximumRetryAttempts: 3 } }];
  await bridge.make('Rule', 'r', { EventPattern: { source: ['shop'] }, Targets, Description: 'sales' });
  const { Rules = [] } = await client.send(new ListRulesCommand({}));
  expect(Rules.map(({ Name, State }) => [Name, State])).toEqual([['r', 'ENABLED']]);
  const described = await client.send(new DescribeRuleCommand({ Name: 'r' }));
  expect(described).toMatchObject({ Description: 'sales', EventPattern: '{"source":["shop"]}' });
  const listed = await client.send(new ListTargetsByRuleCommand({ Rule: 'r' }));
  expect(listed.Targets).toEqual([{ Id: 't', Arn: QUEUE, RetryPolicy: { MaximumRetryAttempts: 3 } }]);
  await expect(client.send(new DescribeRuleCommand({ Name: 'none' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('a pattern can be tried on an event', async () => {
  const event = {
    ...{ id: '1', account: '000000000000', source: 'shop', time: '2026-01-01T00:00:00Z', region: 'us-east-1' },
    ...{ resources: [], 'detail-type': 'Sold' },
  };
  const ask = (EventPattern: string, Event = JSON.stringify(event)) =>
    client.send(new TestEventPatternCommand({ EventPattern, Event }));
  expect((await ask('{"source":["shop"]}')).Result).toBe(true);
  expect((await ask('{"source":["bank"]}')).Result).toBe(false);
  await expect(ask('{"source":"shop"}')).rejects.toMatchObject({ name: 'InvalidEventPatternException' });
  const { time: _, ...timeless } = event;
  await expect(ask('{"source":["shop"]}', JSON.stringify(timeless))).rejects.toThrow(/time is a mandatory field/);
  await expect(ask('{"source":["shop"]}', '{')).rejects.toMatchObject({ name: 'ValidationException' });
});
