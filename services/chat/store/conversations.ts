import {
  BatchGetCommand,
  BatchWriteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { table } from '../../shared/clients.ts';
import type { Take } from '../limits.ts';
import type { Conversation, Note, Turn } from '../model/conversation.ts';
import type { Ticket } from '../model/ticket.ts';
import { bucketOf, limitKey, tokenUpdate } from './limits.ts';
import { askedKey, conversationKey, noteKey, referenceItem, TableName, turnKey, wasRefused } from './table.ts';
import { type TicketChange, ticketItem, ticketKey, ticketUpdate } from './tickets.ts';

/** A conversation as it is in the table. */
export type Stored = Conversation & {
  /** The sockets that are told of it, and how many were attached ever. */
  sockets: readonly string[];
  attached: number;
  /** When it is forgotten, in seconds since the epoch. */
  expiresAt: number;
  /** Its newest turns, the newest last, as far as they were read with it. */
  latest: readonly Turn[];
};

/** What one step does to a conversation, all of it or nothing. */
export type Commit = {
  /** The conversation as it was read: nothing is written where it has another message since, or another socket to tell. */
  from: Stored;
  /** What becomes of it; at least its next message. Undefined members are taken away. */
  to: Partial<Conversation> & { lastSeq: number };
  /** The turn as it is to be. */
  turn?: Turn;
  /** Whether the turn is new, so that nobody else has its client's name for it. */
  isNew?: boolean;
  note?: Note;
  /** A ticket that is opened with it. */
  ticket?: Ticket;
  /** Tokens that are taken with it. */
  takes?: readonly Take[];
  /** What becomes of a ticket that there is. */
  ticketChange?: TicketChange;
};

/** When everything of a conversation is forgotten, in seconds since the epoch; the table deletes by it. */
type Expiry = { expiresAt: number };

/** Writes down a new conversation. */
export const open = async (conversation: Conversation, { expiresAt }: Expiry): Promise<void> => {
  const { conversationId } = conversation;
  const Item = { ...conversationKey(conversationId), ...conversation, attached: 0, expiresAt };
  await table.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
};

const storedOf = (item: Record<string, unknown>, latest: readonly Turn[] = []): Stored => {
  const { pk, sk, sockets, ...conversation } = item;
  const told = [...((sockets as Set<string> | undefined) ?? [])];
  return { ...(conversation as Omit<Stored, 'sockets' | 'latest'>), sockets: told, latest };
};

/** Turns that are read with their conversation: those that may wait, and what was asked before them. */
const WITH_IT = 12;

/** Reads a conversation with its newest turns; undefined where there is none. */
export const read = async (conversationId: string): Promise<Stored | undefined> => {
  const { pk, sk } = conversationKey(conversationId);
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': pk, ':from': 'TURN#', ':to': sk },
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: WITH_IT + 1,
    }),
  );
  const [item, ...turns] = Items;
  return item?.sk === sk ? storedOf(item, turns.map(turnOf).reverse()) : undefined;
};

/** A conversation without its turns, which turn a client's name stands for, and how full some buckets are. */
export type FoundAsked = { conversation?: Stored; asked?: number; buckets: Readonly<Record<string, number>> };

/** Reads all that decides whether a turn is taken. */
export const readWithAsked = async (
  conversationId: string,
  turnId: string,
  buckets: readonly string[] = [],
): Promise<FoundAsked> => {
  const Keys = [conversationKey(conversationId), askedKey(conversationId, turnId), ...buckets.map(limitKey)];
  const { Responses } = await table.send(
    new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
  );
  const items = Responses?.[TableName] ?? [];
  const { sk: own } = conversationKey(conversationId);
  const conversation = items.find(({ sk }) => sk === own);
  const asked = items.find(({ sk }) => String(sk).startsWith('ASKED#'))?.turn as number | undefined;
  const full = items.flatMap((item) => {
    const bucket = bucketOf(item);
    return bucket === undefined ? [] : [[bucket, Number(item.fullAt)] as const];
  });
  return {
    ...(conversation ? { conversation: storedOf(conversation) } : {}),
    ...(asked ? { asked } : {}),
    buckets: Object.fromEntries(full),
  };
};

const turnOf = (item: Record<string, unknown>): Turn => {
  const { pk, sk, expiresAt, ...turn } = item;
  return turn as unknown as Turn;
};

/** Reads one turn. */
export const readTurn = async (conversationId: string, turn: number): Promise<Turn | undefined> => {
  const Key = turnKey(conversationId, turn);
  const { Item } = await table.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  return Item && turnOf(Item);
};

/** The turns from one number up to another, both included, the oldest first. */
export const readTurns = async (conversationId: string, from: number, to: number): Promise<Turn[]> => {
  if (to < from) return [];
  const range = { ':from': turnKey(conversationId, from).sk, ':to': turnKey(conversationId, to).sk };
  return (await queried(conversationId, 'sk BETWEEN :from AND :to', range)).map(turnOf);
};

/** The messages without a turn that have a higher number than `after`, in order. */
export const readNotes = async (conversationId: string, after: number): Promise<Note[]> => {
  const range = { ':from': noteKey(conversationId, after + 1).sk, ':to': 'NOTE#~' };
  return (await queried(conversationId, 'sk BETWEEN :from AND :to', range)).map((item) => {
    const { pk, sk, expiresAt, ...note } = item;
    return note as unknown as Note;
  });
};

const queried = async (conversationId: string, condition: string, values: Record<string, string>) => {
  const { pk } = conversationKey(conversationId);
  const found: Record<string, unknown>[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await table.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: `pk = :pk AND ${condition}`,
        ExpressionAttributeValues: { ':pk': pk, ...values },
        ConsistentRead: true,
        ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
      }),
    );
    found.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return found;
};

/** Writes a step down; false where the conversation has changed, or is gone, since it was read. */
export const commit = async (
  { from, to, turn, isNew, note, ticket, ticketChange, takes = [] }: Commit,
  { expiresAt }: Expiry,
) => {
  const { conversationId } = from;
  const put = (Item: Record<string, unknown>, ConditionExpression?: string) => ({
    Put: { TableName, Item: { ...Item, expiresAt }, ...(ConditionExpression ? { ConditionExpression } : {}) },
  });
  const fresh = 'attribute_not_exists(pk)';
  const TransactItems = [
    { Update: { TableName, Key: conversationKey(conversationId), ...updated(from, { ...to, expiresAt }) } },
    ...(turn ? [put({ ...turnKey(conversationId, turn.turn), ...turn }, isNew ? fresh : undefined)] : []),
    ...(turn && isNew ? [put({ ...askedKey(conversationId, turn.turnId), turn: turn.turn }, fresh)] : []),
    ...(note ? [put({ ...noteKey(conversationId, note.seq), ...note }, fresh)] : []),
    ...(ticket ? [put(ticketItem(ticket), fresh), put(referenceItem(conversationId, ticketKey(ticket.ticketId)))] : []),
    ...(ticketChange ? [ticketUpdate(ticketChange)] : []),
    ...takes.map((take) => ({ Update: { TableName, ...tokenUpdate(take) } })),
  ];
  try {
    await table.send(new TransactWriteCommand({ TransactItems }));
    return true;
  } catch (error) {
    if (wasRefused(error) || isCancelled(error)) return false;
    throw error;
  }
};

const updated = (from: Stored, to: Record<string, unknown>) => {
  const all = Object.entries(to);
  const set = all.filter(([, value]) => value !== undefined);
  const removed = all.filter(([, value]) => value === undefined);
  const name = (key: string): string => `#${key}`;
  const sets = set.map(([key]) => `${name(key)} = :${key}`).join(', ');
  const removes = removed.map(([key]) => name(key)).join(', ');
  return {
    UpdateExpression: `SET ${sets}${removes ? ` REMOVE ${removes}` : ''}`,
    ConditionExpression: '#lastSeq = :before AND attached = :attached',
    ExpressionAttributeNames: Object.fromEntries(all.map(([key]) => [name(key), key])),
    ExpressionAttributeValues: {
      ':before': from.lastSeq,
      ':attached': from.attached,
      ...Object.fromEntries(set.map(([key, value]) => [`:${key}`, value])),
    },
  };
};

/** Whether a transaction failed only because others were quicker. */
const isCancelled = (error: unknown): boolean => {
  const { name, CancellationReasons = [] } = error as { name?: string; CancellationReasons?: { Code?: string }[] };
  const expected = ['None', 'ConditionalCheckFailed', 'TransactionConflict'];
  return (
    name === 'TransactionCanceledException' && CancellationReasons.every(({ Code = 'None' }) => expected.includes(Code))
  );
};

/** The most deletions of one request. */
const MOST_DELETED = 25;

/** Forgets a conversation: itself first, so that nothing is added to it any more, then all that is kept below it. */
export const forget = async (conversationId: string): Promise<void> => {
  const { pk } = conversationKey(conversationId);
  const erase = async (keys: readonly { pk: string; sk: string }[]): Promise<void> => {
    let RequestItems = { [TableName]: keys.map((Key) => ({ DeleteRequest: { Key } })) };
    while ((RequestItems[TableName]?.length ?? 0) > 0) {
      const { UnprocessedItems } = await table.send(new BatchWriteCommand({ RequestItems }));
      RequestItems = { [TableName]: (UnprocessedItems?.[TableName] ?? []) as (typeof RequestItems)[string] };
    }
  };
  await erase([conversationKey(conversationId)]);
  const items = await queried(conversationId, 'sk >= :first', { ':first': ' ' });
  const elsewhere = items.flatMap(({ refersTo }) => (refersTo ? [refersTo as { pk: string; sk: string }] : []));
  const keys = [...elsewhere, ...items.map(({ sk }) => ({ pk, sk: String(sk) }))];
  for (let from = 0; from < keys.length; from += MOST_DELETED) await erase(keys.slice(from, from + MOST_DELETED));
};
