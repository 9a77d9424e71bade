import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  ListStackResourcesCommand,
  UpdateStackCommand,
  ValidateTemplateCommand,
  waitUntilStackCreateComplete,
  waitUntilStackDeleteComplete,
  waitUntilStackUpdateComplete,
} from '@aws-sdk/client-cloudformation';
import { expect } from 'vitest';
import type { Ground } from '../ground.ts';

const StackName = 'tour';

const template = (delay: number): string =>
  JSON.stringify({
    Parameters: { Name: { Type: 'String', Default: 'of-the-stack' } },
    Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Name' }, DelaySeconds: delay } } },
    Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Queue', 'Arn'] } } },
  });

/** A stack: made, told, changed, taken down. */
export const cloudformation = async ({ config }: Ground): Promise<void> => {
  const client = new CloudFormationClient(config);
  const waiter = { client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 };
  const { Parameters } = await client.send(new ValidateTemplateCommand({ TemplateBody: template(0) }));
  expect(Parameters).toMatchObject([{ ParameterKey: 'Name', DefaultValue: 'of-the-stack' }]);
  const { StackId } = await client.send(new CreateStackCommand({ StackName, TemplateBody: template(0) }));
  await waitUntilStackCreateComplete(waiter, { StackName });
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }));
  expect(Stacks).toMatchObject([
    {
      StackId,
      StackStatus: 'CREATE_COMPLETE',
      Outputs: [{ OutputKey: 'Arn', OutputValue: expect.stringMatching(/:of-the-stack$/) }],
    },
  ]);
  const { StackResourceSummaries } = await client.send(new ListStackResourcesCommand({ StackName }));
  expect(StackResourceSummaries).toMatchObject([{ LogicalResourceId: 'Queue', ResourceStatus: 'CREATE_COMPLETE' }]);
  expect((await client.send(new GetTemplateCommand({ StackName }))).TemplateBody).toBe(template(0));
  await client.send(new UpdateStackCommand({ StackName, TemplateBody: template(5) }));
  await waitUntilStackUpdateComplete(waiter, { StackName });
  const { StackEvents } = await client.send(new DescribeStackEventsCommand({ StackName }));
  expect(StackEvents?.[0]).toMatchObject({ LogicalResourceId: StackName, ResourceStatus: 'UPDATE_COMPLETE' });
  await expect(client.send(new UpdateStackCommand({ StackName, TemplateBody: template(5) }))).rejects.toThrow(
    'No updates are to be performed.',
  );
  await expect(
    client.send(new CreateStackCommand({ StackName: 'two', TemplateBody: template(0), TemplateURL: 'https://x' })),
  ).rejects.toThrow(/TemplateURL/);
  await client.send(new DeleteStackCommand({ StackName }));
  await waitUntilStackDeleteComplete(waiter, { StackName: StackId });
  await expect(client.send(new DescribeStacksCommand({ StackName }))).rejects.toThrow(/does not exist/);
  client.destroy();
};
