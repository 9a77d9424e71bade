import type { State } from '../language/definition.ts';
import { isObject, type Json } from '../language/json.ts';
import { readText } from '../language/json-text.ts';
import { StateError } from '../language/state-error.ts';
import { invalid } from './refusals.ts';
import { checkResult } from './schema/check-result.ts';

export type FieldValidationMode = 'STRICT' | 'PRESENT' | 'NONE';

/** `mock` as it stands in the request. */
export type MockInput = {
  result?: string;
  errorOutput?: { error?: string; cause?: string };
  fieldValidationMode?: FieldValidationMode;
};

/** What a mocked state does: gives its result, or throws its error. */
export type Mock = () => Json;

/** State types that can be mocked. */
const MOCKED = new Set(['Map', 'Parallel', 'Task']);

/** Reads the mock of a state. Throws `ValidationException` where the state cannot have it. */
export const mockOf = (state: State, mock: MockInput, revealSecrets: boolean): Mock => {
  const { result, errorOutput, fieldValidationMode = 'STRICT' } = mock;
  if (!MOCKED.has(state.Type)) throw invalid(`State type '${state.Type}' is not supported when a mock is specified`);
  if (revealSecrets) throw invalid('TestState does not support RevealSecrets when a mock is specified.');
  if ((result === undefined) === (errorOutput === undefined))
    throw invalid('A test mock should have only one of the following fields: [result, errorOutput].');
  if (errorOutput) {
    const { error, cause } = errorOutput;
    if (error === undefined) throw invalid('An error was not specified in the mocked error output.');
    return () => {
      throw new StateError(error, cause);
    };
  }
  const value = read(result ?? '');
  checkShape(state, value);
  if (state.Type === 'Task' && fieldValidationMode !== 'NONE')
    checkResult(state.Resource ?? '', value, fieldValidationMode === 'STRICT');
  return () => value;
};

const read = (text: string): Json => {
  try {
    return readText(text);
  } catch {
    throw invalid('Mocked result must be valid JSON');
  }
};

/** Map and Parallel give lists, but for a Map that writes its results to S3 and tells where. */
const checkShape = ({ Type, ResultWriter, Branches }: State, value: Json): void => {
  if (Type === 'Task') return;
  if (ResultWriter?.Resource !== undefined) {
    if (!isObject(value)) throw invalid('Mocked result must be a JSON object.');
    return;
  }
  if (!Array.isArray(value)) throw invalid('Mocked result must be an array.');
  if (Type === 'Parallel' && value.length !== Branches?.length)
    throw invalid('Mocked result must contain the same number of items as number of Parallel branches.');
};
