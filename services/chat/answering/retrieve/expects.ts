import type { Token } from '../language/analyse.ts';
import { fold } from '../language/fold.ts';
import type { Library } from '../library.ts';
import type { Entry, Sentence } from './entry.ts';
import type { Query } from './query.ts';
import { AGED, DATED, FULL_NAME, MEASURED, NUMBERED, PAID, PRICED, YEARS } from './tells.ts';
import type { Unit } from './units.ts';

/** Whether a sentence, below what its entry is headed by, has what a question wants to hear. */
export type Fitting = (sentence: Sentence, head: string) => boolean;

/** How far before what is counted its number may stand. */
const NEAR_NUMBER = 5;

/** Words of a sentence whose numbers all belong together. */
const SHORT_SENTENCE = 14;

/** The names that an entry is headed by: whose page it is, who plays, who does the job. */
export const headOf = ({ kind, part, source, text, curated }: Entry): string => {
  const listed = part === 'cast' || part === 'crew' ? text : '';
  return [kind === 'person' || curated ? source.title : '', source.heading ?? '', listed].join(' ').trim();
};

/** Whether what a sentence must have is plain to see: a number, a sum, a name. */
export const isStrict = ({ kinds, concepts }: Query): boolean =>
  ['how-many', 'how-much', 'measure', 'age', 'how-long'].some((kind) => kinds.has(kind)) || concepts.has('name');

const isNumber = ({ number, folded }: Token): boolean =>
  number !== undefined ||
  /^(?:hundred|thousand|half|dozen|cien|ciento|mil|medio|media|veinti.+|.+cient[oa]s)$/.test(folded);

/** Whether a name stands in a sentence that the question does not have. */
const hasOtherName = (query: Query, { analysis }: Sentence): boolean => {
  const asked = new Set(query.analysis.tokens.map(({ stem }) => stem));
  return analysis.tokens.some(({ text, stem }, index) => index > 0 && /^\p{Lu}/u.test(text) && !asked.has(stem));
};

const LEARN =
  /^(?:learn|learns|learned|find|finds|out|discover|discovers|know|knows|knew|tell|tells|ask|asks|asked|asking|wonder|wonders|see|say|says|averiguar|averigua|descubrir|descubre|saber|sabe|sabia|sabra|preguntar|pregunta|decir|dice|decidir|decide)$/;
const ASKS = /^(?:who|what|why|where|how|quien|quienes|que|por|donde|como|cual)$/;

/** The token from which on a sentence only asks itself what it says: "… to learn who is putting them out". */
export const asksFrom = ({ analysis: { tokens } }: Sentence): number => {
  const at = tokens.findIndex(
    ({ folded }, index) => index > 0 && ASKS.test(folded) && LEARN.test(tokens[index - 1]?.folded ?? ''),
  );
  return at < 0 ? tokens.length : at;
};

/** What it costs to watch may be said without a sum; what anything else costs may not. */
const costs = ({ topics, units }: Query): Fitting => {
  const watching = (unit: Unit): boolean =>
    unit.role === 'soft' || unit.ways.some(({ term }) => /^c:(?:price|subscription|watch|service)$/.test(term));
  const toWatch = (topics.get('price') ?? 0) > 0 && units.every(watching);
  return ({ text }) => PRICED.test(text) || (toWatch && PAID.test(text));
};

/** What is counted has to be there, with its number before it. */
const counts = ({ analysis, units }: Query, from: number, { language }: Library): Fitting => {
  const counted = analysis.tokens.slice(from).find(({ stop, form }) => !stop && !language.isWork(form));
  const unit = counted && units.find(({ ways }) => ways.some(({ term }) => term === `w:${counted.stem}`));
  if (!counted || !unit) return ({ text }) => NUMBERED.test(text);
  const words = new Set(unit.ways.map(({ term }) => term));
  const root = counted.folded.slice(0, Math.max(4, counted.folded.length - 3));
  return ({ analysis: { tokens, spans }, text }, head) => {
    if (fold(head).includes(root)) return NUMBERED.test(text);
    const at = [
      ...tokens.flatMap(({ stem }, index) => (words.has(`w:${stem}`) ? [index] : [])),
      ...spans.filter(({ term }) => words.has(term)).map(({ from: index }) => index),
    ];
    if (at.length > 0 && /\d/.test(text) && tokens.length < SHORT_SENTENCE) return true;
    return at.some((index) => tokens.slice(Math.max(0, index - NEAR_NUMBER), index + 2).some(isNumber));
  };
};

/** What is named has to be in the sentence that names it. */
const names = (query: Query): Fitting => {
  const named = query.units.filter(({ role, ways }) => role !== 'name' && !ways.some(({ term }) => term === 'c:name'));
  const has = ({ terms }: Sentence): boolean => named.some(({ ways }) => ways.some(({ term }) => terms.has(term)));
  return (sentence, head) => {
    const numbered = /\d: /.test(head);
    if (!numbered && !hasOtherName(query, sentence)) return false;
    return numbered || named.length === 0 || head.split(' ').length > 2 || has(sentence);
  };
};

const PERIOD = /^(?:year|ano|epoca|era|century|siglo|decade|decada)$/;
const WHICH = /^(?:what|which|wat|que|cual|cuales)$/;

const asksYear = ({ analysis: { tokens } }: Query): boolean =>
  tokens.some(({ folded }, index) => PERIOD.test(folded) && WHICH.test(tokens[index - 1]?.folded ?? ''));

/** What a sentence must have to be an answer to the question at all, told by the question's own words. */
export const expectsOf = (query: Query, library: Library): Fitting => {
  const { kinds, analysis, concepts } = query;
  const { figures } = library.glossary;
  const many = analysis.spans.find(({ term }) => term === 'k:how-many');
  const which = analysis.spans.some(
    ({ term, to }) => term === 'k:which' && /^(?:which|cual|cuales)$/.test(analysis.tokens[to - 1]?.folded ?? ''),
  );
  if (kinds.has('age')) return ({ text }) => AGED.test(text);
  if (kinds.has('measure')) return ({ text }) => MEASURED.test(text);
  if (kinds.has('how-much') && !many) return costs(query);
  if (many) return counts(query, many.to, library);
  if (kinds.has('how-long')) return ({ text }) => NUMBERED.test(text);
  if (which) {
    return (sentence, head) =>
      /\d/.test(sentence.text) ||
      hasOtherName(query, sentence) ||
      /\p{Ll}.*\p{Lu}/u.test(head.slice(head.indexOf(' ')));
  }
  if (asksYear(query)) return ({ text }) => YEARS.test(text);
  if (kinds.has('when')) return ({ text }) => DATED.test(text);
  const several = analysis.tokens.some(({ folded }) => /^(?:names|nombres)$/.test(folded));
  if (kinds.has('who') && several) {
    return ({ text }) =>
      new Set(figures.filter(({ person }) => text.includes(person)).map(({ person }) => person)).size > 1;
  }
  const reach = ['contact', 'rights', 'press', 'screener', 'interview'].some((each) => concepts.has(each));
  if (kinds.has('who')) {
    return ({ text }, head) =>
      figures.some(({ person, name }) => text.includes(person) || text.includes(name) || head.includes(person)) ||
      (reach && /@/.test(text)) ||
      FULL_NAME.test(text);
  }
  return concepts.has('name') && !concepts.has('title') ? names(query) : () => true;
};
