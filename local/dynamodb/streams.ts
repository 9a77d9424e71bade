import { AwsError } from '../aws/error.ts';
import type { Operation, Service } from '../aws/service.ts';
import type { Forward } from './forward.ts';
import { createIterators } from './iterators.ts';
import { permissionsOf } from './permissions.ts';

const TARGET = 'DynamoDBStreams_20120810';

/** DynamoDB Streams, which signs as `dynamodb` and has a target of its own. */
export const streamsService = (forward: Forward, place: { region: string; accountId: string }): Service => {
  const iterators = createIterators();
  const plain = (name: string): Operation => ({
    permissions: (input) => permissionsOf(name, input, place),
    run: (input) => forward.call(TARGET, name, input),
  });
  return {
    name: 'dynamodbstreams',
    signingName: 'dynamodb',
    json: { targetPrefix: TARGET, version: '1.0' },
    operations: {
      ListStreams: plain('ListStreams'),
      DescribeStream: plain('DescribeStream'),
      GetShardIterator: {
        permissions: (input) => permissionsOf('GetShardIterator', input, place),
        async run(input) {
          const output = await forward.call(TARGET, 'GetShardIterator', input);
          iterators.remember(output.ShardIterator, String(input.StreamArn));
          return output;
        },
      },
      GetRecords: {
        permissions({ ShardIterator }) {
          const resource = iterators.streamOf(ShardIterator);
          if (resource) return [{ action: 'dynamodb:GetRecords', resource }];
          throw new AwsError(
            'ExpiredIteratorException',
            'Iterator expired. Ask for a new one with GetShardIterator.',
            400,
          );
        },
        async run(input) {
          const streamArn = iterators.streamOf(input.ShardIterator) ?? '';
          const output = await forward.call(TARGET, 'GetRecords', input);
          iterators.remember(output.NextShardIterator, streamArn);
          for (const each of (output.Records ?? []) as { awsRegion?: string }[]) each.awsRegion = place.region;
          return output;
        },
      },
    },
  };
};
