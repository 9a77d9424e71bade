/** What somebody on the staff said to a fan. */
export type Reply = { replyId: string; text: string; by: string; at: string; seq: number };

/** A conversation that waits for a person, or did. */
export type Ticket = {
  ticketId: string;
  conversationId: string;
  locale: string;
  state: 'waiting' | 'answered' | 'timed-out';
  /** The fan asked, or nothing could be answered. */
  reason: 'asked' | 'no-answer';
  openedAt: string;
  correlationId: string;
  replies: readonly Reply[];
  /** What lets the workflow go on that waits for a person; there once it does. */
  taskToken?: string;
};
