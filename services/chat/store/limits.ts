import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '../../shared/clients.ts';
import type { Rate } from '../limits.ts';
import { TableName } from './table.ts';

/**
 * Takes a token from a bucket; answers 0, or in how many milliseconds there is one. A bucket is one number: the moment at which
 * it is full again (the generic cell rate algorithm, ITU-T I.371), so that a token is taken by one conditional write.
 */
export const takeToken = async (bucket: string, { perSecond, burst }: Rate, now: number): Promise<number> => {
  const cost = 1000 / perSecond;
  const latest = now + (burst - 1) * cost;
  const Key = { pk: `LIMIT#${bucket}`, sk: 'LIMIT' };
  const take = (from: string, ConditionExpression: string, values: Record<string, number>) =>
    table.send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: `SET fullAt = ${from} + :cost, expiresAt = :expires`,
        ConditionExpression,
        ExpressionAttributeValues: {
          ':now': now,
          ':cost': cost,
          ':expires': Math.ceil((latest + 3 * cost) / 1000) + 60,
          ...values,
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
  // Twice, because a bucket may fill up, or be taken from, between the two.
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      await take(':now', 'attribute_not_exists(fullAt) OR fullAt <= :now', {});
      return 0;
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
    try {
      await take('fullAt', 'fullAt > :now AND fullAt <= :latest', { ':latest': latest });
      return 0;
    } catch (error) {
      if (!isRefused(error)) throw error;
      const fullAt = Number((error as { Item?: { fullAt?: { N?: string } } }).Item?.fullAt?.N ?? 0);
      if (fullAt > latest) return fullAt - latest;
    }
  }
  return cost;
};

const isRefused = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException';
