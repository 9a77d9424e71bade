import type { Block, Definition, State } from './definition.ts';
import type { Diagnostic } from './diagnostic.ts';
import { isObject } from './json.ts';
import { isCall } from './json-path/call.ts';
import { checkedLanguage } from './validate-language.ts';

/** Payload templates, in which names that end with `.$` hold queries. */
const TEMPLATES = ['Parameters', 'ResultSelector', 'ItemSelector', 'Assign'] as const;

const isQuery = (value: unknown): value is string =>
  typeof value === 'string' && (/^\$\$?[.[]/.test(value) || value === '$$' || isCall(value));

/**
 * What looks like a slip in a definition that AWS takes all the same: its codes `NO_DOLLAR`, `NO_PATH` and
 * `PASS_RESULT_IS_STATIC`. https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html
 */
export const warningsOf = (definition: Definition): Diagnostic[] => {
  const found: Diagnostic[] = [];
  const visit = (block: Block | undefined, at: string): void => {
    if (!isObject(block?.States)) return;
    for (const [name, state] of Object.entries(block.States)) {
      const here = `${at}/States/${name}`;
      if (checkedLanguage(state, definition) === 'JSONPath') found.push(...ofState(state, here));
      visit(state.ItemProcessor, `${here}/ItemProcessor`);
      visit(state.Iterator, `${here}/Iterator`);
      for (const [index, branch] of (state.Branches ?? []).entries()) visit(branch, `${here}/Branches[${index}]`);
    }
  };
  visit(definition, '');
  return found;
};

const ofState = (state: State, at: string): Diagnostic[] => {
  const found: Diagnostic[] = [];
  const warn = (code: string, message: string, location: string): void => void found.push({ code, message, location });
  for (const field of TEMPLATES) {
    for (const [key, location] of literals(state[field], `${at}/${field}`))
      warn(
        'NO_DOLLAR',
        `The field '${key}' has a value that looks like a query, but its name does not end with '.$'`,
        location,
      );
  }
  for (const [index, rule] of (state.Choices ?? []).entries()) {
    for (const [key, value] of Object.entries(rule)) {
      if (isQuery(value) && key !== 'Variable' && !key.endsWith('Path'))
        warn('NO_PATH', `The field '${key}' has a value that looks like a path`, `${at}/Choices[${index}]/${key}`);
    }
  }
  if (state.Type === 'Pass' && isDynamic(state.Result))
    warn('PASS_RESULT_IS_STATIC', 'The Result of a Pass state is not evaluated', `${at}/Result`);
  return found;
};

/** Members of a template that hold a query as if it were text. */
function* literals(template: unknown, at: string): Generator<[key: string, location: string]> {
  if (typeof template !== 'object' || template === null) return;
  for (const [key, value] of Object.entries(template)) {
    const place = Array.isArray(template) ? `${at}[${key}]` : `${at}/${key}`;
    if (!isQuery(value)) yield* literals(value, place);
    else if (!key.endsWith('.$') && !Array.isArray(template)) yield [key, place];
  }
}

const isDynamic = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return isQuery(value);
  return Object.entries(value).some(([key, member]) => key.endsWith('.$') || isDynamic(member));
};
