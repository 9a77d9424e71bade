import type { DeployContext, Resource, ResourceType } from '../assembly/resource-type.ts';
import { checkPolicy } from '../iam/policy-text.ts';
import { queueArn, queueName, queueUrl, type Sqs } from './create-sqs.ts';

/** `AWS::SQS::Queue` and `AWS::SQS::QueuePolicy`. */
export const sqsResources = (sqs: Sqs): ResourceType[] => [queue(sqs), queuePolicy(sqs)];

/** Properties that are attributes of the queue under the same name. */
const ATTRIBUTES = [
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'DelaySeconds',
  'FifoQueue',
  'FifoThroughputLimit',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'RedrivePolicy',
  'VisibilityTimeout',
] as const;

/** Longest queue name. */
const LONGEST_NAME = 80;

const queue = (sqs: Sqs): ResourceType => ({
  type: 'AWS::SQS::Queue',
  honoured: ['QueueName', ...ATTRIBUTES],
  withoutEffect: {
    SqsManagedSseEnabled: 'the laptop encrypts its own disk',
    KmsMasterKeyId: 'the laptop encrypts its own disk',
    KmsDataKeyReusePeriodSeconds: 'the laptop encrypts its own disk',
    RedriveAllowPolicy: 'every queue may be the dead-letter queue of another',
    Tags: 'nothing reads them',
  },
  async create(resource, context) {
    const { properties } = resource;
    const name = nameOf(resource, context);
    const attributes: Record<string, string> = {};
    for (const attribute of ATTRIBUTES) {
      const value = properties[attribute];
      if (value !== undefined)
        attributes[attribute] = typeof value === 'object' ? JSON.stringify(value) : String(value);
    }
    const { sqs: store } = sqs.fauxqs;
    const existing = store.getQueueByName(name);
    if (existing) {
      // What the template no longer has is taken off; a policy comes with a resource of its own.
      existing.setAttributes({
        ...(existing.attributes.RedrivePolicy && { RedrivePolicy: '' }),
        ...(existing.attributes.Policy && { Policy: '' }),
        ...attributes,
      });
    } else {
      const input = { QueueName: name, Attributes: attributes };
      await store.actions.CreateQueue?.(input, store, { headers: { host: `127.0.0.1:${sqs.port()}` } });
    }
    return {
      ref: queueUrl(sqs, name),
      attributes: { Arn: queueArn(sqs, name), QueueName: name, QueueUrl: queueUrl(sqs, name) },
    };
  },
  taken(resource, context) {
    const name = nameOf(resource, context);
    return sqs.fauxqs.sqs.getQueueByName(name) && name;
  },
  async remove(_resource, { ref }) {
    const { sqs: store } = sqs.fauxqs;
    const name = queueName(ref);
    if (!store.getQueueByName(name)) return;
    await store.actions.DeleteQueue?.({ QueueUrl: queueUrl(sqs, name) }, store, { headers: {} });
  },
});

const nameOf = (resource: Resource, context: DeployContext): string => {
  const { QueueName, FifoQueue } = resource.properties;
  const suffix = String(FifoQueue) === 'true' ? '.fifo' : '';
  return String(QueueName ?? context.physicalName(resource, LONGEST_NAME - suffix.length) + suffix);
};

const queuePolicy = (sqs: Sqs): ResourceType => {
  const set = (resource: Resource, Policy: string): void => {
    for (const url of (resource.properties.Queues ?? []) as string[])
      sqs.fauxqs.sqs.getQueueByName(queueName(url))?.setAttributes({ Policy });
  };
  return {
    type: 'AWS::SQS::QueuePolicy',
    honoured: ['Queues', 'PolicyDocument'],
    create(resource) {
      const { stackName, logicalId, properties } = resource;
      const policy = JSON.stringify(properties.PolicyDocument);
      checkPolicy(policy, 'InvalidAttributeValue');
      set(resource, policy);
      return { ref: `${stackName}-${logicalId}`, attributes: { Id: `${stackName}-${logicalId}` } };
    },
    remove: (resource) => set(resource, ''),
  };
};
