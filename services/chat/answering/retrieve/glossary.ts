import type { Knowledge } from '../../model/knowledge.ts';
import { type Analysis, analyse } from '../language/analyse.ts';
import { fold, wordsIn } from '../language/fold.ts';
import type { Language } from '../language/language.ts';

/** Somebody that questions name: a person, or a character with who plays it. */
export type Figure = { name: string; person: string; character?: string; words: readonly string[] };

export type Glossary = {
  figures: readonly Figure[];
  /** Words of names, folded: a surname alone names its bearer. */
  byWord: ReadonlyMap<string, readonly Figure[]>;
  /** Who plays, the lead first. */
  cast: readonly Figure[];
  /** Who does a job, by the concept of what is done. */
  byJob: ReadonlyMap<string, readonly Figure[]>;
  /** Names of the titles, as folded words. */
  titles: readonly (readonly string[])[];
};

const nameWords = (name: string, language: Language): string[] =>
  wordsIn(name)
    .map(({ folded }) => folded)
    .filter((word) => !language.isStop(word) && word.length > 1);

const JOBS = new Set(
  ['director', 'writer', 'creator', 'producer', 'camera', 'editing', 'design', 'casting', 'music', 'composer'].map(
    (job) => `c:${job}`,
  ),
);

/** What is done by whoever bears a title, by its longest words: a casting director directs nothing. */
export const jobsIn = ({ spans }: Analysis, at?: number): string[] => {
  const jobs = spans.filter(({ term, from, to }) => JOBS.has(term) && (at === undefined || (from <= at && at < to)));
  const longest = Math.max(0, ...jobs.map(({ from, to }) => to - from));
  const found = jobs.filter(({ from, to }) => to - from === longest).map(({ term }) => term);
  // Whoever writes the music composes it.
  return [...new Set(found.includes('c:composer') ? [...found, 'c:music'] : found)];
};

/** Persons, characters and titles that the knowledge names. */
export const glossaryOf = ({ pages }: Knowledge, language: Language): Glossary => {
  const figures: Figure[] = [];
  const persons = new Set<string>();
  const addPerson = (name: string): void => {
    if (persons.has(name)) return;
    persons.add(name);
    figures.push({ name, person: name, words: nameWords(name, language) });
  };
  for (const { kind, title } of pages) if (kind === 'person') addPerson(title);
  for (const { passages } of pages) {
    for (const { part, heading, text } of passages) {
      if (part === 'crew') for (const name of text.slice(text.indexOf(': ') + 2).split(', ')) addPerson(name);
      if (part !== 'cast' || !heading) continue;
      addPerson(heading);
      const [character = ''] = text.slice(heading.length + 2).split(',');
      if (character)
        figures.push({ name: character, person: heading, character, words: nameWords(character, language) });
    }
  }
  const byWord = new Map<string, Figure[]>();
  for (const figure of figures) {
    for (const word of figure.words) byWord.set(word, [...(byWord.get(word) ?? []), figure]);
  }
  const cast = figures
    .filter(({ character }) => character)
    .flatMap(({ person }) => figures.find((each) => !each.character && each.name === person) ?? []);
  const byJob = new Map<string, Figure[]>();
  for (const { passages } of pages) {
    for (const { part, heading, text } of passages) {
      if (part !== 'crew' || !heading) continue;
      const names = new Set(text.slice(text.indexOf(': ') + 2).split(', '));
      const people = figures.filter(({ name, character }) => !character && names.has(name));
      for (const job of jobsIn(analyse(heading, language))) byJob.set(job, [...(byJob.get(job) ?? []), ...people]);
    }
  }
  const titles = pages
    .filter(({ kind }) => kind === 'title')
    .map(({ title }) => wordsIn(title).map(({ folded }) => fold(folded)));
  return { figures, byWord, cast, byJob, titles };
};
