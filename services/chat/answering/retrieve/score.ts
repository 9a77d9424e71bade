import type { Library } from '../library.ts';
import { type Entry, FIELDS, type Field, type Sentence } from './entry.ts';
import { asksFrom, expectsOf, headOf, isStrict } from './expects.ts';
import { type Explanation, explain } from './explain.ts';
import type { Query } from './query.ts';
import type { Unit } from './units.ts';
import { WEIGHTS } from './weights.ts';

export type Scored = {
  entry: Entry;
  /** For the order. */
  score: number;
  /** How sure it is that the entry answers, from 0 to 1. */
  confidence: number;
  /** How telling what they share is. */
  shared: number;
};

/** What is left of an entry that does not name the country that the question names. */
const MISSES_PLACE = 0.75;

/** Pages whose passages speak of one thing. */
const WHOLE = new Set(['news', 'person', 'trailer']);

/** Pages of lines that have nothing to do with each other. */
const LINES = new Set(['gallery', 'press-kit']);

const fitIn = (term: string, fit: number, field: Field): number =>
  field === 'text' && term.startsWith('c:') ? fit * WEIGHTS.aboutInText : fit;

/** How well an entry says a unit, and in its best field. */
const fitOf = ({ ways }: Unit, { terms }: Entry): { fit: number; boost: number } => {
  const best = { fit: 0, boost: 0 };
  for (const { term, fit } of ways) {
    for (const field of FIELDS) {
      if (!terms[field].has(term)) continue;
      const value = fitIn(term, fit, field);
      best.fit = Math.max(best.fit, value);
      best.boost = Math.max(best.boost, value * (field === 'ask' ? 1 : WEIGHTS[field]));
    }
  }
  return best;
};

/** The terms of a sentence that it states, without those that it only asks itself. */
const stated = (sentence: Sentence): ReadonlySet<string> => {
  const { analysis, terms } = sentence;
  const end = asksFrom(sentence);
  if (end >= analysis.tokens.length) return terms;
  const kept = new Set([...terms].filter((term) => !/^[wce#]/.test(term)));
  for (const { stem, number, stop } of analysis.tokens.slice(0, end)) {
    if (number !== undefined) kept.add(`#${number}`);
    if (!stop) kept.add(`w:${stem}`);
  }
  for (const { term, to } of analysis.spans) if (to <= end) kept.add(term);
  return kept;
};

const remembered = new WeakMap<Sentence, ReadonlySet<string>>();

const statedBy = (sentence: Sentence): ReadonlySet<string> => {
  const known = remembered.get(sentence);
  if (known) return known;
  const made = stated(sentence);
  remembered.set(sentence, made);
  return made;
};

type Fitting = (sentence: Sentence, head: string) => boolean;

/** How much of a question the best of an entry's sentences says, with its neighbours and what it is headed by. */
const closest = (
  entry: Entry,
  query: Query,
  { topic, units, total }: Explanation,
  fitting: Fitting,
): { said: number; fits: boolean } => {
  const { terms, sentences } = entry;
  const head = headOf(entry);
  const prose = !LINES.has(entry.kind);
  let best = { said: 0, fits: false };
  for (const [index, sentence] of sentences.entries()) {
    const own = query.asksItself ? statedBy(sentence) : sentence.terms;
    const before = sentences[index - 1]?.terms;
    const after = sentences[index + 1];
    let said = topic.weight * topic.fit;
    for (const { unit, weight, explained } of units) {
      let fit = explained ? topic.fit : 0;
      for (const { term, fit: sure } of unit.ways) {
        const value = fitIn(term, sure, 'text');
        if (own.has(term)) fit = Math.max(fit, value);
        else if (terms.ask.has(term) || (entry.curated && terms.text.has(term))) fit = Math.max(fit, value * 0.95);
        else if (terms.title.has(term) || terms.heading.has(term)) fit = Math.max(fit, sure * 0.9);
        else if (prose && (before?.has(term) || after?.terms.has(term))) fit = Math.max(fit, value * WEIGHTS.neighbour);
      }
      said += weight * fit;
    }
    const fits =
      fitting(sentence, head) ||
      (after !== undefined && fitting(after, head) && !fitting(sentence, head) && sentence.text.length < 60);
    const value =
      (said / total) *
      (fits
        ? 1
        : entry.curated && topic.fit >= 1 && !isStrict(query) && !query.kinds.has('who')
          ? 0.85
          : WEIGHTS.unfit);
    if (value > best.said) best = { said: value, fits };
  }
  return best;
};

/** The entries that say something of what a question says, best first. */
export const rank = (query: Query, library: Library, candidates: (entry: Entry) => boolean): Scored[] => {
  if (query.units.length === 0 && query.topics.size === 0) return [];
  const terms = [
    ...query.units.flatMap(({ ways }) => ways.map(({ term }) => term)),
    ...[...query.topics.keys()].map((topic) => `t:${topic}`),
  ];
  const met = new Set(terms.flatMap((term) => library.postings.get(term) ?? []));
  const pages = new Map<string, Entry[]>();
  for (const index of met) {
    const entry = library.entries[index];
    if (!entry || !WHOLE.has(entry.kind)) continue;
    pages.set(entry.source.path, [...(pages.get(entry.source.path) ?? []), entry]);
  }
  const fitting = expectsOf(query, library);
  const scored: Scored[] = [];
  for (const index of met) {
    const entry = library.entries[index];
    if (!entry || !candidates(entry)) continue;
    const page = pages.get(entry.source.path) ?? [];
    const explanation = explain(query, entry);
    const { topic, units, total } = explanation;
    if (total === 0) continue;
    let covered = topic.weight * topic.fit;
    let [boosted, shared] = [covered, covered];
    for (const { unit, weight, explained } of units) {
      const { fit, boost } = fitOf(unit, entry);
      const near =
        fit > 0 || page.length < 2 ? 0 : Math.max(0, ...page.map((other) => fitOf(unit, other).fit)) * WEIGHTS.nearby;
      covered += weight * Math.max(fit, near, explained ? topic.fit : 0);
      boosted += weight * Math.max(boost, explained ? topic.fit : 0);
      shared += weight * fit * (unit.role === 'soft' ? 0.5 : 1);
    }
    const { said, fits } = closest(entry, query, explanation, fitting);
    if (LINES.has(entry.kind)) covered = said * total;
    const about =
      (missesFigure(query, entry) ? (byTheWay(query, topic, entry) ? 0.85 : WEIGHTS.missesFigure) : 1) *
      (missesPlace(query, entry) ? MISSES_PLACE : 1);
    const confidence =
      ((1 - WEIGHTS.sentence) *
        (covered / total) *
        (fits
          ? 1
          : entry.curated && topic.fit >= 1 && !isStrict(query) && !query.kinds.has('who')
            ? 0.85
            : WEIGHTS.unfit) +
        WEIGHTS.sentence * said) *
      about;
    const order =
      WEIGHTS.field * (boosted / total) + WEIGHTS.asked * askedBy(entry, query) + WEIGHTS.alike * alike(query, entry);
    const small = ['cast', 'crew'].includes(entry.part ?? '') && !asksWho(query) ? 0.6 : 1;
    const score = confidence * small * (1 + order) + (entry.curated ? WEIGHTS.curated : 0) + favour(query, entry);
    scored.push({ entry, score, confidence, shared });
  }
  return scored.sort((one, other) => other.score - one.score || one.entry.index - other.entry.index);
};

/** Whether a list of names may answer. */
const asksWho = ({ kinds, topics }: Query): boolean =>
  kinds.has('who') || kinds.has('which') || OF_PERSONS.some((topic) => (topics.get(topic) ?? 0) >= 1);

/** A question about somebody is best answered by the page about them. */
const favour = ({ figures, topics }: Query, { kind, source }: Entry): number => {
  if (kind !== 'person') return 0;
  const about = (topics.get('about-person') ?? 0) >= 1;
  if (!about && (topics.get('who-plays') ?? 0) >= 1) return 0;
  const meant = figures.find(({ person }) => person === source.title);
  if (!meant) return 0;
  return about || !meant.character ? WEIGHTS.favour : WEIGHTS.favour / 2;
};

/** What is asked about persons; anything else may name somebody by the way. */
const OF_PERSONS = ['who-plays', 'who-made', 'about-person', 'casting'];

/** Whether a question names somebody whom an entry does not. */
const missesFigure = ({ units }: Query, { terms }: Entry): boolean => {
  const names = units.filter(({ role }) => role === 'name');
  const named = ({ ways }: Unit): boolean =>
    ways.some(({ term }) => term.startsWith('w:') && FIELDS.some((field) => terms[field].has(term)));
  return names.length > 0 && !names.some(named);
};

/** Whether whom a question names matters little to an answer that was written for its topic. */
const byTheWay = ({ topics, kinds }: Query, { fit, weight }: Explanation['topic'], { curated }: Entry): boolean =>
  curated && fit >= 1 && weight >= WEIGHTS.topic && !kinds.has('who') && !OF_PERSONS.some((topic) => topics.has(topic));

/** Whether a question names a country that an entry does not, and is not about countries that nothing is said of. */
const missesPlace = ({ places, topics }: Query, { terms }: Entry): boolean =>
  places.length > 0 &&
  !topics.has('country-missing') &&
  !places.some(({ codes }) => codes.some((code) => FIELDS.some((field) => terms[field].has(`p:${code}`))));

/** How much of all that a question asks an entry answers. */
const alike = ({ topics: asked }: Query, { topics }: Entry): number => {
  let [both, all] = [0, 0];
  for (const [topic, strength] of asked) {
    both += Math.min(strength, topics.get(topic) ?? 0);
    all += strength;
  }
  return all === 0 ? 0 : both / all;
};

/** How much of what a curated question asks, or a heading says, is in the question. */
const askedBy = ({ asked, curated }: Entry, { units }: Query): number => {
  const content = asked.filter((term) => /^[w#p]/.test(term));
  if (content.length === 0) return 0;
  const ways = new Set(units.flatMap((unit) => unit.ways.map(({ term }) => term)));
  const concepts = asked.filter((term) => term.startsWith('c:'));
  const words = content.filter((term) => ways.has(term)).length / content.length;
  const about = concepts.length === 0 ? words : concepts.filter((term) => ways.has(term)).length / concepts.length;
  return Math.max(words, 0.8 * about) * (curated ? 1 : 0.6);
};
