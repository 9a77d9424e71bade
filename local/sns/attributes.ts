import type { Sns } from './sns.ts';
import { invalidParameter } from './topic.ts';

/** Attributes that a topic may be given, and what stays of those that nothing reads here. */
const OF_TOPIC = [
  'ArchivePolicy',
  'ContentBasedDeduplication',
  'DeliveryPolicy',
  'DisplayName',
  'FifoThroughputScope',
  'FifoTopic',
  'KmsMasterKeyId',
  'Policy',
  'SignatureVersion',
  'TracingConfig',
];

const OF_SUBSCRIPTION = [
  'DeliveryPolicy',
  'FilterPolicy',
  'FilterPolicyScope',
  'RawMessageDelivery',
  'RedrivePolicy',
  'SubscriptionRoleArn',
];

/** Throws `InvalidParameter` for an attribute that topics do not have. */
export const checkTopicAttribute = (name: string): void => {
  if (!OF_TOPIC.includes(name)) throw invalidParameter('AttributeName');
};

/** Throws `InvalidParameter` for an attribute that subscriptions do not have, or a filter policy that is none. */
export const checkSubscriptionAttribute = ({ fauxqs }: Sns, name: string, value: string): void => {
  if (!OF_SUBSCRIPTION.includes(name)) throw invalidParameter('AttributeName');
  if (name === 'FilterPolicyScope' && value !== 'MessageAttributes' && value !== 'MessageBody')
    throw invalidParameter(
      `FilterPolicyScope: Invalid value [${value}]. Please use either MessageBody or MessageAttributes`,
    );
  if (name !== 'FilterPolicy' || value === '') return;
  try {
    fauxqs.sns.checkFilterPolicy(value);
  } catch (error) {
    if (error instanceof SyntaxError) throw invalidParameter('FilterPolicy: failed to parse JSON.');
    throw error;
  }
};
