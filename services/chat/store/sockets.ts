import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '../../shared/clients.ts';
import { conversationKey, socketKey, TableName, wasRefused } from './table.ts';

/** Notes whose conversation a socket belongs to. */
export const noteSocket = async (connectionId: string, conversationId: string, expiresAt: number): Promise<void> => {
  const Item = { ...socketKey(connectionId), conversationId, expiresAt };
  await table.send(new PutCommand({ TableName, Item }));
};

/** Whose conversation a socket belongs to. */
export const conversationOf = async (connectionId: string): Promise<string | undefined> => {
  const { Item } = await table.send(new GetCommand({ TableName, Key: socketKey(connectionId), ConsistentRead: true }));
  return Item?.conversationId;
};

/** Has a socket told of every message behind `lastSeq`; false where there is one already, or no such conversation any more. */
export const attach = async (conversationId: string, connectionId: string, lastSeq: number): Promise<boolean> => {
  try {
    await table.send(
      new UpdateCommand({
        TableName,
        Key: conversationKey(conversationId),
        UpdateExpression: 'ADD sockets :socket, attached :one SET told = :lastSeq',
        ConditionExpression: 'lastSeq = :lastSeq',
        ExpressionAttributeValues: { ':socket': new Set([connectionId]), ':lastSeq': lastSeq, ':one': 1 },
      }),
    );
    return true;
  } catch (error) {
    if (wasRefused(error)) return false;
    throw error;
  }
};

/** Has a socket told of nothing more. */
export const detach = async (conversationId: string, connectionId: string): Promise<void> => {
  try {
    await table.send(
      new UpdateCommand({
        TableName,
        Key: conversationKey(conversationId),
        UpdateExpression: 'DELETE sockets :socket',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':socket': new Set([connectionId]) },
      }),
    );
  } catch (error) {
    if (!wasRefused(error)) throw error;
  }
};

/** Forgets a socket. */
export const dropSocket = async (connectionId: string): Promise<void> => {
  await table.send(new DeleteCommand({ TableName, Key: socketKey(connectionId) }));
};
