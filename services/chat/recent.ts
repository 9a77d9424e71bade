import type { RecentTurn } from './answering/understood.ts';
import type { Turn } from './model/conversation.ts';

/** What of the turns before helps to understand the next one. */
export const recentOf = (turns: readonly Turn[]): RecentTurn[] =>
  turns.flatMap(({ text, final }) =>
    final
      ? [
          {
            question: text,
            asked: final.question,
            outcome: final.answer.outcome,
            sources: final.answer.sources.slice(0, 2),
            suggestions: final.answer.suggestions.slice(0, 3),
          },
        ]
      : [{ question: text }],
  );
