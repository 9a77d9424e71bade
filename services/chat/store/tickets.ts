import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '../../shared/clients.ts';
import type { Reply, Ticket } from '../model/ticket.ts';
import { TableName, wasRefused } from './table.ts';

export const ticketKey = (ticketId: string) => ({ pk: `TICKET#${ticketId}`, sk: 'TICKET' });

const listOf = (state: Ticket['state']): string => `TICKETS#${state}`;

/** A ticket as it lies in the table, listed with those of its state, the oldest first. */
export const ticketItem = (ticket: Ticket) => ({
  ...ticketKey(ticket.ticketId),
  listPk: listOf(ticket.state),
  listSk: `${ticket.openedAt}#${ticket.ticketId}`,
  ...ticket,
});

export type TicketChange = {
  ticketId: string;
  state: Ticket['state'];
  reply?: Reply;
  /** How many replies it has now: another one that came meanwhile is not overlooked. */
  replies: number;
};

/** What of a transaction changes a ticket. */
export const ticketUpdate = ({ ticketId, state, reply, replies }: TicketChange) => ({
  Update: {
    TableName,
    Key: ticketKey(ticketId),
    UpdateExpression: `SET #state = :state, listPk = :list${reply ? ', replies = list_append(replies, :reply)' : ''}`,
    ConditionExpression: 'size(replies) = :replies',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: {
      ...{ ':state': state, ':list': listOf(state), ':replies': replies },
      ...(reply ? { ':reply': [reply] } : {}),
    },
  },
});

const ticketOf = (item: Record<string, unknown>): Ticket => {
  const { pk, sk, listPk, listSk, expiresAt, claim, ...ticket } = item;
  return ticket as unknown as Ticket;
};

/** Reads a ticket. */
export const readTicket = async (ticketId: string): Promise<Ticket | undefined> => {
  const { Item } = await table.send(new GetCommand({ TableName, Key: ticketKey(ticketId), ConsistentRead: true }));
  return Item && ticketOf(Item);
};

/** Notes that no workflow waits for a ticket any more; one that is forgotten stays so. */
export const endWait = async (ticketId: string): Promise<void> => {
  try {
    await table.send(
      new UpdateCommand({
        TableName,
        Key: ticketKey(ticketId),
        UpdateExpression: 'REMOVE taskToken',
        ConditionExpression: 'attribute_exists(pk)',
      }),
    );
  } catch (error) {
    if (!wasRefused(error)) throw error;
  }
};

type Page = { limit: number; after?: string };

/** Tickets of a state, those that wait longest first; `next` leads to more. */
export const listTickets = async (
  state: Ticket['state'],
  { limit, after }: Page,
): Promise<{ tickets: Ticket[]; next?: string }> => {
  const { Items = [], LastEvaluatedKey } = await table.send(
    new QueryCommand({
      TableName,
      IndexName: 'byState',
      KeyConditionExpression: 'listPk = :list AND listSk > :after',
      ExpressionAttributeValues: { ':list': listOf(state), ':after': after ?? ' ' },
      Limit: limit,
    }),
  );
  const next = LastEvaluatedKey?.listSk as string | undefined;
  return { tickets: Items.map(ticketOf), ...(next ? { next } : {}) };
};
