import type { Knowledge } from '../../model/knowledge.ts';
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
  /** Who does a job, by the stem of its name: `director`; leads by what leads are called. */
  byJob: ReadonlyMap<string, readonly Figure[]>;
  /** Names of the titles, as folded words. */
  titles: readonly (readonly string[])[];
};

const nameWords = (name: string, language: Language): string[] =>
  wordsIn(name)
    .map(({ folded }) => folded)
    .filter((word) => !language.isStop(word) && word.length > 1);

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
  for (const { kind, title, passages } of pages) {
    const [profession] = passages;
    const figure = kind === 'person' ? figures.find(({ person }) => person === title) : undefined;
    if (!figure || !profession || profession.heading || profession.text.length > 60) continue;
    for (const { folded } of wordsIn(profession.text)) {
      if (language.isStop(folded)) continue;
      const stem = language.stem(folded);
      byJob.set(stem, [...(byJob.get(stem) ?? []), figure]);
    }
  }
  // What half the cast is, tells nobody apart.
  for (const [stem, holders] of byJob) if (holders.length > 2) byJob.delete(stem);
  const titles = pages
    .filter(({ kind }) => kind === 'title')
    .map(({ title }) => wordsIn(title).map(({ folded }) => fold(folded)));
  return { figures, byWord, cast, byJob, titles };
};
