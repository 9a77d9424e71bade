import type { Answer } from './answer.ts';

/** What is kept of a conversation besides its turns. */
export type Conversation = {
  conversationId: string;
  /** The language of the page where it was opened. */
  locale: string;
  /** The country (ISO 3166) where it was opened, as far as that is known. */
  territory?: string;
  openedAt: string;
  /** Milliseconds since the epoch of the last turn. */
  activeAt: number;
  state: 'open' | 'closed';
  /** Number of the newest message. Whatever changes the conversation has a message, so this is its version too. */
  lastSeq: number;
  /** Number of the newest message that its sockets were told of; those that came with new turns may wait for the next one. */
  told: number;
  /** Number of the newest turn, and of the newest one that is answered: turns are answered in order. */
  accepted: number;
  answered: number;
  /** How many of the newest answers said nothing. */
  misses: number;
  /** Whether more may be asked by now, as `limits.ts` counts it. */
  paceFullAt?: number;
  /** The execution that answers the next turn, until a moment in milliseconds since the epoch. */
  lease?: { holder: string; until: number };
  /** The newest ticket, where a person was asked for. */
  ticket?: { ticketId: string; state: 'waiting' | 'answered' | 'timed-out' };
};

type Moment = { seq: number; at: string };

/** One question and what became of it. */
export type Turn = {
  turn: number;
  /** The client's own name for it. */
  turnId: string;
  /** Without what identifies a person. */
  text: string;
  correlationId: string;
  accepted: Moment;
  /** In order; a further `typing` begins anew, and voids the parts before it. */
  progress: readonly (Moment & ({ type: 'typing' } | { type: 'part'; text: string }))[];
  final?: Moment & {
    answer: Answer;
    /** The question as it was understood, standing alone. */
    question: string;
    /** The version of the site that it was answered from. */
    siteVersion: number;
    holder: string;
  };
};

/** A message that belongs to no turn. */
export type Note = Moment &
  (
    | { type: 'hand-over'; state: 'waiting' | 'answered' | 'timed-out'; ticketId: string; text: string }
    | { type: 'closed'; reason: 'idle' }
  );
