import { expect, test } from 'vitest';
import { answerOf } from '../testing/conversation.ts';
import type { Note, Turn } from './conversation.ts';
import { messagesAfter, messagesOfTurn } from './log.ts';

const at = '2026-03-01T10:00:00.000Z';
const turn: Turn = {
  ...{ turn: 2, turnId: 'a-turn', text: 'When?', correlationId: 'a-story', accepted: { seq: 4, at } },
  progress: [
    { type: 'typing', seq: 6, at },
    { type: 'part', seq: 7, at, text: 'On Friday.' },
  ],
  final: { seq: 8, at, answer: answerOf(), question: 'When does it open?', siteVersion: 3, holder: 'one' },
};
const note: Note = { type: 'closed', reason: 'idle', seq: 5, at };

test('a turn is told as it went; what others need not know of it is not told', () => {
  expect(messagesOfTurn(turn)).toEqual([
    { type: 'accepted', seq: 4, at, turn: 2, turnId: 'a-turn', text: 'When?' },
    { type: 'typing', seq: 6, at, turn: 2 },
    { type: 'part', seq: 7, at, turn: 2, text: 'On Friday.' },
    { type: 'final', seq: 8, at, turn: 2, turnId: 'a-turn', answer: answerOf() },
  ]);
});

test('one that has no answer yet is told as far as it is', () => {
  const { final: _, ...open } = turn;
  expect(messagesOfTurn({ ...open, progress: [] })).toMatchObject([{ type: 'accepted' }]);
});

test('what is behind a number comes in order, notes among turns', () => {
  expect(messagesAfter(4, [turn], [note]).map(({ seq, type }) => [seq, type])).toEqual([
    [5, 'closed'],
    [6, 'typing'],
    [7, 'part'],
    [8, 'final'],
  ]);
  expect(messagesAfter(8, [turn], [note])).toEqual([]);
});
