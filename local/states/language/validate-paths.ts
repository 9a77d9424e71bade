import type { State } from './definition.ts';
import type { Report } from './diagnostic.ts';
import { isCall } from './json-path/call.ts';
import { isOperator } from './json-path/comparison/rule.ts';
import { parsePath } from './json-path/path.ts';

/** Payload templates of a state, in which names that end with `.$` hold queries. */
const TEMPLATES = ['Parameters', 'ResultSelector', 'ItemSelector', 'Assign', 'Credentials'] as const;

const isPath = (text: string): boolean => {
  const root = /^\$(\$|[A-Za-z_]\w*)?/.exec(text);
  return root !== null && parsePath(text.slice(root[0].length)) !== undefined;
};

/** Checks that the paths, templates and rules of a state are ones that the engine can evaluate. */
export const checkPaths = (state: State, at: string, report: Report): void => {
  for (const [field, value] of Object.entries(state)) {
    if (!field.endsWith('Path') || typeof value !== 'string') continue;
    if (CALLABLE.has(field)) {
      if (!isPath(value) && !isCall(value)) report(reason(field), `${at}/${field}`);
    } else checkPath(value, field === 'ResultPath', `${at}/${field}`, report);
  }
  for (const field of TEMPLATES) if (field in state) checkTemplate(state[field], `${at}/${field}`, report);
  const { ItemReader, ItemBatcher, ResultWriter } = state;
  checkTemplate(ItemReader?.Parameters, `${at}/ItemReader/Parameters`, report);
  checkTemplate(ItemBatcher?.BatchInput, `${at}/ItemBatcher/BatchInput`, report);
  checkTemplate(ResultWriter?.Parameters, `${at}/ResultWriter/Parameters`, report);
  checkInner(ItemReader?.ReaderConfig, `${at}/ItemReader/ReaderConfig`, report);
  checkInner(ItemBatcher, `${at}/ItemBatcher`, report);
  if (Array.isArray(state.Choices))
    for (const [index, rule] of state.Choices.entries()) checkRule(rule, `${at}/Choices[${index}]`, report);
};

const checkInner = (holder: object | undefined, at: string, report: Report): void => {
  for (const [field, value] of Object.entries(holder ?? {}))
    if (field.endsWith('Path')) checkPath(String(value), false, `${at}/${field}`, report);
};

/** Fields that may hold the call of an intrinsic function in place of a path. */
const CALLABLE = new Set(['ErrorPath', 'CausePath']);

/** Checks a path; one that leads to a single place is a Reference Path. */
const checkPath = (path: string, reference: boolean, at: string, report: Report): void => {
  if (isPath(path)) return;
  const start = path.startsWith('$') ? '' : ": Reference path didn't start with '$'";
  report(reference ? `Value is not a Reference Path${start}` : 'Value must be a valid JSONPath.', at);
};

const reason = (field: string): string =>
  `The value for the field '${field}' must be a valid JSONPath or a valid intrinsic function call`;

const checkTemplate = (template: unknown, at: string, report: Report): void => {
  if (typeof template !== 'object' || template === null) return;
  for (const [key, value] of Object.entries(template)) {
    if (!key.endsWith('.$') || Array.isArray(template)) checkTemplate(value, at, report);
    else if (typeof value !== 'string' || !(isPath(value) || isCall(value))) report(reason(key), at);
  }
};

const checkRule = (rule: Record<string, unknown>, at: string, report: Report): void => {
  const { And, Or, Not } = rule;
  const inner = [...(Array.isArray(And) ? And : []), ...(Array.isArray(Or) ? Or : []), ...(Not ? [Not] : [])];
  if (inner.length > 0) {
    for (const each of inner) checkRule(each as Record<string, unknown>, at, report);
    return;
  }
  const operators = Object.keys(rule).filter(isOperator);
  if (operators.length !== 1) report('Exactly one comparison operator is required', at);
  if (typeof rule.Variable === 'string') checkPath(rule.Variable, true, `${at}/Variable`, report);
  else report('These fields are required: [Variable]', at);
};
