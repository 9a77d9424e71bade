import { remember } from '../../../remember.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { type Filter, parseFilter } from './filter.ts';

/** One step of a path: a member, an index, a slice, a wildcard, a union, a filter, or a search at any depth. */
type Step =
  | { kind: 'member'; name: string }
  | { kind: 'index'; index: number }
  | { kind: 'slice'; start?: number; end?: number }
  | { kind: 'all' }
  | { kind: 'union'; steps: Step[] }
  | { kind: 'filter'; filter: Filter }
  | { kind: 'deep'; step: Step };

export type Path = { steps: readonly Step[]; definite: boolean };

const MEMBER = /^[^.[\]\s'"()?@,:*$]+/u;
const QUOTED = /^'((?:[^'\\]|\\.)*)'|^"((?:[^"\\]|\\.)*)"/;

/** Paths kept read. */
const KEPT = 5000;

/** Reads what follows `$` (or a variable's name) of a path; undefined where it is none. */
export const parsePath: (text: string) => Path | undefined = remember(KEPT, (text): Path | undefined => {
  const steps: Step[] = [];
  let rest = text;
  while (rest !== '') {
    const deep = rest.startsWith('..');
    const dotted = rest.startsWith('.');
    if (dotted) rest = rest.slice(deep ? 2 : 1);
    let step: Step;
    if (rest.startsWith('[') && (!dotted || deep)) {
      const end = closing(rest);
      const inner = end > 0 ? bracket(rest.slice(1, end).trim()) : undefined;
      if (!inner) return undefined;
      step = inner;
      rest = rest.slice(end + 1);
    } else if (dotted && rest.startsWith('*')) {
      step = { kind: 'all' };
      rest = rest.slice(1);
    } else {
      const name = dotted ? MEMBER.exec(rest)?.[0] : undefined;
      if (name === undefined) return undefined;
      step = { kind: 'member', name };
      rest = rest.slice(name.length);
    }
    steps.push(deep ? { kind: 'deep', step } : step);
  }
  return { steps, definite: steps.every(({ kind }) => kind === 'member' || kind === 'index') };
});

/** Where the bracket that a text begins with is closed, quotes and inner brackets minded. */
const closing = (text: string): number => {
  let quote = '';
  let depth = 1;
  for (let at = 1; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quote && letter === '\\') at += 1;
    else if (quote) quote = letter === quote ? '' : quote;
    else if (letter === "'" || letter === '"') quote = letter;
    else if (letter === '[') depth += 1;
    else if (letter === ']') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
};

const bracket = (text: string): Step | undefined => {
  if (text === '*') return { kind: 'all' };
  if (text.startsWith('?')) {
    const [, inner] = /^\?\s*\((.*)\)$/s.exec(text) ?? [];
    const filter = inner === undefined ? undefined : parseFilter(inner, readerOf);
    return filter && { kind: 'filter', filter };
  }
  if (/^-?\d+$/.test(text)) return { kind: 'index', index: Number(text) };
  const slice = /^(-?\d+)?\s*:\s*(-?\d+)?$/.exec(text);
  if (slice) {
    const [, start, end] = slice;
    return { kind: 'slice', ...(start && { start: Number(start) }), ...(end && { end: Number(end) }) };
  }
  const quoted = QUOTED.exec(text);
  if (quoted && quoted[0].length === text.length) {
    return { kind: 'member', name: (quoted[1] ?? quoted[2] ?? '').replace(/\\(.)/g, '$1') };
  }
  const texts = text.split(/,(?=(?:[^'"]|'[^']*'|"[^"]*")*$)/);
  const parts = texts.length < 2 ? [undefined] : texts.map((part) => bracket(part.trim()));
  if (parts.includes(undefined)) return undefined;
  return { kind: 'union', steps: parts as Step[] };
};

/** A path of a filter, after its `@` or `$`. */
const readerOf = (text: string): ((value: Json) => Json | undefined) | undefined => {
  const path = parsePath(text.slice(1));
  return (
    path &&
    ((value) => {
      const found = select(value, path);
      return path.definite ? found[0] : found;
    })
  );
};

const take = (value: Json, step: Step, root: Json): Json[] => {
  switch (step.kind) {
    case 'member':
      return isObject(value) && Object.hasOwn(value, step.name) ? [value[step.name] as Json] : [];
    case 'index': {
      const item = Array.isArray(value) ? value.at(step.index) : undefined;
      return item === undefined ? [] : [item];
    }
    case 'slice':
      return Array.isArray(value) ? value.slice(step.start, step.end) : [];
    case 'all':
      return Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
    case 'union':
      return step.steps.flatMap((each) => take(value, each, root));
    case 'filter':
      // An object is tested itself, a list item by item.
      return (Array.isArray(value) ? value : isObject(value) ? [value] : []).filter((each) => step.filter(each, root));
    case 'deep':
      return deep(value).flatMap((each) => take(each, step.step, root));
  }
};

const deep = (value: Json): Json[] => [
  value,
  ...(Array.isArray(value) ? value : isObject(value) ? Object.values(value as JsonObject) : []).flatMap(deep),
];

/** All values that a path leads to. */
export const select = (value: Json, { steps }: Path): Json[] => {
  let found = [value];
  for (const step of steps) found = found.flatMap((each) => take(each, step, value));
  return found;
};

/** How a path is shown in messages: `$['a']['b']`. */
export const shown = ({ steps }: Path, length = steps.length): string =>
  `$${steps
    .slice(0, length)
    .map((step) => (step.kind === 'member' ? `['${step.name}']` : step.kind === 'index' ? `[${step.index}]` : '[*]'))
    .join('')}`;
