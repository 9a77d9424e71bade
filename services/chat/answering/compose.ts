import type { Answer, Source, Suggestion } from '../model/answer.ts';
import { sentencesIn } from './language/fold.ts';
import type { Evidence, Understood } from './understood.ts';
import { type Words, wordsOf } from './words.ts';

/** Sources that an answer names. */
const MOST_SOURCES = 3;

/** How near the best one a source has to come to be named. */
const NAMED = 0.85;

/** Sentences behind each other; what ends without a stop has a line of its own. */
const joined = (sentences: readonly string[]): string =>
  sentences.reduce((text, sentence) => {
    if (!text) return sentence;
    const ends = /[.!?…:;,”"»)]$/u.test(text) && /[.!?…:;,”"»)]$/u.test(sentence);
    return `${text}${ends ? ' ' : '\n'}${sentence}`;
  }, '');

const textOf = ({ text, sentences, curated, lead }: Evidence): string => {
  const plain = (each: string): string => each.replace(/\s+/g, ' ');
  const said = curated && plain(sentences.join(' ')) === plain(text) ? text : joined(sentences);
  return lead ? `${lead}\n\n${said}` : said;
};

const sourcesOf = (evidence: readonly Evidence[]): Source[] => {
  const byPath = new Map<string, Source>();
  const best = evidence[0]?.score ?? 0;
  for (const { source, score } of evidence) {
    if (score >= best * NAMED && !byPath.has(source.path)) byPath.set(source.path, source);
  }
  return [...byPath.values()].slice(0, MOST_SOURCES);
};

const said = ({ outcome, talk, opens }: Understood, words: Words): string => {
  switch (outcome) {
    case 'unknown':
      return words.unknown;
    case 'out-of-scope':
      return words.outOfScope;
    case 'refused':
      return words.refused;
    case 'small-talk':
      return words[talk ?? 'hello'];
    case 'person':
      return words.person;
    case 'clarify':
      return words.clarify;
    default:
      return opens === undefined ? words.sealedUndated : words.sealed(opens);
  }
};

const suggestionsOf = ({ outcome, options = [] }: Understood, words: Words): Suggestion[] => {
  const ask = options.map(({ label, question }): Suggestion => ({ do: 'ask', label, question }));
  const person: Suggestion = { do: 'person', label: words.askPerson };
  if (outcome === 'clarify') return ask;
  if (outcome === 'unknown') return [...ask.slice(0, 2), person];
  if (outcome === 'sealed') return [{ do: 'later', label: words.later }, person];
  return outcome === 'person' ? [person] : [];
};

/** The reply to a question, in the words of its sources. */
export const compose = (understood: Understood): Answer => {
  const { outcome, locale, evidence } = understood;
  const words = wordsOf(locale);
  const [best] = evidence;
  const text = outcome === 'answer' && best ? textOf(best) : said(understood, words);
  return { outcome, locale, text, sources: sourcesOf(evidence), suggestions: suggestionsOf(understood, words) };
};

/** The reply where something broke. */
export const failedAnswer = (locale: string): Answer => {
  const words = wordsOf(locale);
  return {
    outcome: 'failed',
    locale,
    text: words.failed,
    sources: [],
    suggestions: [{ do: 'person', label: words.askPerson }],
  };
};

/** An answer's text cut at the ends of its sentences; put together it is the text again. */
export const pieces = ({ text, locale }: Answer): string[] => {
  const cuts: string[] = [];
  let from = 0;
  for (const sentence of sentencesIn(text, locale)) {
    const at = text.indexOf(sentence, from);
    if (at < 0) continue;
    const end = at + sentence.length;
    cuts.push(text.slice(from, end));
    from = end;
  }
  const rest = text.slice(from);
  if (rest) cuts.push((cuts.pop() ?? '') + rest);
  return cuts;
};
