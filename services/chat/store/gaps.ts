import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '../../shared/clients.ts';
import type { Ask, Gap } from '../model/gap.ts';
import { conversationKey, TableName, wasRefused } from './table.ts';

const gapKey = (gapId: string) => ({ pk: `GAP#${gapId}`, sk: 'GAP' });
const askKey = ({ gapId, conversationId, turn }: Pick<Ask, 'gapId' | 'conversationId' | 'turn'>) => ({
  pk: `GAP#${gapId}`,
  sk: `ASK#${conversationId}#${turn}`,
});

const gapItem = (gap: Gap) => ({
  ...gapKey(gap.gapId),
  listPk: `GAPS#${gap.state}`,
  listSk: `${gap.lastAt}#${gap.gapId}`,
  ...gap,
});

const plain = <Value>(item: Record<string, unknown>): Value => {
  const { pk, sk, listPk, listSk, expiresAt, ...value } = item;
  return value as Value;
};

/** Reads a group of unanswered questions. */
export const readGap = async (gapId: string): Promise<Gap | undefined> => {
  const { Item } = await table.send(new GetCommand({ TableName, Key: gapKey(gapId), ConsistentRead: true }));
  return Item && plain<Gap>(Item);
};

/** The times that it was asked, at most 200. */
export const readAsks = async (gapId: string): Promise<Ask[]> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :ask)',
      ExpressionAttributeValues: { ':pk': gapKey(gapId).pk, ':ask': 'ASK#' },
      ConsistentRead: true,
      Limit: 200,
    }),
  );
  return Items.map((item) => plain<Ask>(item));
};

type Page = { limit: number; after?: string };

/** Groups of a state, asked last first; `next` leads to more. */
export const listGaps = async (
  state: Gap['state'],
  { limit, after }: Page,
): Promise<{ gaps: Gap[]; next?: string }> => {
  const { Items = [], LastEvaluatedKey } = await table.send(
    new QueryCommand({
      TableName,
      IndexName: 'byState',
      KeyConditionExpression: 'listPk = :list AND listSk < :after',
      ExpressionAttributeValues: { ':list': `GAPS#${state}`, ':after': after ?? '~' },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  const next = LastEvaluatedKey?.listSk as string | undefined;
  return { gaps: Items.map((item) => plain<Gap>(item)), ...(next ? { next } : {}) };
};

/**
 * Writes down that a question of a group was asked; `from` is the group as it was read, undefined where it is new. The same turn is
 * noted once, in whichever group. False where the group has changed since it was read.
 */
export const noteAsk = async (gap: Gap, from: Gap | undefined, ask: Ask, expiresAt: number): Promise<boolean> => {
  const { pk } = conversationKey(ask.conversationId);
  const fresh = { ConditionExpression: 'attribute_not_exists(pk)' };
  const reference = { pk, sk: `REFERENCE#GAP#${ask.turn}`, refersTo: askKey(ask), expiresAt };
  const unchanged = from
    ? {
        ConditionExpression: '#count = :count AND #state = :state',
        ExpressionAttributeNames: { '#count': 'count', '#state': 'state' },
        ExpressionAttributeValues: { ':count': from.count, ':state': from.state },
      }
    : fresh;
  try {
    await table.send(
      new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName, Item: reference, ...fresh } },
          { Put: { TableName, Item: { ...askKey(ask), ...ask, expiresAt } } },
          { Put: { TableName, Item: gapItem(gap), ...unchanged } },
        ],
      }),
    );
    return true;
  } catch (error) {
    const { CancellationReasons: reasons = [] } = error as { CancellationReasons?: { Code?: string }[] };
    if (reasons[0]?.Code === 'ConditionalCheckFailed') return true;
    if (reasons.some(({ Code }) => Code === 'ConditionalCheckFailed' || Code === 'TransactionConflict')) return false;
    throw error;
  }
};

/** Changes what becomes of a group; false where it is not as it was read. */
export const changeGap = async (from: Gap, to: Gap): Promise<boolean> => {
  try {
    await table.send(
      new PutCommand({
        TableName,
        Item: gapItem(to),
        ConditionExpression: '#count = :count AND #state = :state',
        ExpressionAttributeNames: { '#count': 'count', '#state': 'state' },
        ExpressionAttributeValues: { ':count': from.count, ':state': from.state },
      }),
    );
    return true;
  } catch (error) {
    if (wasRefused(error)) return false;
    throw error;
  }
};

/** Notes what became of a question that was asked again; one that was forgotten meanwhile stays so. */
export const noteAgain = async (ask: Ask, again: NonNullable<Ask['again']>): Promise<void> => {
  try {
    await table.send(
      new UpdateCommand({
        TableName,
        Key: askKey(ask),
        UpdateExpression: 'SET again = :again',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':again': again },
      }),
    );
  } catch (error) {
    if (!wasRefused(error)) throw error;
  }
};
