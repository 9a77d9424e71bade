import type { Knowledge } from '../model/knowledge.ts';
import { wordsIn } from './language/fold.ts';
import type { Language } from './language/language.ts';
import { languageOf } from './language/languages.ts';
import { placeWords } from './language/places.ts';
import { createSpeller, type Speller } from './language/spelling.ts';
import { entriesOf } from './retrieve/entries.ts';
import { type Entry, FIELDS } from './retrieve/entry.ts';
import { type Glossary, glossaryOf } from './retrieve/glossary.ts';

/** What is known in one language, ready to be asked. Only what understands questions looks into it. */
export type Library = {
  locale: string;
  language: Language;
  entries: readonly Entry[];
  /** Entries by what stands in them. */
  postings: ReadonlyMap<string, readonly number[]>;
  /** How telling a term is: 1 for what stands nowhere, next to 0 for what stands everywhere. */
  rarity: (term: string) => number;
  /** Whether any text has the stem of a folded word. */
  knows: (folded: string) => boolean;
  speller: Speller;
  glossary: Glossary;
  /** Countries that a release says something of. */
  territories: ReadonlySet<string>;
  /** Numbers of the episodes of which nothing is told yet. */
  sealed: ReadonlySet<string>;
};

const sealedIn = (entries: readonly Entry[]): Set<string> =>
  new Set(entries.filter(({ part }) => part === 'sealed').flatMap(({ episodes }) => episodes));

/** Makes what is known in one language ready to be asked. */
export const openKnowledge = (knowledge: Knowledge): Library => {
  const language = languageOf(knowledge.locale);
  const entries = entriesOf(knowledge, language);
  const postings = new Map<string, number[]>();
  const words = new Set<string>();
  const stems = new Set<string>();
  for (const { index, terms, sentences, topics } of entries) {
    const all = new Set(FIELDS.flatMap((field) => [...terms[field]]));
    for (const topic of topics.keys()) all.add(`t:${topic}`);
    for (const term of all) {
      const known = postings.get(term);
      if (known) known.push(index);
      else postings.set(term, [index]);
      if (term.startsWith('w:')) stems.add(term.slice(2));
    }
    for (const { analysis } of sentences) for (const { form } of analysis.tokens) words.add(form);
  }
  for (const { source } of entries) {
    for (const text of [source.title, source.heading]) for (const word of wordsOf(text)) words.add(word);
  }
  const most = Math.log(1 + (entries.length + 0.5) / 0.5);
  const rarity = (term: string): number => {
    const found = postings.get(term)?.length ?? 0;
    return Math.log(1 + (entries.length - found + 0.5) / (found + 0.5)) / most;
  };
  return {
    locale: knowledge.locale,
    language,
    entries,
    postings,
    rarity,
    knows: (folded) => stems.has(language.stem(folded)),
    speller: createSpeller([words, language.words, placeWords()]),
    glossary: glossaryOf(knowledge, language),
    territories: new Set(entries.flatMap(({ part, territories }) => (part === 'release' ? (territories ?? []) : []))),
    sealed: sealedIn(entries),
  };
};

const wordsOf = (text: string | undefined): string[] => (text ? wordsIn(text).map(({ folded }) => folded) : []);
