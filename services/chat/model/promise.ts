/** A question that is to be answered in its conversation as soon as it can be. */
export type Promised = {
  conversationId: string;
  turn: number;
  question: string;
  locale: string;
  territory?: string;
  at: string;
};
