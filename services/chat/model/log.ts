import type { Note, Turn } from './conversation.ts';
import type { Message } from './message.ts';

/** Every message of a turn, in the order of their numbers. */
export const messagesOfTurn = ({ turn, turnId, text, accepted, progress, final }: Turn): Message[] => [
  { type: 'accepted', ...accepted, turn, turnId, text },
  ...progress.map((each): Message => ({ ...each, turn })),
  ...(final ? [{ type: 'final' as const, seq: final.seq, at: final.at, turn, turnId, answer: final.answer }] : []),
];

/** What a client is told that has seen the messages up to `after`: exactly those behind it, in order. */
export const messagesAfter = (after: number, turns: readonly Turn[], notes: readonly Note[]): Message[] =>
  [...turns.flatMap(messagesOfTurn), ...notes]
    .filter(({ seq }) => seq > after)
    .sort((one, other) => one.seq - other.seq);
