import type { State } from './definition.ts';
import type { Report } from './diagnostic.ts';
import { compile, expressionText } from './expression.ts';
import { unsupportedIn } from './unsupported-jsonata.ts';

/** Fields that hold other states, which are checked by themselves. */
const NESTED = new Set(['Branches', 'ItemProcessor', 'Iterator', 'Comment']);
/** State types that do something of which there is a result. */
const WITH_RESULT = new Set(['Map', 'Parallel', 'Task']);

/** Checks that every `{% … %}` of a state is JSONata that AWS takes where it stands. */
export const checkExpressions = (state: State, at: string, report: Report): void => {
  const walk = (value: unknown, field: string, place: string): void => {
    if (typeof value === 'string') {
      check(value, reservedIn(state, field), `${at}/${place}`, report);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      const inner = Array.isArray(value) ? `${place}[${key}]` : `${place}/${key}`;
      // What a catcher says of its error stands in its own Output and Assign.
      walk(member, field === 'Catch' && !Array.isArray(value) ? `Catch/${key}` : field, inner);
    }
  };
  for (const [field, value] of Object.entries(state)) if (!NESTED.has(field)) walk(value, field, field);
};

/** The members of `$states` that a field may read. */
const reservedIn = ({ Type }: State, field: string): readonly string[] => {
  if (field === 'Catch/Output' || field === 'Catch/Assign') return ['input', 'context', 'errorOutput'];
  const result = WITH_RESULT.has(Type) && (field === 'Output' || field === 'Assign');
  return result ? ['input', 'context', 'result'] : ['input', 'context'];
};

const check = (value: string, reserved: readonly string[], place: string, report: Report): void => {
  const text = expressionText(value);
  if (text === undefined) {
    // AWS refuses a string that is marked on one side only: it is a slip, not a literal.
    if (value.startsWith('{%')) report("A JSONata expression must end with '%}'", place);
    return;
  }
  try {
    compile(text);
  } catch (error) {
    report((error as Error).message, place, 'INVALID_JSONATA_EXPRESSION');
    return;
  }
  for (const message of unsupportedIn(text, reserved)) report(message, place, 'UNSUPPORTED_JSONATA_EXPRESSION');
};
