import { comparison, invalidPattern } from './compare.ts';
import type { Pattern } from './pattern.ts';
import { Tokens } from './tokens.ts';

type Test = (value: unknown) => boolean;

const SELECTOR = /\$(?:\.[\w@#:-]+|\.\*|\[\d+\]|\[\*\]|\[['"][^'"]+['"]\])*/;

/** `{ … }`: conditions on the members of lines that are JSON. */
export const jsonPattern = (text: string): Pattern => {
  const inner = /^\{(.*)\}$/s.exec(text)?.[1];
  if (inner === undefined) throw invalidPattern('} is missing');
  const tokens = new Tokens(inner);
  const selectors: string[] = [];
  const test = either(tokens, selectors);
  if (!tokens.done) tokens.need(/$/, 'the end');
  return {
    matches(message) {
      const value = parsed(message);
      return value !== undefined && test(value);
    },
    values(message) {
      const value = parsed(message);
      return Object.fromEntries(
        selectors.flatMap((selector) => {
          const [found] = select(value, selector);
          return found === undefined
            ? []
            : [[selector, typeof found === 'object' ? JSON.stringify(found) : String(found)]];
        }),
      );
    },
  };
};

const parsed = (message: string): unknown => {
  const text = message.trim();
  if (!text.startsWith('{') && !text.startsWith('[')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const either = (tokens: Tokens, selectors: string[]): Test => {
  const tests = [both(tokens, selectors)];
  while (tokens.take(/\|\|/)) tests.push(both(tokens, selectors));
  return (value) => tests.some((test) => test(value));
};

const both = (tokens: Tokens, selectors: string[]): Test => {
  const tests = [single(tokens, selectors)];
  while (tokens.take(/&&/)) tests.push(single(tokens, selectors));
  return (value) => tests.every((test) => test(value));
};

const single = (tokens: Tokens, selectors: string[]): Test => {
  if (tokens.take(/\(/)) {
    const inner = either(tokens, selectors);
    tokens.need(/\)/, '")"');
    return inner;
  }
  const selector = tokens.need(SELECTOR, 'a property such as $.name');
  if (selector === '$') throw invalidPattern('$ alone names no property');
  selectors.push(selector);
  const found = (value: unknown): unknown[] => select(value, selector);
  if (tokens.take(/IS\s+NULL\b/i)) return (value) => found(value).includes(null);
  if (tokens.take(/IS\s+TRUE\b/i)) return (value) => found(value).includes(true);
  if (tokens.take(/IS\s+FALSE\b/i)) return (value) => found(value).includes(false);
  if (tokens.take(/NOT\s+EXISTS\b/i)) return (value) => found(value).length === 0;
  const sign = tokens.need(/!=|<=|>=|=|<|>/, 'an operator');
  const compare = comparison(sign, tokens.value(/[^\s()&|"]+/));
  return (value) => {
    const all = found(value);
    return all.length === 0 ? compare(undefined) : all.some(compare);
  };
};

/** What a selector finds; `[*]` and `.*` find every item or member. */
export const select = (value: unknown, selector: string): unknown[] => {
  const steps = selector.match(/\.\*|\[\*\]|\[['"][^'"]+['"]\]|[^.[\]$]+/g) ?? [];
  let found = [value];
  for (const step of steps) {
    const name = step.replace(/^\[['"]|['"]\]$/g, '');
    found = found.flatMap((at) => {
      if (typeof at !== 'object' || at === null) return [];
      if (step === '.*' || step === '[*]') return Object.values(at);
      return Object.hasOwn(at, name) ? [(at as Record<string, unknown>)[name]] : [];
    });
  }
  return found;
};
