import { beforeEach, expect, test } from 'vitest';
import type { Subject } from '../model/asked.ts';
import type { Counted } from '../store/asked.ts';
import { startConversation } from '../testing/conversation.ts';
import { turnAnswered } from '../testing/questions.ts';
import { type ChatWorld, chatWorld } from '../testing/world.ts';
import { CountBusyError, createCountQuestion } from './step.ts';

let world: ChatWorld;
let counted: { of: Counted; subject: Subject }[];
let busy: number;
let pauses: number[];
const count = () =>
  createCountQuestion({
    now: () => world.clock.now,
    readTurn: world.table.readTurn,
    async countAsked(of, subject) {
      if (busy-- > 0) return false;
      counted.push({ of, subject });
      return true;
    },
    pause: async (milliseconds) => void pauses.push(milliseconds),
  });
beforeEach(() => {
  [world, counted, busy, pauses] = [chatWorld(), [], 0, []];
});

test('a question counts for what answered it, and nothing of its words is kept', async () => {
  const talk = await startConversation(world);
  const source = { path: '/questions/#when', title: 'When does it open?', itemId: 'when' };
  await talk.askAndAnswer('When can I watch it?', { outcome: 'answer', sources: [source] });
  await count()({ detail: turnAnswered(talk.id, 1).detail });
  expect(counted[0]?.subject).toEqual({ subject: 'when', title: source.title, itemId: 'when', outcome: 'answer' });
  expect(counted[0]?.of).toMatchObject({ conversationId: talk.id, turn: 1, locale: 'en', day: '2026-03-02' });
  expect(JSON.stringify(counted)).not.toContain('watch it');
});

test('one that nothing answered counts for what became of it', async () => {
  const talk = await startConversation(world);
  await talk.askAndAnswer('Is there a soundtrack on vinyl?', { outcome: 'unknown', sources: [] });
  await count()({ detail: turnAnswered(talk.id, 1).detail });
  expect(counted.map(({ subject }) => subject)).toEqual([{ subject: 'unknown', title: '', outcome: 'unknown' }]);
});

test('one that was forgotten meanwhile does not count', async () => {
  await count()({ detail: turnAnswered('a3c1f7de-2b64-4f0a-9d15-6c8e7b90f3a2', 1).detail });
  expect(counted).toEqual([]);
});

test('where others count the same, it tries again after a while, and leaves it to its event in the end', async () => {
  const talk = await startConversation(world);
  await talk.askAndAnswer('When can I watch it?');
  busy = 3;
  await count()({ detail: turnAnswered(talk.id, 1).detail });
  expect([counted.length, pauses]).toEqual([1, [20, 40, 80]]);
  busy = 99;
  await expect(count()({ detail: turnAnswered(talk.id, 1).detail })).rejects.toThrow(CountBusyError);
});
