import type { Knowledge } from '../model/knowledge.ts';
import type { Language } from './language/language.ts';
import { languageOf } from './language/languages.ts';
import { placeWords } from './language/places.ts';
import { createSpeller, type Speller } from './language/spelling.ts';
import { entriesOf } from './retrieve/entries.ts';
import { type Entry, FIELDS } from './retrieve/entry.ts';
import { type Glossary, glossaryOf } from './retrieve/glossary.ts';
import { type Mystery, mysteriesIn } from './retrieve/mysteries.ts';
import { type Phrasings, phrasingsOf } from './retrieve/phrasings.ts';
import { episodesIn } from './retrieve/terms.ts';

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
  /** Whether a folded word is part of a name. */
  isName: (folded: string) => boolean;
  /** Countries that a release says something of. */
  territories: ReadonlySet<string>;
  phrasings: Phrasings;
  /** What the story keeps its people asking: the question word, and the stems of what is asked. */
  mysteries: readonly Mystery[];
  /** Numbers of the episodes of which nothing is told yet. */
  sealed: ReadonlySet<string>;
};

/** Those that the list of episodes or a curated answer calls sealed, without those that are told by now. */
const sealedIn = (entries: readonly Entry[]): Set<string> => {
  const told = new Set(entries.filter(({ part }) => part === 'episode').flatMap(({ episodes }) => episodes));
  const announced = entries.flatMap(({ part, curated, topics, episodes, sentences }) => {
    if (part === 'sealed') return episodes;
    return curated && topics.has('sealed') ? sentences.flatMap(({ analysis }) => episodesIn(analysis)) : [];
  });
  return new Set(announced.filter((episode) => !told.has(episode)));
};

/** Makes what is known in one language ready to be asked. */
export const openKnowledge = (knowledge: Knowledge): Library => {
  const language = languageOf(knowledge.locale);
  const { entries, words } = entriesOf(knowledge, language);
  const postings = new Map<string, number[]>();
  const stems = new Set<string>();
  for (const { index, terms, topics } of entries) {
    const post = (term: string): void => {
      const known = postings.get(term);
      if (!known) postings.set(term, [index]);
      else if (known.at(-1) !== index) known.push(index);
    };
    for (const field of FIELDS) for (const term of terms[field]) post(term);
    for (const topic of topics.keys()) post(`t:${topic}`);
  }
  for (const term of postings.keys()) if (term.startsWith('w:')) stems.add(term.slice(2));
  const glossary = glossaryOf(knowledge, language);
  const isName = (folded: string): boolean => glossary.byWord.has(folded);
  const phrasings = phrasingsOf(knowledge, { language, isName });
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
    speller: createSpeller([words, phrasings.words, language.words, placeWords()]),
    glossary,
    isName,
    territories: new Set(entries.flatMap(({ part, territories }) => (part === 'release' ? (territories ?? []) : []))),
    phrasings,
    mysteries: mysteriesIn(entries),
    sealed: sealedIn(entries),
  };
};
