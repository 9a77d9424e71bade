import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '../../shared/clients.ts';
import type { Feedback } from '../model/feedback.ts';
import { conversationKey, TableName } from './table.ts';

/** Keeps what a fan said of an answer, in the place of what was said of it before. */
export const putFeedback = async (feedback: Feedback, expiresAt: number): Promise<void> => {
  const { conversationId, turn, verdict, at } = feedback;
  const { pk } = conversationKey(conversationId);
  const listed = { listPk: `FEEDBACK#${verdict}`, listSk: `${at}#${conversationId}#${turn}` };
  await table.send(
    new PutCommand({ TableName, Item: { pk, sk: `FEEDBACK#${turn}`, ...listed, ...feedback, expiresAt } }),
  );
};

type Page = { limit: number; after?: string };

/** What fans said, last first; `next` leads to more. */
export const listFeedback = async (
  verdict: Feedback['verdict'],
  { limit, after }: Page,
): Promise<{ feedback: Feedback[]; next?: string }> => {
  const { Items = [], LastEvaluatedKey } = await table.send(
    new QueryCommand({
      TableName,
      IndexName: 'byState',
      KeyConditionExpression: 'listPk = :list AND listSk < :after',
      ExpressionAttributeValues: { ':list': `FEEDBACK#${verdict}`, ':after': after ?? '~' },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  const next = LastEvaluatedKey?.listSk as string | undefined;
  const feedback = Items.map(({ pk, sk, listPk, listSk, expiresAt, ...each }) => each as unknown as Feedback);
  return { feedback, ...(next ? { next } : {}) };
};
