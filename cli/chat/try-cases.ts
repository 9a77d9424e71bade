import type { Api } from '../api.ts';
import { type Case, conversationsOf } from './cases.ts';
import type { Answer } from './conversation.ts';
import { judge, type Verdict } from './judge.ts';

/** What became of a case. */
export type Tried = { case: Case; answer: Answer; verdict: Verdict };

type Tryout = { answer: Answer; question: string; siteVersion: number };

/** Turns that are remembered, as in a fan's conversation. */
const REMEMBERED = 6;

/** Asks the cases of a conversation one after the other, as a fan would. */
const tryConversation = async (api: Api, cases: readonly Case[], territory: string | undefined): Promise<Tried[]> => {
  const tried: Tried[] = [];
  const recent: object[] = [];
  for (const each of cases) {
    const { question: text, locale } = each;
    const asked = { text, locale, recent: recent.slice(-REMEMBERED), ...(territory ? { territory } : {}) };
    const { answer, question } = await api<Tryout>('POST', '/chat/try', asked);
    tried.push({ case: each, answer, verdict: judge(each, answer) });
    const { outcome, sources, suggestions } = answer;
    recent.push({
      question: text,
      asked: question,
      outcome,
      sources: sources.slice(0, 2),
      suggestions: suggestions.slice(0, 3),
    });
  }
  return tried;
};

/** Conversations that are tried at once. */
const AT_ONCE = 4;

/** Asks all cases and judges the answers, in the order of the file. */
export const tryCases = async (api: Api, cases: readonly Case[], territory?: string): Promise<Tried[]> => {
  const conversations = conversationsOf(cases);
  const results: Tried[][] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < conversations.length; index = next++) {
      results[index] = await tryConversation(api, conversations[index] ?? [], territory);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results.flat().sort((one, other) => one.case.line - other.case.line);
};
