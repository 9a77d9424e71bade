import { DeleteCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '../../shared/clients.ts';
import type { Promised } from '../model/promise.ts';
import { referenceItem, TableName } from './table.ts';

const promiseKey = ({ conversationId, turn }: Pick<Promised, 'conversationId' | 'turn'>) => ({
  pk: `LATER#${conversationId}`,
  sk: `TURN#${turn}`,
});

const LIST = 'LATER';

/** Keeps a question for later. Once more changes nothing. */
export const putPromise = async (promised: Promised, expiresAt: number): Promise<void> => {
  const key = promiseKey(promised);
  const listed = { listPk: LIST, listSk: `${promised.at}#${promised.conversationId}#${promised.turn}` };
  await table.send(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName, Item: { ...key, ...listed, ...promised, expiresAt } } },
        { Put: { TableName, Item: { ...referenceItem(promised.conversationId, key), expiresAt } } },
      ],
    }),
  );
};

/** The questions that wait, the oldest first; `next` leads to more. */
export const listPromises = async (after?: string): Promise<{ promises: Promised[]; next?: string }> => {
  const { Items = [], LastEvaluatedKey } = await table.send(
    new QueryCommand({
      TableName,
      IndexName: 'byState',
      KeyConditionExpression: 'listPk = :list AND listSk > :after',
      ExpressionAttributeValues: { ':list': LIST, ':after': after ?? ' ' },
      Limit: 100,
    }),
  );
  const next = LastEvaluatedKey?.listSk as string | undefined;
  const promises = Items.map(({ pk, sk, listPk, listSk, expiresAt, ...each }) => each as unknown as Promised);
  return { promises, ...(next ? { next } : {}) };
};

/** Lets go of a question. */
export const dropPromise = async (promised: Promised): Promise<void> => {
  await table.send(new DeleteCommand({ TableName, Key: promiseKey(promised) }));
};
