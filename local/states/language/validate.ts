import type { Block, Definition, Processor, State } from './definition.ts';
import type { Diagnostic, Report, ValidationContext } from './diagnostic.ts';
import { isObject } from './json.ts';
import { jsonProblem } from './json-problem.ts';
import { checkGraph } from './validate-graph.ts';
import { checkLanguageName } from './validate-language.ts';
import { isDistributed } from './validate-map.ts';
import { checkState } from './validate-state.ts';

const TOP_FIELDS = new Set(['Comment', 'Version', 'StartAt', 'States', 'TimeoutSeconds', 'QueryLanguage']);
const BLOCK_FIELDS = new Set(['Comment', 'StartAt', 'States', 'ProcessorConfig']);

/** Everything that is wrong with a definition's text; nothing where it is a definition that the engine can run. */
export const validate = (text: string, context: ValidationContext): Diagnostic[] => {
  const found: Diagnostic[] = [];
  const report: Report = (message, location, code = 'SCHEMA_VALIDATION_FAILED') =>
    found.push({ code, message, ...(location === undefined ? {} : { location }) });
  const definition = parse(text, found);
  if (definition === undefined) return found;
  for (const field of Object.keys(definition)) {
    if (!TOP_FIELDS.has(field)) report(`Field '${field}' is not supported`, '/');
  }
  checkLanguageName(definition.QueryLanguage, '', report);
  if (definition.Version !== undefined && definition.Version !== '1.0') report("Version must be '1.0'", '/Version');
  checkBlock(definition, '', definition, context, report, new Set());
  return found;
};

const parse = (text: string, found: Diagnostic[]): Definition | undefined => {
  const code = 'SCHEMA_VALIDATION_FAILED';
  try {
    const value: unknown = text.trim() === '' ? undefined : JSON.parse(text);
    if (isObject(value)) return value as unknown as Definition;
    found.push({ code, message: 'Definition must be a valid JSON object' });
  } catch {
    found.push({ code: 'INVALID_JSON_DESCRIPTION', ...jsonProblem(text) });
  }
  return undefined;
};

/** Checks a chain of states and what is nested in them. `outer` holds the variables that may not be assigned here. */
const checkBlock = (
  block: Block,
  at: string,
  definition: Definition,
  context: ValidationContext,
  report: Report,
  outer: ReadonlySet<string>,
): void => {
  const missing = ['States', 'StartAt'].filter((field) => !(field in block));
  if (missing.length > 0) {
    report(`These fields are required: [${missing.join(', ')}]`, at || '/');
    return;
  }
  if (!isObject(block.States)) {
    report("The field 'States' must be an object", `${at}/States`);
    return;
  }
  if (at !== '') {
    for (const field of Object.keys(block)) {
      if (!BLOCK_FIELDS.has(field)) report(`Field '${field}' is not supported`, at);
    }
  }
  for (const [name, state] of Object.entries(block.States)) {
    const here = `${at}/States/${name}`;
    for (const variable of assignedIn(state)) {
      if (outer.has(variable))
        report(`The variable '${variable}' belongs to an outer scope and cannot be assigned`, here);
    }
    if (!checkState(state, here, definition, context, report)) continue;
    const assigned = new Set(outer);
    for (const other of Object.values(block.States)) {
      if (other !== state) for (const variable of assignedIn(other)) assigned.add(variable);
    }
    const nested = (inner: Block | undefined, place: string, within = context): void => {
      if (isObject(inner)) checkBlock(inner, `${here}/${place}`, definition, within, report, assigned);
    };
    if (Array.isArray(state.Branches))
      for (const [index, branch] of state.Branches.entries()) nested(branch, `Branches[${index}]`);
    nested(state.ItemProcessor, 'ItemProcessor', childContext(state.ItemProcessor, context));
    nested(state.Iterator, 'Iterator', childContext(state.Iterator, context));
  }
  if (!(context.open && at === '')) checkGraph(block, at, report);
};

/** The variables that a state, its rules and its catchers assign. */
const assignedIn = (state: State): string[] => {
  if (!isObject(state)) return [];
  const { Assign, Choices, Catch } = state as State;
  return [Assign, ...[Choices, Catch].flatMap((list) => (Array.isArray(list) ? list.map((item) => item?.Assign) : []))]
    .filter(isObject)
    .flatMap((assign) => Object.keys(assign));
};

/** Children of a Distributed Map are workflows of their own type. */
const childContext = (processor: Processor | undefined, context: ValidationContext): ValidationContext =>
  isDistributed(processor) ? { ...context, type: processor?.ProcessorConfig?.ExecutionType ?? context.type } : context;
