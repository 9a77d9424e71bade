import { analyse } from './language/analyse.ts';
import { fold, wordsIn } from './language/fold.ts';
import { languageOf } from './language/languages.ts';
import type { Evidence } from './understood.ts';

/** Share of the words that mean something which have to stand in the evidence. */
const GROUNDED = 0.85;

const LINK = /(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/giu;
const MARKUP = /<\/?[a-z][^>]*>|\]\(|\*\*|^#{1,6}\s|`{1,3}/im;
const LEAK =
  /\b(?:system prompt|my instructions|i was instructed|i am instructed|as an ai|language model|my training|knowledge cutoff|the (?:evidence|passages?|context) (?:says?|provided|above)|mis instrucciones|como (?:una )?ia|modelo de lenguaje|prompt del sistema|mi entrenamiento)\b/i;

/**
 * What is wrong with a composed text, measured by its evidence: names, numbers, links and words that do not stand there, markup,
 * talk about instructions. Empty where all is well.
 */
export const check = (text: string, evidence: readonly Evidence[]): readonly string[] => {
  const known = evidence
    .map(({ source, text: said, sentences }) =>
      [source.title, source.heading, said, ...sentences].filter(Boolean).join('\n'),
    )
    .join('\n');
  const problems: string[] = [];
  for (const [link] of text.matchAll(LINK)) {
    const bare = link.replace(/[.,;:!?)]+$/, '');
    if (!known.includes(bare)) problems.push(`The link or address ${bare} is not in the evidence.`);
  }
  if (MARKUP.test(text)) problems.push('It has markup.');
  if (LEAK.test(fold(text))) problems.push('It speaks of instructions.');
  const language = languageOf(guess(text, known));
  const there = new Set(analyse(known, language).tokens.flatMap(({ stem, form }) => [stem, form]));
  const numbers = new Set(analyse(known, language).tokens.flatMap(({ number }) => number ?? []));
  const { tokens } = analyse(text, language);
  const content = tokens.filter(({ stop }) => !stop);
  for (const [index, token] of tokens.entries()) {
    const { number, form } = token;
    if (number !== undefined && /^\d/.test(token.text) && !numbers.has(number))
      problems.push(`The number ${token.text} is not in the evidence.`);
    const begins = index === 0 || /[.!?:\n“”«»"]\s*$/u.test(text.slice(0, token.from));
    if (!begins && /^\p{Lu}/u.test(token.text) && !there.has(form) && !there.has(token.stem))
      problems.push(`The name ${token.text} is not in the evidence.`);
  }
  const missing = content.filter(({ stem, form }) => !there.has(stem) && !there.has(form));
  if (content.length > 0 && 1 - missing.length / content.length < GROUNDED)
    problems.push(`The evidence does not have ${missing.map((token) => token.text).join(', ')}.`);
  return problems;
};

/** The words of a text are taken as those of the language that knows most of them. */
const guess = (text: string, known: string): string => {
  const words = wordsIn(`${text} ${known}`).map(({ folded }) => folded);
  const hits = (locale: string): number => words.filter(languageOf(locale).isStop).length;
  return hits('es') > hits('en') ? 'es' : 'en';
};
