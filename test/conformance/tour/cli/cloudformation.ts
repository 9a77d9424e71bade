import { expect } from 'vitest';
import type { Aws } from '../aws.ts';

const template = (topic: string): string =>
  JSON.stringify({ Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: topic } } } });

/** A stack: made, waited for, told, refused, taken down. */
export const cloudformation = async (aws: Aws): Promise<void> => {
  await aws.run('cloudformation create-stack --stack-name cli --template-body', template('of-the-cli'));
  await aws.run('cloudformation wait stack-create-complete --stack-name cli');
  const { StackResources } = await aws.run('cloudformation describe-stack-resources --stack-name cli');
  expect(StackResources).toMatchObject([{ LogicalResourceId: 'Topic', ResourceStatus: 'CREATE_COMPLETE' }]);
  expect(await aws.refused('cloudformation create-stack --stack-name cli --template-body', template('two'))).toMatch(
    /\(AlreadyExistsException\)/,
  );
  expect(await aws.refused('cloudformation create-change-set --stack-name cli --change-set-name one')).toMatch(
    /CreateChangeSet/,
  );
  await aws.run('cloudformation delete-stack --stack-name cli');
  await aws.run('cloudformation wait stack-delete-complete --stack-name cli');
};
