import type { Json } from '../json.ts';
import type { Frame } from '../query-language.ts';
import { QueryError } from '../state-error.ts';
import { INTRINSICS } from './intrinsics.ts';
import { read } from './read.ts';

/** A call of an intrinsic function, or what stands as an argument of one. */
type Term = { call: string; terms: Term[] } | { path: string } | { value: Json };

const CALL = /^States\.(\w+)\(/;
/** A backslash escapes a quote, a brace or itself, and nothing else. */
const TEXT = /^'((?:[^'\\]|\\['{}\\])*)'/;
const VALUE = /^(?:null|true|false|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=[\s,)]|$)/;

const parse = (source: string): { term: Term; rest: string } | undefined => {
  const text = source.trimStart();
  const call = CALL.exec(text);
  if (call) return parseCall(call[1] ?? '', text.slice(call[0].length));
  const quoted = TEXT.exec(text);
  if (quoted) return { term: { value: unescaped(quoted[1] ?? '') }, rest: text.slice(quoted[0].length) };
  const value = VALUE.exec(text);
  if (value) return { term: { value: JSON.parse(value[0]) as Json }, rest: text.slice(value[0].length) };
  const path = /^\$(?:[^,()[\]]|\[[^\]]*\])*/.exec(text);
  return path ? { term: { path: path[0].trim() }, rest: text.slice(path[0].length) } : undefined;
};

const parseCall = (name: string, source: string): { term: Term; rest: string } | undefined => {
  const terms: Term[] = [];
  let rest = source.trimStart();
  while (!rest.startsWith(')')) {
    const next = parse(rest);
    if (!next) return undefined;
    // The template of Format tells `\{` from `{`, so it is left as it was written.
    const raw = name === 'Format' && terms.length === 0 ? TEXT.exec(rest)?.[1] : undefined;
    terms.push(raw === undefined ? next.term : { value: raw });
    rest = next.rest.trimStart();
    if (rest.startsWith(',')) rest = rest.slice(1).trimStart();
    else if (!rest.startsWith(')')) return undefined;
  }
  return Object.hasOwn(INTRINSICS, name) ? { term: { call: name, terms }, rest: rest.slice(1) } : undefined;
};

const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1');

const evaluate = (term: Term, frame: Frame, input: Json): Json => {
  if ('value' in term) return term.value;
  if ('path' in term) return read(term.path, frame, input);
  // A template that is data has no escapes, so its backslashes are made to stand for themselves.
  const [template] = term.terms;
  if (term.call === 'Format' && template && !('value' in template)) {
    const text = evaluate(template, frame, input);
    const escaped = typeof text === 'string' ? text.replace(/\\/g, '\\\\') : text;
    return evaluate({ ...term, terms: [{ value: escaped }, ...term.terms.slice(1)] }, frame, input);
  }
  return INTRINSICS[term.call]?.(...term.terms.map((each) => evaluate(each, frame, input))) ?? null;
};

/** Whether a text is a call of intrinsic functions that exist. */
export const isCall = (text: string): boolean => {
  const parsed = CALL.test(text) ? parse(text) : undefined;
  return parsed !== undefined && parsed.rest.trim() === '';
};

/** Calls an intrinsic function. Throws `States.IntrinsicFailure`. */
export const call = (text: string, frame: Frame, input: Json): Json => {
  const parsed = parse(text);
  if (!parsed) throw new QueryError('States.IntrinsicFailure', `The intrinsic function call '${text}' is not valid`);
  try {
    return evaluate(parsed.term, frame, input);
  } catch (error) {
    if (error instanceof QueryError) throw error;
    throw new QueryError('States.IntrinsicFailure', `${text}: ${(error as Error).message}`);
  }
};
