import jsonata from 'jsonata';
import { remember } from '../../remember.ts';
import { addFunctions } from './functions.ts';
import type { Json } from './json.ts';
import { isObject } from './json.ts';

export type Bindings = Readonly<Record<string, unknown>>;

/** A compiled JSONata expression. `volatile` tells that a second evaluation can give another value. */
export type Expression = { evaluate(bindings: Bindings): unknown; volatile: boolean };

/** Expressions kept compiled. */
const KEPT = 5000;

const PLAIN_PATH = /^\$([A-Za-z_]\w*)((?:\.[A-Za-z_]\w*)*)$/;
const VOLATILE = /\$(now|millis|random|uuid)\b/;
const fromMillis = jsonata('$fromMillis($millis, $picture, $timezone)');

/** The text between `{%` and `%}`, or undefined where a string is a literal. */
export const expressionText = (value: string): string | undefined =>
  value.startsWith('{%') && value.endsWith('%}') && value.length >= 4 ? value.slice(2, -2).trim() : undefined;

/** Compiles an expression. Throws jsonata's error, with `code` and `message`, where it does not parse. */
export const compile = remember(KEPT, (text): Expression => {
  const parsed = jsonata(text);
  addFunctions(parsed);
  const plain = PLAIN_PATH.exec(text);
  const steps = plain?.[2]?.split('.').slice(1) ?? [];
  const whole = (bindings: Bindings): Promise<unknown> => parsed.evaluate(undefined, bindings);
  const evaluate = plain ? (bindings: Bindings) => walk(bindings[plain[1] ?? ''], steps, () => whole(bindings)) : whole;
  return { evaluate, volatile: VOLATILE.test(text) };
});

/** Follows `$name.a.b` without the evaluator, which is slow; arrays on the way map in JSONata, so it takes those. */
const walk = (start: unknown, steps: readonly string[], whole: () => unknown): unknown => {
  let value = start;
  for (const step of steps) {
    if (!isObject(value)) return value === undefined ? undefined : whole();
    value = Object.hasOwn(value, step) ? (value[step] as Json) : undefined;
  }
  return typeof value === 'function' ? whole() : value;
};

/** `$now` and `$millis` on the injected clock. */
export const clockBindings = (now: () => number): Bindings => ({
  millis: () => now(),
  now: (picture?: string, timezone?: string) => fromMillis.evaluate(undefined, { millis: now(), picture, timezone }),
});
