import { QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '../../shared/clients.ts';
import type { Asked, Subject } from '../model/asked.ts';
import { TableName } from './table.ts';

/** Rows that one subject of one day is counted in, so that many who ask at once do not wait for each other. */
const SHARDS = 8;

/** Seconds for which a count is kept: a year and a month, to compare one launch with the next. */
const KEPT = 400 * 24 * 3600;

/** Seconds for which it is known that a turn was counted: longer than an event is tried again. */
const MARKED = 8 * 24 * 3600;

export type Counted = { conversationId: string; turn: number; locale: string; day: string; shard: number };

const listOf = (locale: string): string => `ASKED#${locale}`;

/**
 * Counts a turn among those of its subject and day, once, however often it is called. False where others counted the same subject
 * at the same moment; then it can be called again.
 */
export const countAsked = async (
  { conversationId, turn, locale, day, shard }: Counted,
  { subject, title, itemId, outcome }: Subject,
  now: number,
): Promise<boolean> => {
  const seconds = Math.floor(now / 1000);
  const mark = { pk: `COUNTED#${conversationId}#${turn}`, sk: 'COUNTED', expiresAt: seconds + MARKED };
  try {
    await table.send(
      new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName, Item: mark, ConditionExpression: 'attribute_not_exists(pk)' } },
          {
            Update: {
              TableName,
              Key: { pk: listOf(locale), sk: `${day}#${subject}#${shard % SHARDS}` },
              UpdateExpression: `SET subject = :subject, title = :title, outcome = :outcome, expiresAt = :expiresAt${
                itemId === undefined ? '' : ', itemId = :itemId'
              } ADD #count :one`,
              ExpressionAttributeNames: { '#count': 'count' },
              ExpressionAttributeValues: {
                ':subject': subject,
                ':title': title,
                ':outcome': outcome,
                ':expiresAt': seconds + KEPT,
                ':one': 1,
                ...(itemId === undefined ? {} : { ':itemId': itemId }),
              },
            },
          },
        ],
      }),
    );
    return true;
  } catch (error) {
    const { CancellationReasons: reasons = [] } = error as { CancellationReasons?: { Code?: string }[] };
    if (reasons[0]?.Code === 'ConditionalCheckFailed') return true;
    if (reasons.some(({ Code }) => Code === 'TransactionConflict')) return false;
    throw error;
  }
};

/** Every count of a language from a day on (`2026-03-01`), row by row: a subject may have several. */
export const readAsked = async (locale: string, from: string): Promise<Asked[]> => {
  const found: Asked[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk >= :from',
        ExpressionAttributeValues: { ':pk': listOf(locale), ':from': from },
        ExclusiveStartKey: after,
      }),
    );
    for (const { pk, sk, expiresAt, ...asked } of Items) found.push(asked as Asked);
    after = LastEvaluatedKey;
  } while (after);
  return found;
};
