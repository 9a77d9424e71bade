import { analyse } from './language/analyse.ts';
import { languageOf } from './language/languages.ts';

/** What a question is about, as words that other wordings of it have too: stems, and the topics that they stand for; sorted. */
export const keywordsOf = (question: string, locale: string): string[] => {
  const { tokens, spans } = analyse(question, languageOf(locale), { chat: true });
  const stems = tokens.filter(({ stop }) => !stop).map(({ stem }) => stem);
  return [...new Set([...stems, ...spans.map(({ term }) => term)])].sort();
};
