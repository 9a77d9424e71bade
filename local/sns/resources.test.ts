import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ResourceType } from '../assembly/resource-type.ts';
import { VirtualClock } from '../clock.ts';
import { deployContext, type Harness, openHarness, resource } from '../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { createSns } from './create-sns.ts';

let harness: Harness;
let types: Map<string, ResourceType>;
beforeEach(async () => {
  harness = await openHarness({
    services(fauxqs) {
      const place = { accountId: ACCOUNT_ID, region: REGION };
      const sns = createSns({ fauxqs, clock: new VirtualClock(), ...place, cloud: () => harness.cloud });
      types = new Map(sns.resourceTypes.map((type) => [type.type, type]));
      return [sns.service];
    },
  });
});
afterEach(() => harness.close());

const queue = (name: string): string => `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:${name}`;

const make = async (type: string, id: string, properties: Record<string, unknown> = {}) => {
  const made = await types.get(type)?.create(resource(type, id, properties), deployContext);
  if (!made) throw new Error(`There is no type ${type}`);
  return made;
};

test('a topic is made with the subscriptions that stand in it, and made again as it is', async () => {
  const properties = { DisplayName: 'News', Subscription: [{ Protocol: 'sqs', Endpoint: queue('one') }] };
  const { ref } = await make('AWS::SNS::Topic', 'News', properties);
  expect(ref).toBe(`arn:aws:sns:${REGION}:${ACCOUNT_ID}:news`);
  await make('AWS::SNS::Topic', 'News', properties);
  const { subscriptions, topics } = harness.fauxqs.sns;
  expect(topics.get(ref)?.attributes).toEqual({ DisplayName: 'News' });
  expect([...subscriptions.values()].map(({ endpoint }) => endpoint)).toEqual([queue('one')]);
});

test('a FIFO topic has a name that says so', async () => {
  const { attributes } = await make('AWS::SNS::Topic', 'Line', { FifoTopic: true });
  expect(attributes.TopicName).toBe('line.fifo');
});

test('a subscription is made once and takes what the template says now', async () => {
  const { ref: TopicArn } = await make('AWS::SNS::Topic', 'News');
  const subscribe = (more: Record<string, unknown>) =>
    make('AWS::SNS::Subscription', 'Hears', { TopicArn, Protocol: 'sqs', Endpoint: queue('one'), ...more });
  const first = await subscribe({ RawMessageDelivery: true, FilterPolicy: { kind: ['a'] } });
  const second = await subscribe({ FilterPolicy: { kind: ['b'] } });
  expect(second.ref).toBe(first.ref);
  expect(harness.fauxqs.sns.subscriptions.get(first.ref)?.attributes).toEqual({ FilterPolicy: '{"kind":["b"]}' });
  await expect(subscribe({ FilterPolicyScope: 'Everything' })).rejects.toMatchObject({ code: 'InvalidParameter' });
});

test('what was made can be taken down, the topic with its subscriptions', async () => {
  const properties = { Subscription: [{ Protocol: 'sqs', Endpoint: queue('one') }] };
  const created = await make('AWS::SNS::Topic', 'News', properties);
  const type = types.get('AWS::SNS::Topic');
  const declared = resource('AWS::SNS::Topic', 'News', properties);
  expect(await type?.taken?.(declared, deployContext)).toBe('news');
  await type?.remove?.(declared, created, deployContext);
  expect(await type?.taken?.(declared, deployContext)).toBeUndefined();
  expect(harness.fauxqs.sns.subscriptions.size).toBe(0);
});
