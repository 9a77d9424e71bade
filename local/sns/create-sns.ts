import type { ResourceType } from '../assembly/resource-type.ts';
import { honouring } from '../aws/honouring.ts';
import type { PolicyStatement } from '../aws/principal.ts';
import { queryHandler } from '../aws/query.ts';
import type { Operation, Service } from '../aws/service.ts';
import { statementsIn } from '../iam/policy-text.ts';
import { createTopic } from './actions/create-topic.ts';
import { deleteTopic } from './actions/delete-topic.ts';
import { getSubscriptionAttributes } from './actions/get-subscription-attributes.ts';
import { getTopicAttributes } from './actions/get-topic-attributes.ts';
import { listSubscriptions, listSubscriptionsByTopic } from './actions/list-subscriptions.ts';
import { listTagsForResource } from './actions/list-tags-for-resource.ts';
import { listTopics } from './actions/list-topics.ts';
import { publish } from './actions/publish.ts';
import { publishBatch } from './actions/publish-batch.ts';
import { setSubscriptionAttributes } from './actions/set-subscription-attributes.ts';
import { setTopicAttributes } from './actions/set-topic-attributes.ts';
import { subscribe } from './actions/subscribe.ts';
import { tagResource } from './actions/tag-resource.ts';
import { unsubscribe } from './actions/unsubscribe.ts';
import { untagResource } from './actions/untag-resource.ts';
import { SNS_HONOURED } from './honoured.ts';
import { snsResources } from './resources.ts';
import type { Sns } from './sns.ts';

/** SNS on fauxqs' topics: to queues and functions, with filter policies, durable. */
export const createSns = (sns: Sns): { service: Service; resourceTypes: ResourceType[] } => {
  const operations: Record<string, Operation> = {
    CreateTopic: createTopic(sns),
    DeleteTopic: deleteTopic(sns),
    GetSubscriptionAttributes: getSubscriptionAttributes(sns),
    GetTopicAttributes: getTopicAttributes(sns),
    ListSubscriptions: listSubscriptions(sns),
    ListSubscriptionsByTopic: listSubscriptionsByTopic(sns),
    ListTagsForResource: listTagsForResource(sns),
    ListTopics: listTopics(sns),
    Publish: publish(sns),
    PublishBatch: publishBatch(sns),
    SetSubscriptionAttributes: setSubscriptionAttributes(sns),
    SetTopicAttributes: setTopicAttributes(sns),
    Subscribe: subscribe(sns),
    TagResource: tagResource(sns),
    Unsubscribe: unsubscribe(sns),
    UntagResource: untagResource(sns),
  };
  const handle = queryHandler('sns', 'http://sns.amazonaws.com/doc/2010-03-31/', ['Attributes']);
  return {
    service: {
      name: 'sns',
      operations: honouring(operations, SNS_HONOURED),
      handle,
      policyOf(arn) {
        const topic = sns.fauxqs.sns.topics.get(arn);
        return topic?.attributes.Policy ? statementsIn(topic.attributes.Policy) : defaultPolicy(arn, sns.accountId);
      },
    },
    resourceTypes: snsResources(sns),
  };
};

/** What AWS lets a topic's own account do where the topic has no policy: the account's alarms may publish to it. */
const defaultPolicy = (Resource: string, accountId: string): PolicyStatement[] => [
  {
    Effect: 'Allow',
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Action: 'sns:Publish',
    Resource,
    Condition: { StringEquals: { 'aws:SourceAccount': accountId } },
  },
];
