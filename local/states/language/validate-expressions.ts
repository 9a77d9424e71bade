import type { State } from './definition.ts';
import type { Report } from './diagnostic.ts';
import { compile, expressionText } from './expression.ts';

/** Fields that hold other states, which are checked by themselves. */
const NESTED = new Set(['Branches', 'ItemProcessor', 'Iterator', 'Comment']);

/** Checks that every `{% … %}` of a state is JSONata. */
export const checkExpressions = (state: State, at: string, report: Report): void => {
  const walk = (value: unknown, place: string): void => {
    if (typeof value === 'string') {
      check(value, place, report);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value))
      walk(member, Array.isArray(value) ? `${place}[${key}]` : `${place}/${key}`);
  };
  for (const [field, value] of Object.entries(state)) if (!NESTED.has(field)) walk(value, `${at}/${field}`);
};

const check = (value: string, place: string, report: Report): void => {
  const text = expressionText(value);
  if (text === undefined) {
    // AWS refuses a string that is marked on one side only: it is a slip, not a literal.
    if (value.startsWith('{%')) report("A JSONata expression must end with '%}'", place);
    return;
  }
  try {
    compile(text);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    report(`The JSONata expression is not valid: ${code ? `${code}: ` : ''}${message}`, place, 'INVALID_JSONATA');
  }
};
