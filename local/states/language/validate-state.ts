import { type Definition, STATE_TYPES, type State } from './definition.ts';
import type { Report, ValidationContext } from './diagnostic.ts';
import { REQUIRED } from './fields.ts';
import { isObject } from './json.ts';
import { parseTimestamp } from './timestamp.ts';
import { checkExpressions } from './validate-expressions.ts';
import { checkedLanguage, checkFields } from './validate-language.ts';
import { checkMap } from './validate-map.ts';
import { checkPaths } from './validate-paths.ts';
import { checkResource } from './validate-resource.ts';
import { checkTypes } from './validate-types.ts';
import { checkValues } from './validate-values.ts';

const TERMINAL = new Set(['Succeed', 'Fail', 'Choice']);

/** Checks one state, and answers whether what is nested in it can be checked too. */
export const checkState = (
  state: State,
  at: string,
  definition: Definition,
  context: ValidationContext,
  report: Report,
): boolean => {
  if (!isObject(state)) {
    report('A state must be an object', at);
    return false;
  }
  if (!STATE_TYPES.includes(state.Type)) {
    report(`The field 'Type' should have one of these values: [${STATE_TYPES.join(', ')}]`, `${at}/Type`);
    return false;
  }
  checkFields(state, at, definition, report);
  if (!checkTypes(state, checkedLanguage(state, definition), at, report)) return false;
  for (const field of REQUIRED[state.Type] ?? []) {
    if (!(field in state)) report(`These fields are required: [${field}]`, at);
  }
  if (isObject(state.Credentials) && !('RoleArn' in state.Credentials || 'RoleArn.$' in state.Credentials)) {
    report("The field 'RoleArn' is required but was missing", `${at}/Credentials`);
  }
  checkTransition(state, at, report);
  checkByType(state, at, report);
  if (state.Type === 'Map') checkMap(state, at, context, report);
  checkFailing(state, at, report);
  if (state.Type === 'Task' && state.Resource !== undefined) checkResource(state.Resource, at, context, report);
  checkValues(state, at, report);
  if (checkedLanguage(state, definition) === 'JSONata') checkExpressions(state, at, report);
  else checkPaths(state, at, report);
  return true;
};

const checkTransition = (state: State, at: string, report: Report): void => {
  if (TERMINAL.has(state.Type)) return;
  const both = state.Next !== undefined && state.End !== undefined;
  if (state.Next === undefined && state.End !== true) report('These fields are required: [Next or End]', at);
  if (both) report("A state has either 'Next' or 'End'", at);
};

const checkByType = (state: State, at: string, report: Report): void => {
  const { Type, Choices, Branches } = state;
  if (Type === 'Choice' && Array.isArray(Choices)) {
    if (Choices.length === 0) report('Value cannot be empty', `${at}/Choices`);
    for (const [index, rule] of Choices.entries()) {
      if (rule?.Next === undefined) report('These fields are required: [Next]', `${at}/Choices[${index}]`);
    }
  }
  if (Type === 'Parallel' && Array.isArray(Branches) && Branches.length === 0)
    report('Value cannot be empty', `${at}/Branches`);
  if (Type === 'Wait') {
    const ways = ['Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath'].filter((field) => field in state);
    if (ways.length !== 1) report('Exactly one of these fields is required: [Seconds, Timestamp]', at);
    const { Timestamp } = state;
    if (typeof Timestamp === 'string' && !Timestamp.startsWith('{%') && parseTimestamp(Timestamp) === undefined) {
      report('String does not match RFC3339 timestamp', `${at}/Timestamp`);
    }
  }
};

const RETRIER = new Set([
  'ErrorEquals',
  'IntervalSeconds',
  'MaxAttempts',
  'BackoffRate',
  'MaxDelaySeconds',
  'JitterStrategy',
  'Comment',
]);
const CATCHER = new Set(['ErrorEquals', 'Next', 'Output', 'Assign', 'ResultPath', 'Comment']);

const checkFailing = ({ Retry, Catch }: State, at: string, report: Report): void => {
  const check = (list: unknown, field: string, known: ReadonlySet<string>, required: readonly string[]): void => {
    if (list === undefined) return;
    if (!Array.isArray(list)) {
      report(`The field '${field}' must be an array`, `${at}/${field}`);
      return;
    }
    for (const [index, item] of list.entries()) {
      const place = `${at}/${field}[${index}]`;
      const missing = required.filter((name) => !(name in item));
      if (missing.length > 0) report(`These fields are required: [${missing.join(', ')}]`, place);
      for (const name of Object.keys(item)) if (!known.has(name)) report(`Field '${name}' is not supported`, place);
      const names: unknown[] = Array.isArray(item.ErrorEquals) ? item.ErrorEquals : [];
      if (names.length === 0 && 'ErrorEquals' in item) report('Value cannot be empty', `${place}/ErrorEquals`);
      const all = names.includes('States.ALL');
      if (all && (names.length > 1 || index < list.length - 1)) {
        report("'States.ALL' must appear alone and in the last entry", `${place}/ErrorEquals`);
      }
    }
  };
  check(Retry, 'Retry', RETRIER, ['ErrorEquals']);
  check(Catch, 'Catch', CATCHER, ['ErrorEquals', 'Next']);
};
