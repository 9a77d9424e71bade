import { afterEach, describe, expect, test } from 'vitest';
import { type Bridge, DEAD, LOG_GROUP, openBridge, QUEUE, ROLE, TOPIC } from './testing.ts';

let bridge: Bridge;
afterEach(() => bridge.close());

const BUS = 'arn:aws:events:us-east-1:000000000000:event-bus';
const rule = (...Targets: object[]) => ({ EventPattern: { source: [{ exists: true }] }, Targets });
const publish = (source = 'shop'): void =>
  bridge.publish({ source, detailType: 'Sold', detail: { n: 1 }, resources: [], time: bridge.clock.now() });

test('a topic, a queue that keeps its order and a log group get the event', async () => {
  bridge = openBridge();
  const fifo = { Id: 'f', Arn: `${QUEUE}.fifo`, SqsParameters: { MessageGroupId: 'g' } };
  await bridge.make('Rule', 'r', rule({ Id: 't', Arn: TOPIC }, fifo, { Id: 'l', Arn: LOG_GROUP }));
  publish();
  await bridge.clock.advance(0);
  const body = JSON.stringify(bridge.events[0]);
  const calls = Object.fromEntries(bridge.calls.map(({ operation, input }) => [operation, input]));
  expect(calls).toEqual({
    Publish: { TopicArn: TOPIC, Message: body },
    SendMessage: { QueueUrl: `${QUEUE}.fifo`, MessageBody: body, MessageGroupId: 'g' },
    CreateLogStream: { logGroupName: '/aws/events/all', logStreamName: expect.any(String) },
    PutLogEvents: {
      logGroupName: '/aws/events/all',
      logStreamName: expect.any(String),
      logEvents: [{ timestamp: bridge.clock.now(), message: body }],
    },
  });
});

describe('another bus', () => {
  const forward = (bus: string, more: object = {}) => rule({ Id: 'b', Arn: `${BUS}/${bus}`, RoleArn: ROLE, ...more });

  test('gets the event whole, with its id and a source of AWS', async () => {
    bridge = openBridge();
    await bridge.make('EventBus', 'Own', { Name: 'own' });
    await bridge.make('Rule', 'on', forward('own'));
    await bridge.make('Rule', 'end', { ...rule({ Id: 'q', Arn: QUEUE }), EventBusName: 'own' });
    publish('aws.s3');
    await bridge.clock.advance(0);
    expect(bridge.calls.map(({ input }) => JSON.parse(String(input.MessageBody)))).toEqual([bridge.events[0]]);
    expect(bridge.events[1]).toEqual(bridge.events[0]);
  });

  test('hands nothing on to a third, so buses that name each other do not go round', async () => {
    bridge = openBridge();
    await bridge.make('EventBus', 'Own', { Name: 'own' });
    await bridge.make('Rule', 'there', forward('own'));
    await bridge.make('Rule', 'back', { ...forward('default'), EventBusName: 'own' });
    publish();
    await bridge.clock.advance(3_600_000);
    expect(bridge.events).toHaveLength(2);
  });

  test('must be granted to the role', async () => {
    bridge = openBridge({ grants: [] });
    await bridge.make('EventBus', 'Own', { Name: 'own' });
    await bridge.make('Rule', 'on', forward('own', { DeadLetterConfig: { Arn: DEAD } }));
    publish();
    await bridge.clock.advance(3_600_000);
    expect(bridge.events).toHaveLength(1);
    expect(bridge.deadLetters[0]?.attributes).toMatchObject({ ERROR_CODE: 'NO_PERMISSIONS', RETRY_ATTEMPTS: '0' });
  });

  test('lets EventBridge in by its own policy where the target has no role', async () => {
    bridge = openBridge();
    await bridge.make('EventBus', 'Own', { Name: 'own' });
    await bridge.make('Rule', 'on', rule({ Id: 'b', Arn: `${BUS}/own`, DeadLetterConfig: { Arn: DEAD } }));
    publish();
    await bridge.clock.advance(0);
    expect([bridge.events.length, bridge.deadLetters.length]).toEqual([1, 1]);
    const Statement = {
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'events:PutEvents',
      Resource: `${BUS}/own`,
    };
    await bridge.make('EventBusPolicy', 'p', { EventBusName: 'own', StatementId: 's', Statement });
    publish();
    await bridge.clock.advance(0);
    expect([bridge.events.length, bridge.deadLetters.length]).toEqual([3, 1]);
    await bridge.leave();
    // A template without the policy.
    bridge = openBridge({ folder: bridge.folder });
    await bridge.make('EventBus', 'Own', { Name: 'own' });
    bridge.resume();
    const { Policy } = await bridge.cloud.call('events', 'DescribeEventBus', { Name: 'own' }, bridge.administrator);
    expect(Policy).toBeUndefined();
  });
});
