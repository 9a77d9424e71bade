import type { Answer } from './answer.ts';

/** What every message to a client carries: its number in the conversation, from 1 without a gap, and when it was written, in UTC. */
type Numbered = { seq: number; at: string };

/** A turn was taken. `text` is what is kept of it: what identifies a person is left out. */
export type Accepted = Numbered & { type: 'accepted'; turn: number; turnId: string; text: string };

/** The turn is being answered. Whatever parts of an answer came before it are void. */
export type Typing = Numbered & { type: 'typing'; turn: number };

/** The next piece of the answer, to be put behind those before. */
export type Part = Numbered & { type: 'part'; turn: number; text: string };

/** The whole answer; it takes the place of all parts. Exactly one comes for every turn. */
export type Final = Numbered & { type: 'final'; turn: number; turnId: string; answer: Answer };

/** A person was asked for (`waiting`), has answered (`text` says what), or did not come in time. */
export type HandOver = Numbered & {
  type: 'hand-over';
  state: 'waiting' | 'answered' | 'timed-out';
  ticketId: string;
  text: string;
};

/** Nothing can be asked here any more. */
export type Closed = Numbered & { type: 'closed'; reason: 'idle' };

/** The messages of one frame: a socket is told one, or a list of them. */
export const messagesIn = (frame: string): Message[] => [JSON.parse(frame) as Message | Message[]].flat();

/** What a client of a conversation is told, over the socket and by `GET …/turns?after=N` alike. */
export type Message = Accepted | Typing | Part | Final | HandOver | Closed;
