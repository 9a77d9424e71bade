import { expect } from 'vitest';
import type { Aws } from '../aws.ts';
import type { Ground } from '../ground.ts';

/** A topic with a function behind it. */
export const sns = async (aws: Aws, { functionArn }: Ground): Promise<void> => {
  const { TopicArn } = await aws.run('sns create-topic --name cli --tags Key=kind,Value=tour');
  const { SubscriptionArn } = await aws.run(
    'sns subscribe --protocol lambda --return-subscription-arn --topic-arn',
    TopicArn,
    ...['--notification-endpoint', functionArn],
  );
  expect(await aws.run('sns list-subscriptions-by-topic --topic-arn', TopicArn)).toMatchObject({
    Subscriptions: [{ SubscriptionArn, Protocol: 'lambda', Endpoint: functionArn }],
  });
  expect(await aws.run('sns publish --message hello --topic-arn', TopicArn)).toMatchObject({
    MessageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  await aws.run('sns delete-topic --topic-arn', TopicArn);
  expect(await aws.refused('sns get-topic-attributes --topic-arn', TopicArn)).toMatch(/\(NotFound\)/);
};
