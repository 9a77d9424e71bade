import type { Rule } from './definition.ts';
import { type Bindings, clockBindings } from './expression.ts';
import { isObject, type Json, typeName } from './json.ts';
import { fill, isVolatile } from './jsonata-template.ts';
import type { Frame, Inner, NumberField, QueryLanguage } from './query-language.ts';
import { QueryError } from './state-error.ts';
import { parseTimestamp } from './timestamp.ts';

const EVALUATION = 'States.QueryEvaluationError';

const bindingsOf = ({ input, result, errorOutput, context, variables, now }: Frame): Bindings => ({
  ...clockBindings(now),
  ...variables,
  states: {
    input,
    ...(result === undefined ? {} : { result }),
    ...(errorOutput === undefined ? {} : { errorOutput }),
    context,
  },
});

/** Fills a field and insists on the type of the outcome. */
const typed = async (template: Json, field: string, type: string, frame: Frame): Promise<Json> => {
  const value = await fill(template, field, bindingsOf(frame));
  if (typeName(value) === type) return value;
  const text = typeof template === 'string' ? template.replace(/^\{%\s*|\s*%\}$/g, '') : JSON.stringify(template);
  throw new QueryError(
    EVALUATION,
    `The JSONata expression '${text}' specified for the field '${field}' returned an unexpected result type. ` +
      `Expected '${type}', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`,
    field,
  );
};

const number = async (field: NumberField, frame: Frame, inner?: Inner): Promise<number | undefined> => {
  const holder = (inner?.holder ?? frame.state) as Partial<Record<NumberField, number | string>>;
  const template = holder[field];
  return template === undefined || typeof template === 'number'
    ? template
    : ((await typed(template, inner ? `${inner.at}/${field}` : field, 'number', frame)) as number);
};

const text = async (field: 'Error' | 'Cause', frame: Frame): Promise<string | undefined> => {
  const template = frame.state[field];
  return template === undefined ? undefined : ((await typed(template, field, 'string', frame)) as string);
};

const until = async (began: number, frame: Frame): Promise<number> => {
  const { Timestamp } = frame.state;
  if (Timestamp === undefined) return began + Math.round(((await number('Seconds', frame)) ?? 0) * 1000);
  const value = (await typed(Timestamp, 'Timestamp', 'string', frame)) as string;
  const time = parseTimestamp(value);
  if (time !== undefined) return time;
  throw new QueryError(
    EVALUATION,
    `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${value}`,
    'Timestamp',
  );
};

const items = async (frame: Frame): Promise<Json[]> => {
  const { Items } = frame.state;
  if (Items !== undefined) {
    const value = Array.isArray(Items)
      ? await fill(Items, 'Items', bindingsOf(frame))
      : await typed(Items, 'Items', 'array', frame);
    return value as Json[];
  }
  if (Array.isArray(frame.input)) return frame.input;
  throw new QueryError(EVALUATION, `Map state input must be an array but was: ${JSON.stringify(frame.input)}`);
};

const choose = async (frame: Frame): Promise<Rule | undefined> => {
  for (const [index, rule] of (frame.state.Choices ?? []).entries()) {
    const { Condition } = rule;
    const holds = await typed(Condition ?? false, `Choices[${index}]/Condition`, 'boolean', frame);
    if (holds) return rule;
  }
  return undefined;
};

/** The fields of a state as JSONata: `{% … %}` strings over `$states` and variables. */
export const jsonataLanguage: QueryLanguage = {
  arguments: async (frame) => {
    const { Arguments } = frame.state;
    const value = Arguments === undefined ? frame.input : await fill(Arguments, 'Arguments', bindingsOf(frame));
    frame.inspect?.('afterArguments', value);
    return value;
  },
  passed: async (frame) => frame.input,
  output: async (holder, frame) =>
    holder.Output === undefined
      ? (frame.result ?? frame.input)
      : await fill(holder.Output, 'Output', bindingsOf(frame)),
  assign: async (holder, frame) => {
    if (holder.Assign === undefined) return undefined;
    const assigned = await fill(holder.Assign, 'Assign', bindingsOf(frame));
    return isObject(assigned) ? assigned : undefined;
  },
  caught: async (catcher, frame) =>
    catcher.Output === undefined
      ? (frame.errorOutput ?? null)
      : await fill(catcher.Output, 'Output', bindingsOf(frame)),
  number,
  filled: (template, at, frame) => fill(template, at, bindingsOf(frame)),
  text,
  role: async (frame) => {
    const role = frame.state.Credentials?.RoleArn;
    return role === undefined ? undefined : ((await typed(role, 'Credentials/RoleArn', 'string', frame)) as string);
  },
  until,
  items,
  item: async (value, frame) =>
    frame.state.ItemSelector === undefined
      ? value
      : await fill(frame.state.ItemSelector, 'ItemSelector', bindingsOf(frame)),
  choose,
  volatile: ({ Items, Seconds, Timestamp }) => [Items, Seconds, Timestamp].some(isVolatile),
};
