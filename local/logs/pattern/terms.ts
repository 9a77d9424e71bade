import { invalidPattern, regexOf } from './compare.ts';
import type { Pattern } from './pattern.ts';
import { unquoted } from './tokens.ts';

const TERM = /([-?]?)(?:"((?:[^"\\]|\\.)*)"|%((?:[^%\\]|\\.)*)%|(\S+))/g;

/** Terms that must all be there, `-term` that must not, `?term` of which one must be where no other term is given. */
export const termPattern = (text: string): Pattern => {
  const tests: Record<string, ((message: string) => boolean)[]> = { '': [], '-': [], '?': [] };
  for (const [, sign = '', quoted, regex, bare] of text.matchAll(TERM))
    tests[sign]?.push(termTest(quoted, regex, bare));
  const { '': all = [], '-': none = [], '?': any = [] } = tests;
  return {
    matches: (message) =>
      all.every((test) => test(message)) &&
      !none.some((test) => test(message)) &&
      (any.length === 0 || all.length + none.length > 0 || any.some((test) => test(message))),
    values: () => ({}),
  };
};

const termTest = (quoted: string | undefined, regex: string | undefined, bare: string | undefined) => {
  if (regex !== undefined) {
    const expression = regexOf(regex);
    return (message: string) => expression.test(message);
  }
  if (bare !== undefined && /[^\w.:/-]/.test(bare)) throw invalidPattern(`Invalid character(s) in term '${bare}'`);
  const term = quoted === undefined ? (bare ?? '') : unquoted(`"${quoted}"`);
  return (message: string) => message.includes(term);
};
