import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

/**
 * Our own server counts sequence numbers and shards from 1; AWS's are at least 21 and 28 characters long, and clients such as
 * the AWS CLI refuse shorter ones before they send anything.
 */
const SEQUENCE_LENGTH = 21;
const SHARD_NUMBER_LENGTH = 20;
const THEIR_SHARD_NUMBER_LENGTH = 8;

type Data = { SequenceNumber?: string; NewImage?: object; OldImage?: object; ApproximateCreationDateTime?: number };
export type StreamRecord = { eventID?: string; eventName?: string; awsRegion?: string; dynamodb?: Data };
type Shard = {
  ShardId?: string;
  ParentShardId?: string;
  SequenceNumberRange?: { StartingSequenceNumber?: string; EndingSequenceNumber?: string };
};

/** A shard or sequence number as our server knows it, in a request. */
export const toServer = <T extends { ShardId?: string; SequenceNumber?: string; ExclusiveStartShardId?: string }>(
  input: T,
): T => ({
  ...input,
  ...(input.ShardId && { ShardId: shard(input.ShardId, THEIR_SHARD_NUMBER_LENGTH) }),
  ...(input.ExclusiveStartShardId && {
    ExclusiveStartShardId: shard(input.ExclusiveStartShardId, THEIR_SHARD_NUMBER_LENGTH),
  }),
  ...(input.SequenceNumber && { SequenceNumber: input.SequenceNumber.replace(/^0+(?=\d)/, '') }),
});

/** A stream's shards as AWS describes them; only a shard that takes no more records has an end, and ours all take more. */
export const fromServer = (description: { Shards?: Shard[]; StreamStatus?: string }): object => ({
  ...description,
  Shards: description.Shards?.map(({ ShardId, ParentShardId, SequenceNumberRange = {} }) => ({
    ShardId: shard(ShardId ?? '', SHARD_NUMBER_LENGTH),
    ...(ParentShardId && { ParentShardId: shard(ParentShardId, SHARD_NUMBER_LENGTH) }),
    SequenceNumberRange: {
      StartingSequenceNumber: sequence(SequenceNumberRange.StartingSequenceNumber ?? '1'),
      ...(description.StreamStatus === 'DISABLED' &&
        SequenceNumberRange.EndingSequenceNumber && {
          EndingSequenceNumber: sequence(SequenceNumberRange.EndingSequenceNumber),
        }),
    },
  })),
});

/** Records as AWS writes them; a write that changed nothing leaves none there. */
export const recordsFromServer = (records: readonly StreamRecord[], streamArn: string): StreamRecord[] =>
  records.filter(changes).map(({ dynamodb = {}, ...record }) => {
    const SequenceNumber = sequence(dynamodb.SequenceNumber ?? '');
    return {
      ...record,
      eventID: createHash('md5').update(`${streamArn}/${SequenceNumber}`).digest('hex'),
      dynamodb: { ...dynamodb, SequenceNumber },
    };
  });

const changes = ({ eventName, dynamodb: { NewImage, OldImage } = {} }: StreamRecord): boolean =>
  eventName !== 'MODIFY' || !NewImage || !OldImage || !isDeepStrictEqual(NewImage, OldImage);

const sequence = (text: string): string => text.padStart(SEQUENCE_LENGTH, '0');

const shard = (id: string, length: number): string =>
  id.replace(/^shardId-0*(\d+)/, (_, number: string) => `shardId-${number.padStart(length, '0')}`);
