import type { Principal } from '../../aws/principal.ts';
import type { Cloud } from '../../aws/service.ts';

/** A record of a DynamoDB stream as the API answers it. */
export type StreamRecord = {
  eventID: string;
  eventName: string;
  dynamodb: { ApproximateCreationDateTime: number; Keys: object; SequenceNumber: string };
};

export type Shard = { id: string; parent?: string };
export type Page = { records: StreamRecord[]; next?: string };

/** A DynamoDB stream, read as a role. What the API refuses is thrown as `AwsError`. */
export const openStream = (cloud: Cloud, streamArn: string, principal: () => Principal) => {
  const call = (operation: string, input: object) => cloud.call('dynamodbstreams', operation, input, principal());
  return {
    async shards(): Promise<Shard[]> {
      const shards: Shard[] = [];
      let from: string | undefined;
      do {
        const input = { StreamArn: streamArn, ...(from === undefined ? {} : { ExclusiveStartShardId: from }) };
        const { StreamDescription } = await call('DescribeStream', input);
        const { Shards = [], LastEvaluatedShardId } = StreamDescription as {
          Shards?: { ShardId: string; ParentShardId?: string }[];
          LastEvaluatedShardId?: string;
        };
        for (const { ShardId: id, ParentShardId: parent } of Shards) shards.push(parent ? { id, parent } : { id });
        from = LastEvaluatedShardId;
      } while (from !== undefined);
      return shards;
    },

    /** An iterator behind `after`, or at the oldest record that is left where that is empty. */
    async iterator(shard: string, after: string): Promise<string> {
      const input = { StreamArn: streamArn, ShardId: shard };
      const oldest = { ...input, ShardIteratorType: 'TRIM_HORIZON' };
      const behind = { ...input, ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after };
      try {
        return String((await call('GetShardIterator', after === '' ? oldest : behind)).ShardIterator);
      } catch (error) {
        if ((error as { code?: string }).code !== 'TrimmedDataAccessException') throw error;
        return String((await call('GetShardIterator', oldest)).ShardIterator);
      }
    },

    async read(iterator: string, limit: number): Promise<Page> {
      const output = await call('GetRecords', { ShardIterator: iterator, Limit: Math.min(limit, LARGEST_PAGE) });
      const records = (output.Records ?? []) as StreamRecord[];
      return output.NextShardIterator ? { records, next: String(output.NextShardIterator) } : { records };
    },
  };
};

/** The most records that GetRecords answers. */
const LARGEST_PAGE = 1000;

export type Stream = ReturnType<typeof openStream>;

/** Orders sequence numbers, which are decimal numbers too large for a number. */
export const isBehind = (sequence: string, other: string): boolean =>
  sequence.length === other.length ? sequence > other : sequence.length > other.length;
