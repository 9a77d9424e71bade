import type { Rule } from '../definition.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Frame, Inner, NumberField, QueryLanguage, Stage } from '../query-language.ts';
import { QueryError } from '../state-error.ts';
import { parseTimestamp } from '../timestamp.ts';
import { call } from './call.ts';
import { holds } from './comparison/rule.ts';
import { find, read } from './read.ts';
import { placeResult } from './result-path.ts';
import { fillPaths } from './template.ts';

const runtime = (message: string): QueryError => new QueryError('States.Runtime', message);

/** A path of null stands for an empty object. */
const apply = (path: string | null | undefined, frame: Frame, input: Json): Json => {
  if (path === null) return {};
  return path === undefined || path === '$' ? input : read(path, frame, input);
};

const inspected = (stage: Stage, value: Json, frame: Frame): Json => {
  frame.inspect?.(stage, value);
  return value;
};

/** The input as the state's InputPath leaves it. */
const effective = (frame: Frame): Json =>
  inspected('afterInputPath', apply(frame.state.InputPath, frame, frame.input), frame);

const filled = (template: Json, field: string, frame: Frame, input = effective(frame)): Json =>
  fillPaths(template, field, frame, input);

const parameters = (frame: Frame): Json => {
  const { Parameters } = frame.state;
  const input = effective(frame);
  const value = Parameters === undefined ? input : filled(Parameters, 'Parameters', frame, input);
  return inspected('afterParameters', value, frame);
};

/** State types whose result is put into their input. */
const WITH_RESULT = new Set(['Map', 'Parallel', 'Pass', 'Task']);

const selected = (frame: Frame): Json => {
  const { state, result = null } = frame;
  if (!WITH_RESULT.has(state.Type)) return effective(frame);
  const { ResultSelector } = state;
  const value = ResultSelector === undefined ? result : filled(ResultSelector, 'ResultSelector', frame, result);
  return inspected('afterResultSelector', value, frame);
};

const number = (field: NumberField, frame: Frame, inner?: Inner): number | undefined => {
  const holder = (inner?.holder ?? frame.state) as Readonly<Record<string, unknown>>;
  const path = holder[`${field}Path`] as string | undefined;
  if (path === undefined) return holder[field] as number | undefined;
  const found = read(path, frame, effective(frame));
  const value = typeof found === 'string' && /^\d+(\.\d+)?$/.test(found) ? Number(found) : found;
  const float = field === 'ToleratedFailurePercentage';
  if (typeof value === 'number' && (float || Number.isInteger(value))) return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  throw runtime(
    `The ${field}Path field refers to value "${text}" which is not a valid ${float ? 'float' : 'integer'}: ${path}`,
  );
};

const until = async (began: number, frame: Frame): Promise<number> => {
  const { Seconds, SecondsPath, Timestamp, TimestampPath } = frame.state;
  const input = effective(frame);
  if (SecondsPath !== undefined) {
    const value = read(SecondsPath, frame, input);
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return began + value * 1000;
    throw runtime(`The SecondsPath parameter cannot be parsed as a long value: ${SecondsPath} == ${text(value)}`);
  }
  if (Timestamp === undefined && TimestampPath === undefined) return began + Number(Seconds ?? 0) * 1000;
  const value = Timestamp ?? read(TimestampPath ?? '$', frame, input);
  const time = typeof value === 'string' ? parseTimestamp(value) : undefined;
  if (time !== undefined) return time;
  const what = 'does not reference a valid ISO-8601 extended offset date-time format string';
  throw runtime(`The TimestampPath parameter ${what}: ${TimestampPath} == ${text(value)}`);
};

const text = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

const words = async (field: 'Error' | 'Cause', frame: Frame): Promise<string | undefined> => {
  frame.inspect?.('afterInputPath', frame.input);
  const path = frame.state[`${field}Path`];
  if (path === undefined) return frame.state[field];
  const value = path.startsWith('States.') ? call(path, frame, frame.input) : find(path, frame, frame.input);
  if (value !== undefined) return text(value);
  const where = `specified for the field '${field}Path' could not be found in the input '${JSON.stringify(frame.input)}'`;
  throw runtime(`The JSONPath '${path}' ${where}`);
};

const items = async (frame: Frame): Promise<Json[]> => {
  const { ItemsPath = '$' } = frame.state;
  const value = read(ItemsPath, frame, effective(frame));
  frame.inspect?.('afterItemsPath', value);
  if (Array.isArray(value)) return value;
  throw runtime(`Reference path "${ItemsPath}" must point to array.`);
};

const choose = async (frame: Frame): Promise<Rule | undefined> => {
  const input = effective(frame);
  return frame.state.Choices?.find((rule) => holds(rule, frame, input));
};

/** The fields of a state as JSONPath: paths, payload templates with `.$`, intrinsic functions, comparison operators. */
export const jsonPathLanguage: QueryLanguage = {
  arguments: (frame) => parameters(frame),
  passed: (frame) => {
    const { Result } = frame.state;
    return Result === undefined ? parameters(frame) : inspected('result', Result, frame);
  },
  output: (_, frame) => {
    const { ResultPath, OutputPath, Type } = frame.state;
    const result = selected(frame);
    if (!WITH_RESULT.has(Type)) return apply(OutputPath, frame, result);
    // A result goes into the input as it came, whatever InputPath has left of it.
    const placed = placeResult(frame.input, ResultPath, result);
    return apply(OutputPath, frame, inspected('afterResultPath', placed, frame));
  },
  assign: async (holder, frame) => {
    if (holder.Assign === undefined) return undefined;
    const assigned = filled(holder.Assign, 'Assign', frame, frame.errorOutput ?? selected(frame));
    return isObject(assigned) ? (assigned as JsonObject) : undefined;
  },
  caught: async (catcher, frame) => placeResult(frame.input, catcher.ResultPath, frame.errorOutput ?? null),
  number,
  filled: async (template, at, frame) => filled(template, at, frame),
  text: words,
  role: async (frame) => {
    const credentials = filled((frame.state.Credentials ?? {}) as Json, 'Credentials', frame);
    return isObject(credentials) && typeof credentials.RoleArn === 'string' ? credentials.RoleArn : undefined;
  },
  until,
  items,
  item: (value, frame) => {
    const selector = frame.state.ItemSelector ?? frame.state.Parameters;
    return selector === undefined ? value : filled(selector, 'ItemSelector', frame);
  },
  choose,
  volatile: () => false,
};
