import { variable } from '../../shared/environment.ts';

export const TableName = /* @__PURE__ */ variable('CHAT_TABLE');

const numbered = (number: number): string => String(number).padStart(8, '0');

/** Behind the newest turn, so that a conversation and its newest turns are read at once. */
export const conversationKey = (conversationId: string) => ({ pk: `CONV#${conversationId}`, sk: 'TURN#~' });
export const turnKey = (conversationId: string, turn: number) => ({
  pk: `CONV#${conversationId}`,
  sk: `TURN#${numbered(turn)}`,
});
export const noteKey = (conversationId: string, seq: number) => ({
  pk: `CONV#${conversationId}`,
  sk: `NOTE#${numbered(seq)}`,
});
/** Which turn a client's own name for it stands for. */
export const askedKey = (conversationId: string, turnId: string) => ({
  pk: `CONV#${conversationId}`,
  sk: `ASKED#${turnId}`,
});
/** Leads from a conversation to what is kept of it elsewhere, so that it is forgotten with it. */
export const referenceItem = (conversationId: string, refersTo: { pk: string; sk: string }) => ({
  pk: `CONV#${conversationId}`,
  sk: `REFERENCE#${refersTo.pk}#${refersTo.sk}`,
  refersTo,
});
export const socketKey = (connectionId: string) => ({ pk: `SOCKET#${connectionId}`, sk: 'SOCKET' });

/** Whether a write was refused by its own condition, or by another write at the same moment. */
export const wasRefused = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'ConditionalCheckFailedException' || error.name === 'TransactionConflictException');
