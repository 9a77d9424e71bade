import { afterEach, expect, test } from 'vitest';
import { type Bridge, openBridge, QUEUE } from './testing.ts';

let bridge: Bridge;
afterEach(() => bridge.close());

const MINUTE = 60_000;
const open = (options: Parameters<typeof openBridge>[0] = {}): Bridge => {
  bridge = openBridge(options);
  bridge.resume();
  return bridge;
};
const scheduled = (ScheduleExpression: string, more: object = {}) => ({
  ScheduleExpression,
  Targets: [{ Id: 'q', Arn: QUEUE }],
  ...more,
});
const times = (): string[] => bridge.calls.map(({ at }) => new Date(at).toISOString().slice(0, 16));

test('a scheduled rule sends EventBridge’s own event to its targets', async () => {
  open();
  await bridge.make('Rule', 'nightly', scheduled('cron(30 3 * * ? *)'));
  await bridge.make('Rule', 'other', { EventPattern: { source: ['aws.events'] }, Targets: [{ Id: 'q', Arn: QUEUE }] });
  await bridge.clock.advance(24 * 60 * MINUTE);
  expect(bridge.calls.map(({ input }) => JSON.parse(String(input.MessageBody)))).toEqual([
    {
      version: '0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: '000000000000',
      time: '2026-01-01T03:30:00Z',
      region: 'us-east-1',
      resources: ['arn:aws:events:us-east-1:000000000000:rule/nightly'],
      detail: {},
    },
  ]);
});

test('a rate counts from the rule’s making, and stops while the rule is off', async () => {
  open();
  await bridge.clock.advance(10 * MINUTE);
  await bridge.make('Rule', 'beat', scheduled('rate(1 hour)'));
  await bridge.clock.advance(130 * MINUTE);
  expect(times()).toEqual(['2026-01-01T01:10', '2026-01-01T02:10']);
  await bridge.cloud.call('events', 'DisableRule', { Name: 'beat' }, bridge.administrator);
  await bridge.clock.advance(300 * MINUTE);
  expect(times()).toHaveLength(2);
  await bridge.cloud.call('events', 'EnableRule', { Name: 'beat' }, bridge.administrator);
  await bridge.clock.advance(60 * MINUTE);
  expect(times()).toHaveLength(3);
});

test('a rule may have a pattern and a schedule', async () => {
  open();
  await bridge.make('Rule', 'both', scheduled('rate(1 day)', { EventPattern: { source: ['shop'] } }));
  bridge.publish({ source: 'shop', detailType: 'Sold', detail: {}, resources: [], time: bridge.clock.now() });
  await bridge.clock.advance(25 * 60 * MINUTE);
  expect(bridge.events.map(({ source }) => source)).toEqual(['shop', 'aws.events']);
});

test('the rhythm outlives the runtime; what was missed is not made up for', async () => {
  const first = open();
  const properties = scheduled('rate(1 hour)');
  await first.make('Rule', 'beat', properties);
  await first.clock.advance(90 * MINUTE);
  await first.leave();
  bridge = openBridge({ folder: first.folder });
  await bridge.clock.advance(10 * 60 * MINUTE + 20 * MINUTE);
  await bridge.make('Rule', 'beat', properties);
  bridge.resume();
  await bridge.clock.advance(60 * MINUTE);
  expect(times()).toEqual(['2026-01-01T11:00']);
});
