import type { Definition, QueryLanguageName, State } from './definition.ts';
import type { Report } from './diagnostic.ts';
import { isField } from './fields.ts';

const LANGUAGES = ['JSONPath', 'JSONata'];

/** What AWS takes a QueryLanguage for that is given: only what is spelt so is JSONPath. */
const resolved = (given: unknown): QueryLanguageName => (given === 'JSONPath' ? 'JSONPath' : 'JSONata');

/** The language that a state is checked as, also where it or its machine names none that there is. */
export const checkedLanguage = (state: State, definition: Definition): QueryLanguageName =>
  resolved(state.QueryLanguage ?? definition.QueryLanguage ?? 'JSONPath');

/** Checks the name of a query language, of a machine or of a state. */
export const checkLanguageName = (given: unknown, at: string, report: Report): void => {
  if (given === undefined) return;
  if (typeof given !== 'string') report('Expected value of type [STRING]', `${at}/QueryLanguage`);
  else if (!LANGUAGES.includes(given))
    report(`Value should be one of the following: [${LANGUAGES.join(', ')}]`, `${at}/QueryLanguage`);
};

/** Checks that a state has only fields of its type and of its language. */
export const checkFields = (state: State, at: string, definition: Definition, report: Report): void => {
  const language = checkedLanguage(state, definition);
  const other = language === 'JSONata' ? 'JSONPath' : 'JSONata';
  const downgraded =
    state.QueryLanguage === 'JSONPath' && resolved(definition.QueryLanguage ?? 'JSONPath') === 'JSONata';
  if (downgraded) report("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", at);
  for (const field of Object.keys(state)) {
    if (isField(state.Type, language, field)) continue;
    if (!isField(state.Type, other, field)) report(`Field '${field}' is not supported`, at);
    else if (!downgraded) {
      const only = `is only supported for the '${other}' QueryLanguage`;
      report(`The QueryLanguage is set to '${language}', but field '${field}' ${only}`, at);
    }
  }
  checkLanguageName(state.QueryLanguage, at, report);
};
