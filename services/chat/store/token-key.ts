import { randomBytes } from 'node:crypto';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '../../shared/clients.ts';
import { TableName, wasRefused } from './table.ts';

const Key = { pk: 'TOKEN-KEY', sk: 'TOKEN-KEY' };

/** Milliseconds for which an instance trusts what it read, so that a key that an operator deleted is out of use soon. */
const TRUSTED = 300_000;

let known: { at: number; key: Promise<string> } | undefined;

const find = async (): Promise<string> => {
  const { Item } = await table.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  if (Item) return Item.key;
  const key = randomBytes(32).toString('base64url');
  try {
    await table.send(
      new PutCommand({ TableName, Item: { ...Key, key }, ConditionExpression: 'attribute_not_exists(pk)' }),
    );
    return key;
  } catch (error) {
    if (wasRefused(error)) return find();
    throw error;
  }
};

/** The key that conversations' tokens are signed with; made once, by whoever needs it first. */
export const tokenKey = (): Promise<string> => {
  if (!known || known.at + TRUSTED < Date.now()) {
    known = { at: Date.now(), key: find() };
    known.key.catch(() => {
      known = undefined;
    });
  }
  return known.key;
};
