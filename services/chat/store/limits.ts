import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '../../shared/clients.ts';
import type { Rate, Take } from '../limits.ts';
import { TableName } from './table.ts';

const LIMIT = 'LIMIT#';

export const limitKey = (bucket: string) => ({ pk: LIMIT + bucket, sk: 'LIMIT' });

/** The bucket that an item of the table is; undefined of any other item. */
export const bucketOf = ({ pk }: Record<string, unknown>): string | undefined =>
  String(pk).startsWith(LIMIT) ? String(pk).slice(LIMIT.length) : undefined;

/**
 * What takes a token from a bucket: a full one is set anew, any other one moves on, so that two who take at once both do. It is
 * refused where the bucket was full when it was read and is not any more, or has no token left.
 */
export const tokenUpdate = ({ bucket, rate: { perSecond, burst }, now, fullAt }: Take) => {
  const cost = 1000 / perSecond;
  const isFull = fullAt === undefined || fullAt <= now;
  const latest = now + (burst - 1) * cost;
  return {
    Key: limitKey(bucket),
    UpdateExpression: `SET fullAt = ${isFull ? ':now' : 'fullAt'} + :cost, expiresAt = :expires`,
    ConditionExpression: isFull
      ? 'attribute_not_exists(fullAt) OR fullAt <= :now'
      : 'fullAt > :now AND fullAt <= :latest',
    ExpressionAttributeValues: {
      ...{ ':now': now, ':cost': cost },
      ':expires': Math.ceil((latest + 3 * cost) / 1000) + 60,
      ...(isFull ? {} : { ':latest': latest }),
    },
  };
};

/** Takes a token from a bucket; answers 0, or in how many milliseconds there is one. */
export const takeToken = async (bucket: string, rate: Rate, now: number): Promise<number> => {
  let fullAt: number | undefined;
  // Twice, because a bucket may fill up, or be taken from, between the two.
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const update = tokenUpdate({ bucket, rate, now, ...(fullAt === undefined ? {} : { fullAt }) });
      await table.send(new UpdateCommand({ TableName, ...update, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }));
      return 0;
    } catch (error) {
      if (!isRefused(error)) throw error;
      fullAt = Number((error as { Item?: { fullAt?: { N?: string } } }).Item?.fullAt?.N ?? 0);
      const wait = fullAt - now - (rate.burst - 1) * (1000 / rate.perSecond);
      if (wait > 0) return wait;
    }
  }
  return 1000 / rate.perSecond;
};

const isRefused = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException';
