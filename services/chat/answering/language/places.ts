import { fold, type Word } from './fold.ts';

/** What countries are called beside their names. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  GB: [
    'uk',
    'britain',
    'great britain',
    'england',
    'scotland',
    'wales',
    'northern ireland',
    'inglaterra',
    'gran bretana',
    'escocia',
    'gales',
    'reino unido',
    'london',
    'londres',
    'manchester',
    'british',
  ],
  IE: ['ireland', 'irlanda', 'eire', 'dublin', 'irish'],
  US: [
    'usa',
    'america',
    'the us',
    'the states',
    'united states',
    'estados unidos',
    'eeuu',
    'ee uu',
    'new york',
    'los angeles',
    'chicago',
    'boston',
    'seattle',
    'houston',
    'miami',
    'san francisco',
    'florida',
    'california',
    'texas',
    'nueva york',
    'american',
    'americans',
    'los estados',
  ],
  CA: ['toronto', 'ottawa', 'calgary', 'vancouver', 'quebec', 'montreal', 'canadian'],
  AU: ['australia', 'sydney', 'melbourne', 'aussie', 'oz', 'brisbane', 'perth', 'sidney', 'australian'],
  NZ: ['nz', 'new zealand', 'nueva zelanda', 'auckland', 'kiwi here'],
  ES: ['madrid', 'barcelona', 'sevilla', 'valencia', 'canarias', 'tenerife', 'baleares', 'mallorca', 'seville'],
  PT: ['lisbon', 'lisboa', 'oporto', 'porto'],
  JP: ['tokyo', 'tokio', 'osaka', 'kyoto'],
  SE: ['stockholm', 'estocolmo', 'gothenburg', 'malmo'],
  NO: ['oslo', 'bergen', 'norway'],
  DK: ['copenhagen', 'copenhague'],
  FI: ['helsinki'],
  FR: ['paris', 'lyon', 'marseille', 'marsella'],
  DE: ['berlin', 'munich', 'hamburg', 'frankfurt', 'berlín', 'múnich'],
  IT: ['rome', 'milan', 'roma', 'milán', 'naples', 'nápoles'],
  BE: ['brussels', 'bruselas'],
  AT: ['vienna', 'viena'],
  CH: ['zurich', 'geneva', 'ginebra'],
  PL: ['warsaw', 'varsovia'],
  BR: ['sao paulo', 'rio de janeiro', 'brasil'],
  CO: ['bogotá'],
  PE: ['lima'],
  IN: ['mumbai', 'delhi'],
  CN: ['beijing', 'shanghai', 'pekín'],
  MX: ['mexico', 'ciudad de mexico', 'cdmx', 'mejico'],
  AR: ['buenos aires'],
  NL: ['holland', 'holanda', 'netherlands', 'paises bajos', 'amsterdam'],
  CZ: ['czech republic', 'republica checa'],
  AE: ['dubai', 'emirates'],
  KR: ['korea', 'corea', 'south korea', 'corea del sur'],
};

const SPANISH_AMERICA = [
  'MX',
  'AR',
  'CO',
  'CL',
  'PE',
  'VE',
  'EC',
  'UY',
  'PY',
  'BO',
  'CR',
  'PA',
  'GT',
  'HN',
  'SV',
  'NI',
  'CU',
  'DO',
  'PR',
];

/** Names of several countries together. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  nordics: ['SE', 'NO', 'DK', 'FI'],
  'nordic countries': ['SE', 'NO', 'DK', 'FI'],
  scandinavia: ['SE', 'NO', 'DK'],
  escandinavia: ['SE', 'NO', 'DK'],
  'paises nordicos': ['SE', 'NO', 'DK', 'FI'],
  'north america': ['US', 'CA'],
  norteamerica: ['US', 'CA'],
  'america del norte': ['US', 'CA'],
  'latin america': [...SPANISH_AMERICA, 'BR'],
  'south america': ['AR', 'CO', 'CL', 'PE', 'VE', 'EC', 'UY', 'PY', 'BO', 'BR'],
  latinoamerica: [...SPANISH_AMERICA, 'BR'],
  'america latina': [...SPANISH_AMERICA, 'BR'],
  hispanoamerica: SPANISH_AMERICA,
  sudamerica: ['AR', 'CO', 'CL', 'PE', 'VE', 'EC', 'UY', 'PY', 'BO', 'BR'],
  latam: [...SPANISH_AMERICA, 'BR'],
};

/** Names that are words, too. */
const ALSO_WORDS = new Set(['jersey', 'chad', 'turkey', 'georgia', 'jordan', 'guernsey', 'mali', 'cuba']);

type Name = { words: readonly string[]; codes: readonly string[] };

const codes = (): Map<string, string> => {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const found = new Map<string, string>();
  for (const one of letters) {
    for (const other of letters) {
      const region = new Intl.Locale(`und-${one}${other}`).region;
      if (region) found.set(one + other, region);
    }
  }
  return found;
};

const build = (): Map<string, Name[]> => {
  const names = new Map<string, Name[]>();
  const add = (text: string, found: readonly string[]): void => {
    const words = fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
    const [first] = words;
    if (first === undefined || (words.length === 1 && first.length < 2)) return;
    names.set(first, [...(names.get(first) ?? []), { words, codes: found }]);
  };
  const regions = codes();
  for (const locale of ['en', 'es']) {
    const display = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    for (const region of new Set(regions.values())) {
      const name = display.of(region);
      if (name && !ALSO_WORDS.has(fold(name)) && region !== 'ZZ') add(name, [region]);
    }
  }
  for (const [code, also] of Object.entries(ALSO)) for (const name of also) add(name, [code]);
  for (const [name, group] of Object.entries(GROUPS)) add(name, group);
  for (const each of names.values()) each.sort((one, other) => other.words.length - one.words.length);
  return names;
};

let known: Map<string, Name[]> | undefined;
const all = (): Map<string, Name[]> => {
  known ??= build();
  return known;
};

/** Words of countries' names that may be put right where they are mistyped. */
export const placeWords = (): string[] =>
  [...all().values()].flat().flatMap(({ words }) => words.filter((word) => word.length >= 5));

/** Who is from a country, where that is what is meant and no language. */
const PEOPLE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dutch: 'NL',
    french: 'FR',
    german: 'DE',
    italian: 'IT',
    polish: 'PL',
    brazilian: 'BR',
    mexican: 'MX',
    spanish: 'ES',
    swedish: 'SE',
    norwegian: 'NO',
    danish: 'DK',
    finnish: 'FI',
    japanese: 'JP',
    british: 'GB',
    irish: 'IE',
    american: 'US',
    canadian: 'CA',
    australian: 'AU',
    aussie: 'AU',
    kiwi: 'NZ',
    portuguese: 'PT',
    belgian: 'BE',
    austrian: 'AT',
    swiss: 'CH',
    indian: 'IN',
    chinese: 'CN',
    korean: 'KR',
    argentinian: 'AR',
    chilean: 'CL',
    brits: 'GB',
    kiwis: 'NZ',
    canadians: 'CA',
    aussies: 'AU',
    mexicanos: 'MX',
    argentinos: 'AR',
    britanicos: 'GB',
    ingleses: 'GB',
    japoneses: 'JP',
    portugueses: 'PT',
    franceses: 'FR',
  }),
);
const PEOPLES_OWN =
  /^(?:viewers?|fans?|audiences?|date|dates|release|launch|premiere|rating|rate|one|certificate|board|classification|broadcaster|here|people|tv|television|broadcast|airing|fan|estreno|publico|espectadores)$/;

/** What counts in capitals only. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['US', 'US'],
  ['EEUU', 'US'],
  ['UK', 'GB'],
  ['NZ', 'NZ'],
]);

/** A country, or several by one name, with the words that name it. */
export type Place = { codes: readonly string[]; from: number; to: number };

/** The countries that a text names, in English or Spanish. "US" counts in capitals only. */
export const placesIn = (words: readonly (Word & { form?: string })[]): Place[] => {
  const formOf = (index: number): string => words[index]?.form ?? words[index]?.folded ?? '';
  const names = all();
  const found: Place[] = [];
  for (let at = 0; at < words.length; at++) {
    const form = formOf(at);
    const short = SHORT.get(words[at]?.text ?? '');
    const people = PEOPLE.get(form);
    const own = people && (form.endsWith('s') || PEOPLES_OWN.test(formOf(at + 1))) ? people : undefined;
    if (short ?? own) {
      found.push({ codes: [short ?? own ?? ''], from: at, to: at + 1 });
      continue;
    }
    const name = names
      .get(form)
      ?.find(({ words: wanted }) => wanted.every((each, index) => formOf(at + index) === each));
    if (!name) continue;
    found.push({ codes: name.codes, from: at, to: at + name.words.length });
    at += name.words.length - 1;
  }
  return found;
};
