import type { Library } from '../library.ts';
import { type Entry, FIELDS, type Field } from './entry.ts';
import type { Query, Unit } from './query.ts';

export type Scored = {
  entry: Entry;
  /** For the order. */
  score: number;
  /** How much of what the question says the entry says, from 0 to 1. */
  coverage: number;
  /** How telling what they share is. */
  shared: number;
  /** The units that it says. */
  said: readonly Unit[];
};

/** How much more a field counts in the order. */
const BOOST: Readonly<Record<Field, number>> = { ask: 1, heading: 0.85, title: 0.7, text: 0.6 };

/** What another passage of the same page says counts this much. */
const NEARBY = 0.4;

/** Pages whose passages speak of one thing. */
const WHOLE = new Set(['news', 'person', 'trailer', 'press-kit']);

/** How well an entry says a unit, and in its best field. */
const fitOf = ({ ways }: Unit, { terms, topics }: Entry): { fit: number; boost: number } => {
  let best = { fit: 0, boost: 0 };
  for (const { term, fit } of ways) {
    const field = term.startsWith('t:')
      ? topics.has(term.slice(2))
        ? 'ask'
        : undefined
      : FIELDS.find((each) => terms[each].has(term));
    if (field === undefined) continue;
    const boost = fit * BOOST[field];
    if (boost > best.boost) best = { fit: Math.max(fit, best.fit), boost };
    else if (fit > best.fit) best = { ...best, fit };
  }
  return best;
};

const NUMBERISH =
  /\d|\p{Lu}?\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirty|forty|fifty|sixty|seventy|hundred|thousand|half|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|treinta|cuarenta|cincuenta|sesenta|setenta|cien|mil|media)\b/iu;
const DATED =
  /\b\d{1,2} (?:de )?\p{L}{3,}|\b(?:19|20)\d\d\b|\b(?:january|february|march|april|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo)\b/iu;

/** Whether a text has what the question wants to hear. */
const answersKind = (kinds: ReadonlySet<string>, { text, terms }: Entry, library: Library): boolean => {
  if (kinds.has('when')) return DATED.test(text);
  if (['how-long', 'how-many', 'measure', 'age'].some((kind) => kinds.has(kind))) return NUMBERISH.test(text);
  if (kinds.has('who'))
    return library.glossary.figures.some(({ person }) => text.includes(person)) || terms.title.size > 0;
  return false;
};

const best = (sentences: Entry['sentences'], units: readonly Unit[], head: ReadonlySet<string>): number => {
  const total = units.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  return Math.max(
    0,
    ...sentences.map(({ terms }) => {
      const said = units.reduce((sum, { ways, weight }) => {
        const fit = Math.max(
          0,
          ...ways.map((way) => (terms.has(way.term) ? way.fit : head.has(way.term) ? way.fit * 0.8 : 0)),
        );
        return sum + weight * fit;
      }, 0);
      return said / total;
    }),
  );
};

/** The entries that say something of what a question says, best first. */
export const rank = (query: Query, library: Library, candidates: (entry: Entry) => boolean): Scored[] => {
  const { units } = query;
  const total = units.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  const met = new Set(units.flatMap(({ ways }) => ways.flatMap(({ term }) => library.postings.get(term) ?? [])));
  const pages = new Map<string, Entry[]>();
  for (const index of met) {
    const entry = library.entries[index];
    if (!entry || !WHOLE.has(entry.kind)) continue;
    const { path } = entry.source;
    const others = pages.get(path);
    if (others) others.push(entry);
    else pages.set(path, [entry]);
  }
  const words = units.filter(({ role }) => role !== 'topic');
  const scored: Scored[] = [];
  for (const index of met) {
    const entry = library.entries[index];
    if (!entry || !candidates(entry)) continue;
    const page = pages.get(entry.source.path) ?? [];
    let [covered, boosted, shared] = [0, 0, 0];
    const said: Unit[] = [];
    for (const unit of units) {
      const { fit, boost } = fitOf(unit, entry);
      if (fit > 0) said.push(unit);
      const near =
        fit > 0 || page.length < 2 ? 0 : Math.max(0, ...page.map((other) => fitOf(unit, other).fit)) * NEARBY;
      covered += unit.weight * Math.max(fit, near);
      boosted += unit.weight * boost;
      if (fit > 0 && unit.role !== 'soft') shared += unit.weight * fit;
    }
    const head = new Set([...entry.terms.ask, ...entry.terms.heading, ...entry.terms.title]);
    const coverage = covered / total;
    const close = best(entry.sentences, words, head);
    const kind = answersKind(query.kinds, entry, library) ? 0.08 : 0;
    const score =
      coverage +
      0.45 * (boosted / total) +
      0.3 * close +
      0.25 * askedBy(entry, units) +
      kind +
      (entry.curated ? 0.06 : 0);
    scored.push({ entry, score, coverage, shared, said });
  }
  return scored.sort((one, other) => other.score - one.score || one.entry.index - other.entry.index);
};

/** How much of what a curated question asks, or a heading says, is in the question. */
const askedBy = ({ asked, curated }: Entry, units: readonly Unit[]): number => {
  const content = asked.filter((term) => term.startsWith('w:') || term.startsWith('#') || term.startsWith('p:'));
  if (content.length === 0) return 0;
  const ways = new Set(units.flatMap((unit) => unit.ways.map(({ term }) => term)));
  const concepts = asked.filter((term) => term.startsWith('c:'));
  const words = content.filter((term) => ways.has(term)).length / content.length;
  const about = concepts.length === 0 ? words : concepts.filter((term) => ways.has(term)).length / concepts.length;
  return Math.max(words, about) * (curated ? 1 : 0.6);
};
