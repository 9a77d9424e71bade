// What identifies a person is taken out before a question is kept. It is better to leave something out than to keep it, except
// for what questions here are about: dates, times, numbers of episodes and prices.

/** `part` answers what of a find is one, undefined where nothing is. */
type Rule = {
  name: string;
  pattern: RegExp;
  holds?: (found: string) => boolean;
  part?: (found: string) => string | undefined;
};

const digits = (text: string): string => text.replace(/\D/g, '');

/** @see ISO/IEC 7812-1, annex B */
const luhn = (text: string): boolean => {
  const sum = [...digits(text)].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
};

/** @see ISO 13616 */
const ibanHolds = (text: string): boolean => {
  const even = text.replace(/[\s-]/g, '').toUpperCase();
  const turned = even.slice(4) + even.slice(0, 4);
  let rest = 0;
  for (const letter of turned) rest = Number(`${rest}${Number.parseInt(letter, 36)}`) % 97;
  return even.length >= 15 && rest === 1;
};

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';

/** The account at the beginning of what looks like one: words of four letters may stand behind it. */
const ibanIn = (text: string): string | undefined => {
  for (let end = text.length; end > 14; end = text.slice(0, end - 1).search(/[ -][A-Z0-9]*$/i)) {
    if (ibanHolds(text.slice(0, end))) return text.slice(0, end);
  }
  return undefined;
};

/** A date in figures or the years of somebody's life, which look like a telephone number. */
const isDate = (text: string): boolean =>
  /^\(?\d{4}\)?\s?[-–/.]\s?\d{1,2}\s?[-–/.]\s?\d{1,2}$/.test(text) ||
  /^\(?\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}\)?$/.test(text) ||
  /^\(?(?:1[89]|20)\d\d\)?\s?[-–/\s]\s?(?:1[89]|20)\d\d\)?$/.test(text);

const phoneHolds = (text: string): boolean => {
  const count = digits(text).length;
  if (count > 15 || isDate(text.trim())) return false;
  // Without a country's code or a leading nought it takes nine figures to be one.
  return /^\s*(?:\+|00|\(?0)/.test(text) ? count >= 8 : count >= 9;
};

const NAME = String.raw`\p{Lu}[\p{L}'’-]{1,30}(?:\s(?:(?:de|del|la|van|von|da|di)\s){0,2}\p{Lu}[\p{L}'’-]{1,30}){0,3}`;

const RULES: readonly Rule[] = [
  { name: 'e-mail', pattern: /[\p{L}\p{N}._%+-]{1,64}\s?@\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu },
  {
    name: 'e-mail',
    pattern:
      /[\p{L}\p{N}._%+-]{1,64}\s?(?:\(at\)|\[at\])\s?[\p{L}\p{N}-]{1,63}(?:(?:\.|\s?\(dot\)\s?|\s?\[dot\]\s?)[\p{L}\p{N}-]{1,63}){1,6}/giu,
  },
  {
    name: 'iban',
    pattern: /\b[A-Z]{2}\d{2}(?:[A-Z0-9]{11,30}|(?:[ -][A-Z0-9]{4}){2,7}(?:[ -][A-Z0-9]{1,4})?)\b/giu,
    part: ibanIn,
  },
  { name: 'card', pattern: /(?<![\d.])\d(?:[ -]?\d){12,18}(?!\d)/g, holds: luhn },
  {
    name: 'ip-address',
    pattern: /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/g,
  },
  { name: 'ip-address', pattern: /(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\p{L}\p{N}:])/giu },
  {
    name: 'ip-address',
    pattern: /(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}(?![\p{L}\p{N}:])/giu,
  },
  {
    name: 'phone',
    pattern: /(?<![\p{L}\p{N}.,:/])(?:\+|\(?0|\(?\d)(?:[\s().\-/]{0,2}\d){6,16}(?![\p{N}:%€$£]|[.,]\d)/gu,
    holds: phoneHolds,
  },
  {
    name: 'password',
    pattern:
      /(?<=\b(?:password|passcode|passwd|pin code|contraseña|clave de acceso)\s{0,3}(?:is|es|:|=)\s{0,3})(?!\[)[^\s,;]{3,64}/giu,
  },
  {
    name: 'address',
    pattern:
      /\b\d{1,5}[a-z]?,?\s(?:\p{Lu}[\p{L}'’.-]{1,30}\s){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|square|terrace|crescent|boulevard|blvd|way|gardens|grove)\b\.?(?:,?\s(?:flat|apt|apartment|unit)\s?\w{1,6})?/giu,
  },
  {
    name: 'address',
    pattern:
      /\b(?:calle|c\/|avenida|avda\.?|av\.|plaza|pza\.?|paseo|camino|carretera|ronda)\s(?:(?:de|del|la|las|los|el)\s){0,2}\p{Lu}[\p{L}'’.-]{1,30}(?:\s(?:(?:de|del|la|y)\s)?\p{Lu}[\p{L}'’.-]{1,30}){0,3},?\s(?:n[ºo°.]{0,2}\s?)?\d{1,4}(?:,?\s\d{1,2}\s?[ºª°]?\s?[A-Za-z]?)?\b/giu,
  },
  // A postcode of the United Kingdom, and one beside a town's name elsewhere.
  { name: 'address', pattern: /\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b/g },
  {
    name: 'name',
    pattern: new RegExp(
      String.raw`(?<=\b(?:[Mm]y (?:full )?name is|[Mm]y name[’']s|[Mm]e llamo|[Mm]i nombre es)\s)${NAME}`,
      'gu',
    ),
  },
  { name: 'identity-card', pattern: /\b(?:\d{8}[\s-]?[A-HJ-NP-TV-Z]|[XYZ][\s-]?\d{7}[\s-]?[A-Z])\b/gi },
];

const DATED = new RegExp(String.raw`\b(?:${MONTHS})\b`, 'i');

/** A text without what the rules find. */
const redactOnce = (text: string, removed: Set<string>): string => {
  let kept = text;
  for (const {
    name,
    pattern,
    holds = () => true,
    part = (found: string) => (holds(found) ? found : undefined),
  } of RULES) {
    kept = kept.replace(pattern, (found: string) => {
      const one = DATED.test(found) ? undefined : part(found);
      if (one === undefined) return found;
      removed.add(name);
      return `[${name}]${found.slice(one.length)}`;
    });
  }
  return kept;
};

/**
 * Takes out what identifies a person: mail addresses, telephone numbers, payment cards, bank accounts, addresses, passwords,
 * names in plain patterns; each leaves its kind in brackets. `removed` says which kinds, each once. A second time changes nothing.
 */
export const redact = (text: string): { text: string; removed: readonly string[] } => {
  const removed = new Set<string>();
  let [before, kept] = [text, redactOnce(text, removed)];
  // What is taken out may lay something else bare; every round leaves less to be found.
  while (kept !== before) [before, kept] = [kept, redactOnce(kept, removed)];
  return { text: kept, removed: [...removed] };
};

const MARKS = new RegExp(
  String.raw`(?:(?:my (?:full )?name(?: is|[’']s)|me llamo|mi nombre es|(?:password|passcode|contraseña)(?: is| es|:)?)\s+)?\[(?:${[...new Set(RULES.map(({ name }) => name))].join('|')})\]`,
  'giu',
);

/** What is asked in a redacted text: a sentence that says how to reach somebody is no part of it, unless it stands alone. */
export const withoutMarks = (text: string): string => {
  if (!text.includes('[')) return text;
  const sentences = text.split(/(?<=[.!?])\s+/u);
  const rest = sentences.filter((sentence) => sentence.replace(MARKS, '') === sentence);
  return (rest.length > 0 ? rest.join(' ') : text.replace(MARKS, '')).replace(/\s+/g, ' ').trim();
};
