import { type Word, wordsIn } from './fold.ts';
import type { Language, Phrase } from './language.ts';
import { withWholeNumbers } from './numbers.ts';
import { placesIn } from './places.ts';
import type { Part } from './topic.ts';
import { TOPICS } from './topics.ts';

/** A word with what it is compared by. */
export type Token = Word & {
  /** The word that is meant: what chat writes otherwise, or a slip, is put right. */
  form: string;
  stem: string;
  stop: boolean;
  number?: string;
  /** How sure it is that this word is meant, to 1. */
  sure: number;
};

/** A turn of phrase in a text: the term that it stands for, and its tokens. */
export type Span = { term: string; from: number; to: number };

export type Analysis = { tokens: readonly Token[]; spans: readonly Span[] };

/** Puts a word right that no list knows; undefined leaves it. */
export type Correct = (folded: string) => { word: string; sure: number } | undefined;

const POSSESSIVE = /'(?:s|d|ll|ve|re|m)$/;

const asKnown = (folded: string): string =>
  folded.includes("'") ? folded.replace(POSSESSIVE, '').replaceAll("'", '') : folded;

const tokenOf = (word: Word, language: Language, form: string, sure: number): Token => {
  const { stem, stop, number } = language.lookUp(form);
  const { text, folded, from, to } = word;
  return { text, folded, from, to, form, stem, stop, number, sure };
};

const same = (part: string, { stem, form }: Token): boolean =>
  part === stem || part === form || (part.startsWith('=') && part.slice(1) === form);

/** How many tokens a phrase takes from a place on; undefined where it is not there. */
const lengthAt = ({ parts }: Phrase, tokens: readonly Token[], at: number): number | undefined => {
  const match = (part: number, index: number): number | undefined => {
    const wanted = parts[part];
    if (wanted === undefined) return index;
    if (wanted === '*') {
      for (let skipped = 0; skipped <= 2; skipped++) {
        const end = match(part + 1, index + skipped);
        if (end !== undefined) return end;
      }
      return undefined;
    }
    const token = tokens[index];
    return token && same(wanted, token) ? match(part + 1, index + 1) : undefined;
  };
  const end = match(0, at);
  return end === undefined ? undefined : end - at;
};

const spansIn = (tokens: readonly Token[], language: Language): Span[] => {
  const spans: Span[] = [];
  for (const [from, { form }] of tokens.entries()) {
    for (const phrase of language.lookUp(form).phrases) {
      const length = lengthAt(phrase, tokens, from);
      if (length !== undefined) spans.push({ term: phrase.term, from, to: from + length });
    }
  }
  return spans;
};

export type Reading = {
  correct?: Correct;
  /** Whether it was typed into a chat, with what is usual there. */
  chat?: boolean;
  /** Whether a word is a name here, so that it is not taken for a slip. */
  isName?: (folded: string) => boolean;
};

/** What a question word may stand behind. */
const OPENS = /^(?:|and|or|but|so|no|know|kno|tell|me|idea|y|o|pero|sabes?)$/;

/** The words of a text and what they are about. */
export const analyse = (text: string, language: Language, reading: Reading = {}): Analysis => {
  const { correct = () => undefined, chat = false, isName = () => false } = reading;
  const words = wordsIn(text).map((word) => ({ word, known: asKnown(word.folded) }));
  const tokens = words.map(({ word, known }, index) => {
    const next = words[index + 1]?.known ?? '';
    const opens = index === 0 && language.isStop(next) ? language.opener(known) : undefined;
    const alias = chat ? (opens ?? language.alias(known)) : undefined;
    const before = words[index - 1]?.known ?? '';
    const begins = OPENS.test(before) && next !== '' && language.isStop(language.alias(next) ?? next);
    if (alias !== undefined && (begins || !isName(known))) return tokenOf(word, language, alias, 1);
    const better = correct(known);
    return tokenOf(word, language, better?.word ?? known, better?.sure ?? 1);
  });
  const whole = withWholeNumbers(tokens);
  return { tokens: whole, spans: spansIn(whole, language) };
};

const isConcept = (part: Part): boolean => !part.startsWith('?') && !part.startsWith('@');

/**
 * What a text asks for, of those things that every launch is asked. What it only hints at counts half; a way of asking that takes
 * two concepts counts more than one that takes one.
 */
export const topicsIn = ({ tokens, spans }: Analysis): Map<string, number> => {
  const has = new Set(spans.map(({ term }) => term));
  const place = placesIn(tokens).length > 0;
  const holds = (part: Part): boolean => {
    if (part === '@place') return place;
    return has.has(part.startsWith('?') ? `k:${part.slice(1)}` : `c:${part}`);
  };
  const found = new Map<string, number>();
  for (const { name, asked, hinted = [], not = [] } of TOPICS) {
    if (not.some(holds)) continue;
    const ways = asked.filter((parts) => parts.every(holds));
    if (ways.length > 0) found.set(name, ways.some((parts) => parts.filter(isConcept).length > 1) ? 1.25 : 1);
    else if (hinted.some((parts) => parts.every(holds))) found.set(name, 0.5);
  }
  return found;
};
