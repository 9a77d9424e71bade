import {
  CloudFrontClient,
  DescribeFunctionCommand,
  ListInvalidationsCommand,
  TestFunctionCommand,
} from '@aws-sdk/client-cloudfront';
import {
  CloudFrontKeyValueStoreClient,
  DeleteKeyCommand,
  DescribeKeyValueStoreCommand,
  GetKeyCommand,
  paginateListKeys,
  UpdateKeysCommand,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  SFNClient,
  StartSyncExecutionCommand,
} from '@aws-sdk/client-sfn';
import '@aws-sdk/signature-v4a';
import { expect } from 'vitest';
import { withAccountHost } from '../../../../local/front-door/account-host.ts';
import type { Ground } from '../ground.ts';

/** Keys that a function at the edge reads, the lines that it prints, and an invalidation that a workflow makes. */
export const cloudfront = async ({ config, siteUrl, roleArn, distributionId, storeArn }: Ground): Promise<void> => {
  const keys = new CloudFrontKeyValueStoreClient(withAccountHost(config));
  const KvsARN = storeArn;
  const { ETag } = await keys.send(new DescribeKeyValueStoreCommand({ KvsARN }));
  const Puts = ['/a', '/b', '/c'].map((Key) => ({ Key, Value: `value of ${Key}` }));
  const written = await keys.send(new UpdateKeysCommand({ KvsARN, IfMatch: ETag, Puts }));
  expect(written).toMatchObject({ ItemCount: 3 });
  expect((await keys.send(new GetKeyCommand({ KvsARN, Key: '/b' }))).Value).toBe('value of /b');
  const listed: (string | undefined)[] = [];
  for await (const { Items = [] } of paginateListKeys({ client: keys, pageSize: 2 }, { KvsARN }))
    listed.push(...Items.map(({ Key }) => Key));
  expect(listed).toEqual(['/a', '/b', '/c']);
  expect(await (await fetch(`${siteUrl}/a`)).text()).toBe('value of /a');
  await keys.send(new DeleteKeyCommand({ KvsARN, Key: '/a', IfMatch: written.ETag }));
  const failed = await fetch(`${siteUrl}/a`);
  expect([failed.status, failed.headers.get('x-cache')]).toEqual([503, 'FunctionExecutionError from cloudfront']);
  const stale = keys.send(new UpdateKeysCommand({ KvsARN, IfMatch: ETag, Puts }));
  await expect(stale).rejects.toMatchObject({ name: 'ConflictException' });
  keys.destroy();

  const logs = new CloudWatchLogsClient(config);
  const { events = [] } = await logs.send(
    new FilterLogEventsCommand({ logGroupName: '/aws/cloudfront/function/edge', filterPattern: 'asked' }),
  );
  expect(events.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^\S+ asked for \/a$/),
    expect.stringMatching(/^\S+ asked for \/a$/),
  ]);
  logs.destroy();

  const edge = new CloudFrontClient(config);
  const { ETag: IfMatch } = await edge.send(new DescribeFunctionCommand({ Name: 'edge', Stage: 'LIVE' }));
  const EventObject = Buffer.from(JSON.stringify({ request: { method: 'GET', uri: '/b', headers: {} } }));
  const { TestResult } = await edge.send(
    new TestFunctionCommand({ Name: 'edge', IfMatch, EventObject, Stage: 'LIVE' }),
  );
  expect(JSON.parse(TestResult?.FunctionOutput ?? '')).toMatchObject({ response: { body: 'value of /b' } });

  const states = new SFNClient({ ...config, disableHostPrefix: true });
  const definition = JSON.stringify({
    StartAt: 'Invalidate',
    States: {
      Invalidate: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:cloudfront:createInvalidation',
        Parameters: {
          DistributionId: distributionId,
          InvalidationBatch: { CallerReference: 'tour', Paths: { Quantity: 1, Items: ['/*'] } },
        },
        End: true,
      },
    },
  });
  const { stateMachineArn } = await states.send(
    new CreateStateMachineCommand({ name: 'invalidate', type: 'EXPRESS', roleArn, definition }),
  );
  const { output = '' } = await states.send(new StartSyncExecutionCommand({ stateMachineArn }));
  const { Invalidation } = JSON.parse(output);
  expect(Invalidation).toMatchObject({ Status: 'InProgress', CreateTime: expect.stringMatching(/Z$/) });
  const { InvalidationList } = await edge.send(new ListInvalidationsCommand({ DistributionId: distributionId }));
  expect(InvalidationList?.Items).toMatchObject([{ Id: Invalidation.Id, Status: 'Completed' }]);
  await states.send(new DeleteStateMachineCommand({ stateMachineArn }));
  states.destroy();
  edge.destroy();
};
