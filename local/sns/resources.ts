import type { DeployContext, Resource, ResourceType } from '../assembly/resource-type.ts';
import { transaction } from '../database.ts';
import { checkPolicy } from '../iam/policy-text.ts';
import { addSubscription } from './actions/subscribe.ts';
import { checkSubscriptionAttribute } from './attributes.ts';
import type { Sns } from './sns.ts';
import { topicArn } from './topic.ts';

/** `AWS::SNS::Topic`, `AWS::SNS::Subscription` and `AWS::SNS::TopicPolicy`. */
export const snsResources = (sns: Sns): ResourceType[] => [topic(sns), subscription(sns), topicPolicy(sns)];

/** Properties that are attributes of the topic under the same name. */
const TOPIC_ATTRIBUTES = ['ContentBasedDeduplication', 'DisplayName', 'FifoTopic'];

/** Properties that are attributes of the subscription under the same name. */
const SUBSCRIPTION_ATTRIBUTES = ['FilterPolicy', 'FilterPolicyScope', 'RawMessageDelivery', 'RedrivePolicy'];

/** Longest topic name. */
const LONGEST_NAME = 256;

const topic = (sns: Sns): ResourceType => ({
  type: 'AWS::SNS::Topic',
  honoured: ['TopicName', 'Subscription.Endpoint', 'Subscription.Protocol', ...TOPIC_ATTRIBUTES],
  withoutEffect: {
    KmsMasterKeyId: 'the laptop encrypts its own disk',
    SignatureVersion: 'messages are not signed here',
    TracingConfig: 'no trace daemon runs here',
    FifoThroughputScope: 'throughput is not limited here',
  },
  create(resource, context) {
    const { sns: store } = sns.fauxqs;
    const arn = topicArn(sns, nameOf(resource, context));
    const attributes = attributesOf(resource, TOPIC_ATTRIBUTES);
    const existing = store.topics.get(arn);
    if (existing) store.saveTopic(Object.assign(existing, { attributes }));
    else store.createTopic(nameOf(resource, context), attributes, undefined, sns.region);
    const { Subscription = [] } = resource.properties as { Subscription?: { Endpoint: string; Protocol: string }[] };
    for (const each of Subscription) {
      const known = [...store.subscriptions.values()].some(
        ({ topicArn, protocol, endpoint }) =>
          topicArn === arn && protocol === each.Protocol && endpoint === each.Endpoint,
      );
      if (!known) addSubscription(sns, { TopicArn: arn, ...each });
    }
    return { ref: arn, attributes: { TopicArn: arn, TopicName: nameOf(resource, context) } };
  },
  taken(resource, context) {
    const name = nameOf(resource, context);
    return sns.fauxqs.sns.topics.has(topicArn(sns, name)) ? name : undefined;
  },
  remove: (_resource, { ref }) => void transaction(sns.fauxqs.database, () => sns.fauxqs.sns.deleteTopic(ref)),
});

const nameOf = (resource: Resource, context: DeployContext): string => {
  const { TopicName, FifoTopic } = resource.properties;
  const suffix = String(FifoTopic) === 'true' ? '.fifo' : '';
  return String(TopicName ?? context.physicalName(resource, LONGEST_NAME - suffix.length) + suffix);
};

const attributesOf = ({ properties }: Resource, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names
      .filter((name) => properties[name] !== undefined)
      .map((name) => {
        const value = properties[name];
        return [name, typeof value === 'object' ? JSON.stringify(value) : String(value)];
      }),
  );

const subscription = (sns: Sns): ResourceType => ({
  type: 'AWS::SNS::Subscription',
  honoured: ['TopicArn', 'Protocol', 'Endpoint', ...SUBSCRIPTION_ATTRIBUTES],
  withoutEffect: { Region: 'there is one region here' },
  create(resource) {
    const { TopicArn, Protocol, Endpoint } = resource.properties as Record<string, string>;
    const { sns: store } = sns.fauxqs;
    const Attributes = attributesOf(resource, SUBSCRIPTION_ATTRIBUTES);
    for (const [name, value] of Object.entries(Attributes)) checkSubscriptionAttribute(sns, name, value);
    const existing = [...store.subscriptions.values()].find(
      (each) => each.topicArn === TopicArn && each.protocol === Protocol && each.endpoint === Endpoint,
    );
    if (existing) store.saveSubscription(Object.assign(existing, { attributes: Attributes }));
    const { arn } = existing ?? addSubscription(sns, { TopicArn, Protocol, Endpoint, Attributes });
    return { ref: arn, attributes: { Arn: arn } };
  },
  remove: (_resource, { ref }) => void transaction(sns.fauxqs.database, () => sns.fauxqs.sns.unsubscribe(ref)),
});

const topicPolicy = (sns: Sns): ResourceType => {
  const set = ({ properties }: Resource, policy: string): void => {
    for (const arn of (properties.Topics ?? []) as string[]) {
      const topic = sns.fauxqs.sns.topics.get(arn);
      if (!topic) continue;
      topic.attributes.Policy = policy;
      sns.fauxqs.sns.saveTopic(topic);
    }
  };
  return {
    type: 'AWS::SNS::TopicPolicy',
    honoured: ['Topics', 'PolicyDocument'],
    create(resource) {
      const { stackName, logicalId, properties } = resource;
      const policy = JSON.stringify(properties.PolicyDocument);
      checkPolicy(policy, 'InvalidParameter');
      set(resource, policy);
      return { ref: `${stackName}-${logicalId}`, attributes: { Id: `${stackName}-${logicalId}` } };
    },
    remove: (resource) => set(resource, ''),
  };
};
