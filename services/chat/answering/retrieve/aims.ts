import { type Entry, FIELDS } from './entry.ts';
import type { Explanation } from './explain.ts';
import { asksAll } from './frame.ts';
import type { Query } from './query.ts';
import { isSaid } from './terms-fit.ts';
import type { Unit } from './units.ts';
import { WEIGHTS } from './weights.ts';

/** What is left of an entry that does not name the country that the question names. */
const MISSES_PLACE = 0.75;

/** What is left of one that was written for another country. */
const OTHER_PLACE = 0.7;

/** What is left of one that was written for the topic and does not name whom the question names by the way. */
const BY_THE_WAY = 0.85;

/** What is left of a list of names where nobody is asked for. */
const NAMES_ONLY = 0.6;

/** How much a list is favoured where all names are asked for. */
const LISTS = 2.2;

/** How much who plays somebody is favoured where that character is named. */
const PLAYS = 1.5;

/** What is asked about persons; anything else may name somebody by the way. */
const OF_PERSONS = ['who-plays', 'who-made', 'about-person', 'casting'];

const namesIn = ({ units }: Query): readonly Unit[] => units.filter(({ role }) => role === 'name');

const misses = (names: readonly Unit[], { terms }: Entry): boolean =>
  names.length > 0 &&
  !names.some(({ ways }) =>
    ways.some(({ term }) => term.startsWith('w:') && FIELDS.some((field) => terms[field].has(term))),
  );

const missesPlace = ({ places, topics }: Query, { terms }: Entry): boolean =>
  places.length > 0 &&
  !topics.has('country-missing') &&
  !places.some(({ codes }) => codes.some((code) => FIELDS.some((field) => terms[field].has(`p:${code}`))));

/** Whether an entry answers for a country that the question does not ask about. */
const isOfOtherPlace = ({ places }: Query, { terms }: Entry): boolean => {
  const asked = [...terms.ask].filter((term) => term.startsWith('p:'));
  return asked.length > 0 && !places.some(({ codes }) => codes.some((code) => asked.includes(`p:${code}`)));
};

/** How far an entry is about whom and where the question is about, to 1. */
export const aimOf = (query: Query, entry: Entry, { topic }: Explanation): number => {
  const written =
    entry.curated &&
    topic.fit >= 1 &&
    topic.weight >= WEIGHTS.topic &&
    !query.kinds.has('who') &&
    !OF_PERSONS.some((each) => query.topics.has(each));
  const figure = misses(namesIn(query), entry) ? (written ? BY_THE_WAY : WEIGHTS.missesFigure) : 1;
  return figure * (missesPlace(query, entry) ? MISSES_PLACE : 1) * (isOfOtherPlace(query, entry) ? OTHER_PLACE : 1);
};

/** How much the order favours the page of whom a question is about, and the list of names where it asks for one. */
export const favourOf = (query: Query, { kind, source, part, list, curated }: Entry): number => {
  const { figures, topics, kinds, concepts } = query;
  const asksWho = kinds.has('who') || kinds.has('which') || OF_PERSONS.some((topic) => (topics.get(topic) ?? 0) >= 1);
  if (part === 'cast' && figures.some(({ character, person }) => character && person === source.heading)) return PLAYS;
  if (part === 'cast' || part === 'crew') return asksWho ? 1 : NAMES_ONLY;
  if (list && !curated && concepts.has('name') && asksAll(query)) return LISTS;
  if (kind !== 'person') return 1;
  const about = (topics.get('about-person') ?? 0) >= 1;
  if (!about && (topics.get('who-plays') ?? 0) >= 1) return 1;
  const meant = figures.find(({ person }) => person === source.title);
  if (!meant) return 1;
  return 1 + (about || !meant.character ? WEIGHTS.favour : WEIGHTS.favour / 2);
};

/** Whether question and entry have nothing but a name in common, though the question asks for more. */
export const sharesNameOnly = (query: Query, entry: Entry, { topic }: Explanation): boolean => {
  if (namesIn(query).length === 0 || topic.fit > 0) return false;
  const rest = query.units.filter(({ role, weight }) => role !== 'name' && weight > WEIGHTS.beside);
  return rest.length > 0 && !rest.some((unit) => !unit.corrected && isSaid(unit, entry));
};
