import { AwsError } from '../aws/error.ts';

/** Decides whether a log line matches. */
export type LineFilter = (message: string) => boolean;

/**
 * Compiles a filter pattern: terms that must all be there, `-term` that must not, `?term` of which one must be,
 * `"quoted phrases"`, and `{ $.field = "value" }` with `=`, `!=`, `<`, `<=`, `>`, `>=`, `&&` and `||` for JSON lines.
 * Throws `InvalidParameterException` for what it does not know.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export const compileFilter = (pattern = ''): LineFilter => {
  const text = pattern.trim();
  if (text === '') return () => true;
  if (text.startsWith('[') || text.startsWith('%')) throw unsupported(text);
  return text.startsWith('{') ? jsonFilter(text) : termFilter(text);
};

const unsupported = (text: string): AwsError =>
  new AwsError(
    'InvalidParameterException',
    `Invalid filter pattern: the embedded runtime does not support ${JSON.stringify(text)}.`,
  );

const termFilter = (text: string): LineFilter => {
  const all: string[] = [];
  const none: string[] = [];
  const any: string[] = [];
  for (const [, sign, quoted, bare] of text.matchAll(/([-?]?)(?:"((?:[^"\\]|\\.)*)"|(\S+))/g)) {
    const term = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '';
    (sign === '-' ? none : sign === '?' ? any : all).push(term);
  }
  return (message) =>
    all.every((term) => message.includes(term)) &&
    !none.some((term) => message.includes(term)) &&
    (any.length === 0 || any.some((term) => message.includes(term)));
};

const CONDITION = /^\$\.([\w.[\]-]+)\s*(=|!=|<=|>=|<|>)\s*(?:"((?:[^"\\]|\\.)*)"|(\S+))$/;

const jsonFilter = (text: string): LineFilter => {
  const inner = /^\{(.*)\}$/s.exec(text)?.[1];
  if (inner === undefined || /[()]/.test(inner.replace(QUOTED, ''))) throw unsupported(text);
  const alternatives = split(inner, '||').map((side) => split(side, '&&').map((part) => condition(part.trim(), text)));
  return (message) => {
    let value: unknown;
    try {
      value = JSON.parse(message);
    } catch {
      return false;
    }
    return alternatives.some((conditions) => conditions.every((test) => test(value)));
  };
};

const QUOTED = /"(?:[^"\\]|\\.)*"/g;

/** Splits at a separator that stands outside quotation marks. */
const split = (text: string, separator: string): string[] => {
  const parts = [''];
  for (const [piece] of text.matchAll(/"(?:[^"\\]|\\.)*"|\|\||&&|./gs)) {
    if (piece === separator) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts;
};

const condition = (part: string, text: string): ((value: unknown) => boolean) => {
  const [, path, sign, quoted, bare] = CONDITION.exec(part) ?? [];
  if (path === undefined || sign === undefined) throw unsupported(text);
  const wanted = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '';
  const steps = path.match(/[^.[\]]+/g) ?? [];
  return (value) => {
    const found = steps.reduce<unknown>(
      (at, step) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, step)
          ? (at as Record<string, unknown>)[step]
          : undefined,
      value,
    );
    if (sign === '=' || sign === '!=') return equals(found, wanted) === (sign === '=');
    const [left, right] = [Number(found), Number(wanted)];
    return sign === '<' ? left < right : sign === '<=' ? left <= right : sign === '>' ? left > right : left >= right;
  };
};

/** Text compares as text, with `*` at either end for any rest. */
const equals = (found: unknown, wanted: string): boolean => {
  if (found === undefined) return false;
  const text = String(found);
  const core = wanted.replace(/^\*|\*$/g, '');
  if (wanted.startsWith('*') && wanted.endsWith('*') && wanted.length > 1) return text.includes(core);
  if (wanted.startsWith('*')) return text.endsWith(core);
  if (wanted.endsWith('*')) return text.startsWith(core);
  return text === wanted;
};
