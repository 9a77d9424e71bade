import type { Operation } from '../../aws/service.ts';
import { pageOf } from '../input.ts';
import type { Sns } from '../sns.ts';

export const listTopics = ({ fauxqs }: Sns): Operation => ({
  permissions: () => [{ action: 'sns:ListTopics', resource: '*' }],
  run(input: { NextToken?: string }) {
    const { page, ...more } = pageOf(fauxqs.sns.topics.values(), input.NextToken);
    return { Topics: page.map(({ arn }) => ({ TopicArn: arn })), ...more };
  },
});
