import type { Token } from '../language/analyse.ts';
import type { Library } from '../library.ts';
import type { Entry, Sentence } from './entry.ts';
import type { Query } from './query.ts';
import type { Unit } from './units.ts';

const DATED =
  /\b\d{1,2} (?:de )?\p{L}{3,}|\b(?:1[89]|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|winter|summer|spring|autumn|invierno|verano|primavera|oto[ñn]o|night|noche|morning|dawn|amanecer|when|cuando|after|before|antes|despu[ée]s)\b/iu;
const NUMBERED =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|once|twice|single|dozen|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|diecinueve|veinte|veinti\p{L}+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|doscient\p{L}+|cuatrocient\p{L}+|mil|media|medio)\b/iu;
const UNITS =
  'de |of |january|february|march|april|may|june|july|august|september|october|november|december|seconds?|minutes?|hours?|days?|nights?|weeks?|metres?|miles?|steps?|per|segundos?|minutos?|horas?|d[íi]as?|noches?|semanas?|metros?|millas?|pelda[ñn]os|actors|people|countries|pa[íi]ses';
const AGED = new RegExp(
  `(?<![\\d:.])(?:[1-9]\\d(?![\\d:])|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\p{L}+)?|trece|catorce|quince|diec\\p{L}+|veint\\p{L}+|(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)(?: y \\p{L}+)?)(?! (?:${UNITS}))`,
  'iu',
);
const MEASURED =
  /\d\s?(?:m|cm|km|kg|t|ft)\b|\d+:\d+|\b(?:met(?:re|er|ro)s?|centimet\p{L}+|kilomet\p{L}+|miles?|millas?|frames?|fotogramas?|times|veces|(?:a|per|por) (?:second|minute|hour|segundo|minuto|hora)|feet|foot|inch(?:es)?|tonnes?|tons?|toneladas?|kilos?|kilograms?|pounds|words a minute|palabras por minuto|knots|nudos|weigh\p{L}*|pesa[n]?|mide[n]?)\b/iu;
const PRICED = /[€$£¥]\s?\d|\d\s?(?:€|euros?|dollars?|pounds?|d[óo]lares|libras|yen)/iu;
const PAID = /\b(?:free|gratis|gratuit[oa]s?|subscription|suscripci[óo]n)\b/iu;

/** How far before what is counted its number may stand. */
const NEAR_NUMBER = 5;

const says = (token: Token, { ways }: Unit): boolean => ways.some(({ term }) => term === `w:${token.stem}`);

const isNumber = ({ number, folded }: Token): boolean =>
  number !== undefined ||
  /^(?:hundred|thousand|half|dozen|cien|ciento|mil|medio|media|veinti.+|.+cient[oa]s)$/.test(folded);

/** Whether a name stands in a sentence that the question does not have. */
const hasOtherName = (query: Query, { analysis, text }: Sentence): boolean => {
  const asked = new Set(query.analysis.tokens.map(({ stem }) => stem));
  return analysis.tokens.some(
    ({ text: word, stem, from, stop }, index) =>
      /^\p{Lu}/u.test(word) &&
      !asked.has(stem) &&
      !(stop && index === 0) &&
      (index > 0 || !/[.!?]\s*$/.test(text.slice(0, from))) &&
      index > 0,
  );
};

const DAYS =
  '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December';

/** Two names behind each other that are no date. */
const FULL_NAME = new RegExp(`(?<!^)(?!${DAYS})\\p{Lu}\\p{Ll}+[\\s-](?!${DAYS})\\p{Lu}\\p{Ll}+`, 'u');

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

/** Whether a sentence, below what its entry is headed by, has what a question wants to hear. */
export type Fitting = (sentence: Sentence, head: string) => boolean;

/** The names that an entry is headed by: whose page it is, who plays, who does the job. */
export const headOf = ({ kind, part, source, text }: Entry): string =>
  [kind === 'person' ? source.title : '', source.heading ?? '', part === 'cast' || part === 'crew' ? text : '']
    .join(' ')
    .trim();

/** Whether what a sentence must have is plain to see: a number, a sum, a name. */
export const isStrict = ({ kinds, concepts }: Query): boolean =>
  ['how-many', 'how-much', 'measure', 'age', 'how-long'].some((kind) => kinds.has(kind)) || concepts.has('name');

/** What a sentence must have to be an answer to the question at all, told by the question's own words. */
export const expectsOf = (query: Query, library: Library): Fitting => {
  const { kinds, units, analysis, concepts } = query;
  const { figures } = library.glossary;
  if (kinds.has('age')) return ({ text }) => AGED.test(text);
  if (kinds.has('how-much') && !kinds.has('how-many')) {
    // What it costs to watch may be said without a sum; what anything else costs may not.
    const toWatch =
      (query.topics.get('price') ?? 0) > 0 &&
      units.every(
        ({ role, ways }) =>
          role === 'soft' || ways.some(({ term }) => /^c:(?:price|subscription|watch|service)$/.test(term)),
      );
    return ({ text }) => PRICED.test(text) || (toWatch && PAID.test(text));
  }
  if (kinds.has('measure')) return ({ text }) => MEASURED.test(text);
  const many = analysis.spans.find(({ term }) => term === 'k:how-many');
  if (many) {
    const counted = analysis.tokens.slice(many.to).find(({ stop, form }) => !stop && !library.language.isWork(form));
    const unit = counted && units.find(({ ways }) => ways.some(({ term }) => term === `w:${counted.stem}`));
    if (!counted || !unit) return ({ text }) => NUMBERED.test(text);
    const groups = new Set(unit.ways.map(({ term }) => term).filter((term) => /^[ce]:/.test(term)));
    return ({ analysis: said, text }) => {
      const spanned = said.spans.filter(({ term }) => groups.has(term)).map(({ from }) => from);
      const direct = said.tokens.flatMap((token, index) =>
        says(token, unit) || token.stem === counted.stem ? [index] : [],
      );
      const at = [...direct, ...spanned];
      if (at.length === 0) return false;
      return /\d/.test(text) && at.length > 0 && said.tokens.length < 14
        ? true
        : at.some((index) => said.tokens.slice(Math.max(0, index - NEAR_NUMBER), index + 2).some(isNumber));
    };
  }
  if (kinds.has('how-long')) return ({ text }) => NUMBERED.test(text);
  const year = analysis.tokens.some(
    ({ folded }, index) =>
      /^(?:year|ano|epoca|era|century|siglo|decade|decada)$/.test(folded) &&
      /^(?:what|which|wat|que)$/.test(analysis.tokens[index - 1]?.folded ?? ''),
  );
  if (year) return ({ text }) => /\b1\d{3}\b|\b20\d\d\b|\d0s\b|centur|siglo|a[ñn]os/iu.test(text);
  if (kinds.has('when')) return ({ text }) => DATED.test(text) || /\d/.test(text);
  if (
    concepts.has('name') &&
    !concepts.has('title') &&
    (kinds.has('which') || kinds.has('how') || analysis.tokens.length > 0)
  ) {
    // What is named has to be in the sentence that names it.
    const named = units.filter(({ role, ways }) => role !== 'name' && !ways.some(({ term }) => term === 'c:name'));
    const has = ({ terms }: Sentence, head: string): boolean =>
      named.length === 0 ||
      head.split(' ').length > 2 ||
      /\d: /.test(head) ||
      named.some(({ ways }) => ways.some(({ term }) => terms.has(term)));
    return (sentence, head) => (hasOtherName(query, sentence) || /\d: /.test(head)) && has(sentence, head);
  }
  if (kinds.has('who'))
    return ({ text }, head) =>
      figures.some(({ person, name }) => text.includes(person) || text.includes(name) || head.includes(person)) ||
      /@/.test(text) ||
      FULL_NAME.test(text);
  return () => true;
};
