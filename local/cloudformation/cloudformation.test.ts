import {
  CloudFormationClient,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  ListStackResourcesCommand,
} from '@aws-sdk/client-cloudformation';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { openDatabase } from '../database.ts';
import { type Harness, openHarness } from '../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { createCloudFormation } from './cloudformation.ts';

const TEMPLATE = { Resources: { Bucket1: { Type: 'AWS::S3::Bucket', Properties: { Tags: [] } } } };

let harness: Harness;
let client: CloudFormationClient;
let show: ReturnType<typeof createCloudFormation>['show'];
beforeEach(async () => {
  const cloudFormation = createCloudFormation({
    database: openDatabase(':memory:'),
    clock: new VirtualClock(),
    ...{ accountId: ACCOUNT_ID, region: REGION, assemblyFolder: '/', resourceTypes: () => [] },
  });
  show = cloudFormation.show;
  show([
    {
      name: 'app-One',
      template: TEMPLATE,
      outputs: { Url: 'http://a?b=1&c=<2>' },
      resources: [{ logicalId: 'Bucket1', type: 'AWS::S3::Bucket', physicalId: 'the-bucket', path: 'One/Bucket' }],
    },
    { name: 'app-Two', template: { Resources: {} }, outputs: {}, resources: [] },
  ]);
  harness = await openHarness({ services: () => [cloudFormation.service] });
  client = new CloudFormationClient(harness.client);
});
afterEach(async () => {
  client.destroy();
  await harness.close();
});

test('stacks are told with their outputs, all of them or the one that is asked for', async () => {
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({}));
  expect(Stacks.map(({ StackName }) => StackName)).toEqual(['app-One', 'app-Two']);
  const one = (await client.send(new DescribeStacksCommand({ StackName: 'app-One' }))).Stacks?.[0];
  expect(one).toMatchObject({
    StackStatus: 'CREATE_COMPLETE',
    CreationTime: new Date('2026-01-01T00:00:00Z'),
    Outputs: [{ OutputKey: 'Url', OutputValue: 'http://a?b=1&c=<2>' }],
  });
  const byArn = await client.send(new DescribeStacksCommand({ StackName: one?.StackId }));
  expect(byArn.Stacks?.[0]?.StackName).toBe('app-One');
});

test('resources are told by their logical and physical ids', async () => {
  const listed = await client.send(new ListStackResourcesCommand({ StackName: 'app-One' }));
  expect(listed.StackResourceSummaries).toEqual([
    expect.objectContaining({
      LogicalResourceId: 'Bucket1',
      PhysicalResourceId: 'the-bucket',
      ResourceType: 'AWS::S3::Bucket',
    }),
  ]);
  const described = await client.send(new DescribeStackResourcesCommand({ StackName: 'app-Two' }));
  expect(described.StackResources ?? []).toEqual([]);
});

test('the template of a stack of the cloud assembly is told, and the new one once another is carried out', async () => {
  const body = async () => (await client.send(new GetTemplateCommand({ StackName: 'app-One' }))).TemplateBody ?? '';
  expect(JSON.parse(await body())).toEqual(TEMPLATE);
  show([{ name: 'app-One', template: { Description: 'second', Resources: {} }, outputs: {}, resources: [] }]);
  expect(JSON.parse(await body())).toEqual({ Description: 'second', Resources: {} });
});

test('a stack that is not there is refused in CloudFormation’s words', async () => {
  await expect(client.send(new DescribeStacksCommand({ StackName: 'none' }))).rejects.toMatchObject({
    name: 'ValidationError',
    message: 'Stack with id none does not exist',
  });
});
