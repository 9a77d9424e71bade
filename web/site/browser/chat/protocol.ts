// What the chat's API says and is told, as `services/chat/model` has it; a test holds the two against each other.

/** A place of the site that an answer was taken from. */
export type Source = { path: string; title: string; heading?: string; itemId?: string };

/** What can be pressed in the place of typing. */
export type Suggestion =
  | { do: 'ask'; label: string; question: string }
  | { do: 'person'; label: string }
  | { do: 'later'; label: string };

export type Outcome =
  | 'answer'
  | 'clarify'
  | 'unknown'
  | 'sealed'
  | 'out-of-scope'
  | 'refused'
  | 'small-talk'
  | 'person'
  | 'failed';

export type Answer = {
  outcome: Outcome;
  locale: string;
  /** Plain text, paragraphs parted by an empty line. */
  text: string;
  sources: readonly Source[];
  suggestions: readonly Suggestion[];
};

type Numbered = { seq: number; at: string };

export type Accepted = Numbered & { type: 'accepted'; turn: number; turnId: string; text: string };
/** Voids the parts before it. */
export type Typing = Numbered & { type: 'typing'; turn: number };
export type Part = Numbered & { type: 'part'; turn: number; text: string };
/** Takes the place of all parts. */
export type Final = Numbered & { type: 'final'; turn: number; turnId: string; answer: Answer };
export type HandOver = Numbered & {
  type: 'hand-over';
  state: 'waiting' | 'answered' | 'timed-out';
  ticketId: string;
  text: string;
};
export type Closed = Numbered & { type: 'closed'; reason: 'idle' };

/** What a conversation is told, numbered from 1 without a gap. */
export type Message = Accepted | Typing | Part | Final | HandOver | Closed;

/** The answer to a new conversation. */
export type Opened = { conversationId: string; token: string; expiresAt: string; socket: string; last: number };

/** Why an answer was not right. */
export type Reason = 'wrong' | 'unclear' | 'not-what-i-asked' | 'out-of-date';
export type Verdict = { verdict: 'yes' } | { verdict: 'no'; reason?: Reason };
