import * as z from 'zod';

export const ConversationId = z.uuid('expected the identifier of a conversation');

/** Of path and header, in every request of a conversation. */
export const OF_CONVERSATION = { id: ConversationId, token: z.string().max(300).optional() };

/** What tells a step of the workflow which turn it works on, and for whom. */
export const OF_TURN = {
  conversationId: ConversationId,
  turn: z.int().positive(),
  /** The execution that has the conversation's turn. */
  holder: z.string().min(1),
};
