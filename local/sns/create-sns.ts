import type { ResourceType } from '../assembly/resource-type.ts';
import { queryHandler } from '../aws/query.ts';
import type { Operation, Service } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import type { Fauxqs } from '../fauxqs.ts';
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
import { snsResources } from './resources.ts';

/** What SNS's actions work on. */
export type Sns = {
  fauxqs: Fauxqs;
  clock: Clock;
  accountId: string;
  region: string;
  /** Invokes a function with a notification. Throws where its resource policy does not let SNS. */
  invoke: (functionArn: string, payload: string, topicArn: string) => Promise<void> | void;
};

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
  return { service: { name: 'sns', operations, handle }, resourceTypes: snsResources(sns) };
};
