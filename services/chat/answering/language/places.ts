import { fold, type Word } from './fold.ts';
import { ALSO, GROUPS, PEOPLE, PEOPLES_OWN } from './place-names.ts';

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
