import { type Json, type JsonObject, RECORDED_ACCOUNT, type TransformerStep } from './recording.ts';

/** Where the answer is not what was recorded; undefined where it is. */
export type Difference = { path: string; expected: Json | undefined; actual: Json | undefined } | undefined;

/** What a recording leaves open: whole texts and words that stand for anything. */
export type Masks = {
  account: string;
  words: readonly string[];
  /** Members that AWS did not have yet when the answer was recorded. */
  younger: ReadonlySet<string>;
};

/** Members that AWS added to its answers, with the day of the announcement: older recordings lack them. */
const ADDED: Readonly<Record<string, string>> = {
  redriveCount: '2023-11-15',
  RedriveCount: '2023-11-15',
  RedriveStatus: '2023-11-15',
  RedriveStatusReason: '2023-11-15',
  redriveStatus: '2023-11-15',
  redriveStatusReason: '2023-11-15',
  encryptionConfiguration: '2024-07-25',
  variableReferences: '2024-11-22',
};

const WHOLE = new Set(['timestamp', 'datetime', 'date', 'snf_role_arn', 'sfn_role_arn']);
const PLACEHOLDER = /<+[^<>]*>(?:[^<>]*>)*/g;
/** Only the client knows these; they are not part of what was answered. */
const HEADERS = 'HTTPHeaders';
/** What a function's runtime adds to an error of its own accord: another language has another. */
const OF_THE_LANGUAGE = new Set(['requestId', 'stackTrace', 'trace']);

/** What recordings call the log group of a fixture. */
const LOG_GROUP = 'log_group_name';

/** What differs from run to run: time taken, and the length of answers that have made-up names in them. */
const OF_THE_RUN = new Set(['billedDurationInMilliseconds', 'Content-Length']);

/** The masks that a case's transformers name. */
export const masksOf = (transformers: readonly TransformerStep[], account: string, recordedAt: string): Masks => ({
  account,
  younger: new Set(Object.keys(ADDED).filter((member) => recordedAt < (ADDED[member] ?? ''))),
  words: [...transformers.flatMap(({ args }) => args[1] ?? []), LOG_GROUP]
    .filter((word) => /^[\w.-]+$/.test(word) && !/^(true|false|\d+)$/.test(word))
    .sort((a, b) => b.length - a.length),
});

/** What the recording tool's own client says where it sends nothing; an API that is asked all the same refuses too. */
const REFUSED_BY_CLIENT = 'ParamValidationError';

/** Holds an answer against its recording. A text that is recorded parsed is parsed here too. */
export const differenceOf = (expected: Json, actual: Json | undefined, masks: Masks, path = '$'): Difference => {
  if (actual === undefined) return { path, expected, actual };
  if (typeof expected === 'string') return text(expected, actual, masks, path);
  if (Array.isArray(expected)) {
    const items = parsed(actual);
    if (!Array.isArray(items) || items.length !== expected.length) return { path, expected, actual };
    return first(expected.map((item, index) => () => differenceOf(item, items[index], masks, `${path}[${index}]`)));
  }
  if (isObject(expected)) {
    const object = parsed(actual);
    if (expected.exception_typename === REFUSED_BY_CLIENT && isObject(object))
      return object.exception_typename === 'ValidationException' ? undefined : { path, expected, actual };
    if (!isObject(object)) return { path, expected, actual };
    return fields(expected, object, masks, path);
  }
  return Object.is(expected, parsed(actual)) ? undefined : { path, expected, actual };
};

const fields = (expected: JsonObject, actual: JsonObject, masks: Masks, path: string): Difference => {
  const isError = 'errorType' in expected && 'errorMessage' in expected;
  const left = new Set(Object.keys(actual));
  for (const [name, value] of Object.entries(expected)) {
    if (name === HEADERS || (isError && OF_THE_LANGUAGE.has(name))) {
      left.delete(name);
      continue;
    }
    const found = left.has(name) ? name : [...left].find((other) => sameName(name, other, masks, path));
    if (found === undefined) return { path: `${path}.${name}`, expected: value, actual: undefined };
    left.delete(found);
    // A recording masks a value by the name of its field.
    if (value === name || OF_THE_RUN.has(name)) continue;
    const difference = differenceOf(value, actual[found], masks, `${path}.${name}`);
    if (difference) return difference;
  }
  for (const name of left) {
    if (name === HEADERS || masks.younger.has(name) || (isError && OF_THE_LANGUAGE.has(name))) continue;
    return { path: `${path}.${name}`, expected: undefined, actual: actual[name] };
  }
  return undefined;
};

/** Names of HTTP headers are the same in any case. */
const sameName = (expected: string, actual: string, masks: Masks, path: string): boolean =>
  path.endsWith('HttpHeaders')
    ? expected.toLowerCase() === actual.toLowerCase()
    : pattern(expected, masks)?.test(named(actual, masks)) === true;

const text = (expected: string, actual: Json, masks: Masks, path: string): Difference => {
  if (expected.startsWith('Parameter validation failed:'))
    return String(actual).startsWith('An error occurred (') ? undefined : { path, expected, actual };
  if (WHOLE.has(expected) || masks.words.includes(expected)) return undefined;
  const shown =
    typeof actual === 'string' ? named(actual, masks) : typeof actual === 'number' ? `${actual}` : undefined;
  if (shown === expected && typeof actual === 'string') return undefined;
  if (shown !== undefined && pattern(expected, masks)?.test(shown)) return undefined;
  // JSON within text: a list that was written anew, an error with a stack of another language.
  const inner = parsed(expected);
  if (typeof inner === 'object' && inner !== null && shown !== undefined)
    return differenceOf(inner, parsed(shown), masks, path);
  return { path, expected, actual: shown ?? actual };
};

/** A recorded text as a regular expression where something in it stands for anything. */
const pattern = (expected: string, { words }: Masks): RegExp | undefined => {
  const open =
    words.length === 0 ? PLACEHOLDER : new RegExp(`${PLACEHOLDER.source}|${words.map(literal).join('|')}`, 'g');
  if (expected.search(open) < 0) return undefined;
  return new RegExp(`^${expected.split(open).map(literal).join('[^]*?')}$`);
};

const named = (actual: string, { account }: Masks): string => actual.replaceAll(account, RECORDED_ACCOUNT);

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const parsed = (value: Json): Json => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
};

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const first = (comparisons: readonly (() => Difference)[]): Difference => {
  for (const compare of comparisons) {
    const difference = compare();
    if (difference) return difference;
  }
  return undefined;
};
