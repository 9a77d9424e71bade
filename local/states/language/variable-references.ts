import jsonata from 'jsonata';
import type { Block, Definition, State } from './definition.ts';
import { expressionText } from './expression.ts';
import { isObject } from './json.ts';
import { languageNameOf } from './language-of.ts';

/** The variables that each state reads, by the state's name, sorted; states that read none are left out. */
export const variableReferences = (definition: Definition): Record<string, string[]> => {
  const found: Record<string, string[]> = {};
  const visit = (block: Block | undefined): void => {
    for (const [name, state] of Object.entries(block?.States ?? {})) {
      const read = languageNameOf(state, definition) === 'JSONata' ? readByJsonata(state) : readByJsonPath(state);
      if (read.size > 0) found[name] = [...read].sort();
      for (const inner of [...(state.Branches ?? []), state.ItemProcessor, state.Iterator]) visit(inner);
    }
  };
  visit(definition);
  return found;
};

/** Fields that hold other states, which are looked at by themselves, and fields that no query is read from. */
const SKIPPED = new Set(['Branches', 'ItemProcessor', 'Iterator', 'Comment', 'Result', 'ResultPath']);

/** Fields that hold a payload template: there a query stands only where the key ends in `.$`. */
const TEMPLATES = new Set(['Parameters', 'ResultSelector', 'ItemSelector', 'Assign', 'BatchInput', 'Credentials']);

/** A variable in a path or an intrinsic function; `$$` is the context object and `$.` the input. */
const VARIABLE = /(?<![\w$])\$([\p{ID_Start}_][\p{ID_Continue}]*)/gu;
const LITERAL = /'(?:\\.|[^'\\])*'/g;

const readByJsonPath = (state: State): Set<string> => {
  const read = new Set<string>();
  const walk = (value: unknown, template: boolean): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      if (SKIPPED.has(key) && !template) continue;
      const query = key.endsWith('.$') || (!template && (key === 'Variable' || key.endsWith('Path')));
      if (typeof member !== 'string') walk(member, template || TEMPLATES.has(key));
      else if (query) for (const [, name = ''] of member.replace(LITERAL, '').matchAll(VARIABLE)) read.add(name);
    }
  };
  walk(state, false);
  return read;
};

const readByJsonata = (state: State): Set<string> => {
  const read = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      const text = expressionText(value);
      if (text !== undefined) for (const name of free(text)) read.add(name);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) if (!SKIPPED.has(key)) walk(member);
    }
  };
  walk(state);
  return read;
};

/** What an expression reads that it does not bind itself: neither `$states`, nor `$` and `$$`, nor functions it calls. */
const free = (text: string): Set<string> => {
  const read = new Set<string>();
  const bound = new Set(['', '$', 'states']);
  const walk = (node: unknown, called = false): void => {
    if (Array.isArray(node)) {
      for (const item of node) walk(item);
      return;
    }
    if (!isObject(node)) return;
    const { type, value } = node;
    if (type === 'variable' && typeof value === 'string' && !called) read.add(value);
    if (type === 'bind' && isObject(node.lhs)) bound.add(String(node.lhs.value));
    if (type === 'lambda') for (const { value: name } of node.arguments as { value: string }[]) bound.add(name);
    for (const [key, member] of Object.entries(node)) {
      if (!(type === 'lambda' && key === 'arguments')) walk(member, key === 'procedure');
    }
  };
  walk(jsonata(text).ast());
  return new Set([...read].filter((name) => !bound.has(name) && !BUILT_IN.has(name)));
};

/** Functions can be handed to others by name, as in `$map($list, $uppercase)`. */
const BUILT_IN = new Set(
  `sum count max min average string substring substringBefore substringAfter lowercase uppercase length trim pad match
  contains replace split join formatNumber formatBase formatInteger parseInteger number floor ceil round abs sqrt power
  random boolean not map zip filter single reduce sift keys lookup append exists spread merge reverse each error assert
  type sort shuffle distinct base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl eval
  toMillis fromMillis clone now millis partition range hash uuid parse`.split(/\s+/),
);
