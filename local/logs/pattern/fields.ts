import { comparison, invalidPattern } from './compare.ts';
import type { Pattern } from './pattern.ts';
import { Tokens } from './tokens.ts';

type Field = { name?: string; test: (value: string) => boolean };

const ELLIPSIS = 'ellipsis';

const NAME = /[A-Za-z_][\w-]*/;

/** `[ip, …, status = 4*, bytes]`: names and conditions for the words of a line; words in brackets or quotation marks are one. */
export const fieldPattern = (text: string): Pattern => {
  const inner = /^\[(.*)\]$/s.exec(text)?.[1];
  if (inner === undefined) throw invalidPattern('] is missing');
  const fields = fieldsOf(new Tokens(inner));
  const named = (message: string): [Field, string][] | undefined => aligned(fields, wordsOf(message));
  return {
    matches: (message) => named(message)?.every(([{ test }, word]) => test(word)) === true,
    values: (message) =>
      Object.fromEntries((named(message) ?? []).map(([{ name }, word], index) => [`$${name ?? index + 1}`, word])),
  };
};

const fieldsOf = (tokens: Tokens): (Field | typeof ELLIPSIS)[] => {
  const fields: (Field | typeof ELLIPSIS)[] = [];
  do {
    if (tokens.take(/\.\.\./)) fields.push(ELLIPSIS);
    else fields.push(either(tokens));
  } while (tokens.take(/,/));
  if (!tokens.done) tokens.need(/$/, '"," or "]"');
  if (fields.filter((field) => field === ELLIPSIS).length > 1) throw invalidPattern('… may stand once');
  return fields;
};

const either = (tokens: Tokens): Field => {
  const all = [both(tokens)];
  while (tokens.take(/\|\|/)) all.push(both(tokens));
  const name = all[0]?.name;
  return { ...(name === undefined ? {} : { name }), test: (word) => all.some(({ test }) => test(word)) };
};

const both = (tokens: Tokens): Field => {
  const all = [single(tokens)];
  while (tokens.take(/&&/)) all.push(single(tokens));
  const name = all[0]?.name;
  return { ...(name === undefined ? {} : { name }), test: (word) => all.every(({ test }) => test(word)) };
};

const single = (tokens: Tokens): Field => {
  if (tokens.take(/\(/)) {
    const inner = either(tokens);
    tokens.need(/\)/, '")"');
    return inner;
  }
  const name = tokens.take(NAME);
  const sign = tokens.take(/!=|<=|>=|=|<|>/);
  const named = name === undefined ? {} : { name };
  if (sign === undefined) return { ...named, test: () => true };
  return { ...named, test: comparison(sign, tokens.value(/[^\s,\]()&|"]+/)) };
};

const wordsOf = (message: string): string[] =>
  [...message.matchAll(/\[([^\]]*)\]|"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
    ([, bracketed, quoted, bare]) => bracketed ?? quoted ?? bare ?? '',
  );

/** Each field with its word; undefined where there are not as many. An ellipsis stands for any number of words. */
const aligned = (
  fields: readonly (Field | typeof ELLIPSIS)[],
  words: readonly string[],
): [Field, string][] | undefined => {
  const at = fields.indexOf(ELLIPSIS);
  const plain = fields.filter((field) => field !== ELLIPSIS);
  if (at < 0 ? plain.length !== words.length : plain.length > words.length) return undefined;
  const skipped = words.length - plain.length;
  return plain.map((field, index) => [field, words[at >= 0 && index >= at ? index + skipped : index] ?? '']);
};
