import type { Definition, State } from './definition.ts';
import { jsonPathLanguage } from './json-path/language.ts';
import { jsonataLanguage } from './jsonata-language.ts';
import type { QueryLanguage } from './query-language.ts';

/** The query language that a state's fields are written in; the definition's where the state names none. */
export const languageNameOf = (state: Pick<State, 'QueryLanguage'>, definition: Pick<Definition, 'QueryLanguage'>) =>
  state.QueryLanguage ?? definition.QueryLanguage ?? 'JSONPath';

export const languageOf = (state: State, definition: Definition): QueryLanguage =>
  languageNameOf(state, definition) === 'JSONata' ? jsonataLanguage : jsonPathLanguage;
