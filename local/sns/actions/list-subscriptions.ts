import type { Operation } from '../../aws/service.ts';
import type { SnsSubscription } from '../../fauxqs/sns-store.ts';
import { pageOf } from '../input.ts';
import type { Sns } from '../sns.ts';
import { onTopic, topicOf } from '../topic.ts';

type Input = { TopicArn?: string; NextToken?: string };

const answer = ({ accountId }: Sns, all: Iterable<SnsSubscription>, { NextToken }: Input): object => {
  const { page, ...more } = pageOf(all, NextToken);
  const Subscriptions = page.map(({ arn, protocol, endpoint, topicArn }) => ({
    SubscriptionArn: arn,
    Owner: accountId,
    Protocol: protocol,
    Endpoint: endpoint,
    TopicArn: topicArn,
  }));
  return { Subscriptions, ...more };
};

export const listSubscriptions = (sns: Sns): Operation => ({
  permissions: () => [{ action: 'sns:ListSubscriptions', resource: '*' }],
  run: (input: Input) => answer(sns, sns.fauxqs.sns.subscriptions.values(), input),
});

export const listSubscriptionsByTopic = (sns: Sns): Operation => ({
  permissions: onTopic('ListSubscriptionsByTopic'),
  run(input: Input) {
    const { arn } = topicOf(sns, input.TopicArn);
    const all = [...sns.fauxqs.sns.subscriptions.values()].filter(({ topicArn }) => topicArn === arn);
    return answer(sns, all, input);
  },
});
