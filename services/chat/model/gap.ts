/** Questions of one meaning that could not be answered. */
export type Gap = {
  gapId: string;
  locale: string;
  /** As it was asked first. */
  question: string;
  /** What tells whether another question is the same, sorted. */
  keywords: readonly string[];
  /** How often it was asked. */
  count: number;
  /** `drafted`: an answer is being written. `answered`: it is public, and the questions were asked again. */
  state: 'open' | 'drafted' | 'answered' | 'dismissed';
  firstAt: string;
  lastAt: string;
  /** The FAQ that was made of it, and what it was made with. */
  itemId?: string;
  draft?: {
    question: Record<string, string>;
    answer?: Record<string, string>;
    alsoAsked?: Record<string, string[]>;
    requestedBy: string;
  };
  /** How many of its questions the FAQ answers, and of how many, when they were asked again. */
  asked?: { answered: number; of: number; siteVersion: number };
};

/** One time that it was asked, and what became of it when it was asked again. */
export type Ask = {
  gapId: string;
  conversationId: string;
  turn: number;
  question: string;
  /** There was no answer, or the fan said that it was none. */
  reason: 'unknown' | 'feedback';
  at: string;
  again?: { outcome: string; text: string; itemId?: string; siteVersion: number; at: string };
};
