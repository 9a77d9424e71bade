import { AwsError } from '../aws/error.ts';
import type { Operation, Service } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import type { Forward } from './forward.ts';
import { createIterators, type OpenedIterator } from './iterators.ts';
import { permissionsOf } from './permissions.ts';
import { fromServer, recordsFromServer, type StreamRecord, toServer } from './stream-names.ts';

const TARGET = 'DynamoDBStreams_20120810';

type Place = { region: string; accountId: string; clock: Clock };
type Options = {
  /** Seals shard iterators. */
  secret: Buffer;
  /** Whether the server is ours, whose names are not AWS's. */
  own: boolean;
};

/** DynamoDB Streams, which signs as `dynamodb` and has a target of its own. */
export const streamsService = (forward: Forward, place: Place, { secret, own }: Options): Service => {
  const iterators = createIterators(secret, place.clock);
  const call = (name: string, input: object) => forward.call(TARGET, name, own ? toServer(input) : input);
  const operation = (name: string, members: string[], run: Operation['run']): Operation => ({
    members,
    permissions: (input) => permissionsOf(name, input, place),
    run,
  });
  const recordsOf = (output: Readonly<Record<string, unknown>>, streamArn: string): StreamRecord[] =>
    own ? recordsFromServer(readOf(output), streamArn) : readOf(output);
  return {
    name: 'dynamodbstreams',
    signingName: 'dynamodb',
    json: { targetPrefix: TARGET, version: '1.0' },
    operations: {
      ListStreams: operation('ListStreams', ['TableName', 'Limit', 'ExclusiveStartStreamArn'], (input) =>
        call('ListStreams', input),
      ),
      DescribeStream: operation(
        'DescribeStream',
        ['StreamArn', 'Limit', 'ExclusiveStartShardId'],
        async (input: object) => {
          const output = await call('DescribeStream', input);
          return own ? { StreamDescription: fromServer((output.StreamDescription ?? {}) as object) } : output;
        },
      ),
      GetShardIterator: operation(
        'GetShardIterator',
        ['StreamArn', 'ShardId', 'ShardIteratorType', 'SequenceNumber'],
        async (input: { StreamArn?: string }) => {
          const { ShardIterator } = await call('GetShardIterator', input);
          return { ShardIterator: iterators.seal(String(input.StreamArn), String(ShardIterator)) };
        },
      ),
      GetRecords: {
        members: ['ShardIterator', 'Limit'],
        permissions: ({ ShardIterator }) => [
          { action: 'dynamodb:GetRecords', resource: opened(iterators.open(ShardIterator)).streamArn },
        ],
        async run({ ShardIterator, ...input }: { ShardIterator?: string }) {
          const { streamArn, iterator, expired } = opened(iterators.open(ShardIterator));
          if (expired) {
            const message = 'Iterator expired. The iterator was created at a time more than 15 minutes ago.';
            throw new AwsError('ExpiredIteratorException', message);
          }
          let output = await call('GetRecords', { ...input, ShardIterator: iterator });
          let Records = recordsOf(output, streamArn);
          // A page of writes that changed nothing is not the end of the stream.
          while (own && Records.length === 0 && readOf(output).length > 0 && output.NextShardIterator) {
            output = await call('GetRecords', { ...input, ShardIterator: output.NextShardIterator });
            Records = recordsOf(output, streamArn);
          }
          return {
            Records: Records.map((record) => onOurClock(record, place)),
            ...(output.NextShardIterator
              ? { NextShardIterator: iterators.seal(streamArn, String(output.NextShardIterator)) }
              : {}),
          };
        },
      },
    },
  };
};

const readOf = ({ Records = [] }: { Records?: unknown }): StreamRecord[] => Records as StreamRecord[];

const opened = (iterator: OpenedIterator | undefined): OpenedIterator => {
  if (iterator) return iterator;
  throw new AwsError('ValidationException', 'Invalid ShardIterator.');
};

/** Servers tell the machine's time, in seconds; a rehearsal has its own, which every time that is told must share. */
const onOurClock = (record: StreamRecord, { region, clock }: Place): StreamRecord => {
  const ahead = Math.round((clock.now() - Date.now()) / 1000);
  const { ApproximateCreationDateTime: at } = record.dynamodb ?? {};
  return {
    ...record,
    awsRegion: region,
    ...(at !== undefined && ahead !== 0
      ? { dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: at + ahead } }
      : {}),
  };
};
