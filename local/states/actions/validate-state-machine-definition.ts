import { between, check, length, oneOf, optional, required } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import type { Definition } from '../language/definition.ts';
import { validate } from '../language/validate.ts';
import { warningsOf } from '../language/warnings.ts';
import { operation } from './operation.ts';

type Input = {
  definition?: string;
  type?: 'STANDARD' | 'EXPRESS';
  severity?: 'ERROR' | 'WARNING';
  maxResults?: number;
};

/** Most diagnostics that an answer holds. */
const MOST = 100;

/** What is wrong with a definition, without creating anything; with `severity` WARNING also what looks like a slip. */
export const validateStateMachineDefinition = (core: Core) =>
  operation<Input>('ValidateStateMachineDefinition', '', (input) => {
    const { definition = '', type = 'STANDARD', severity = 'ERROR', maxResults } = input;
    check(
      required('definition', input.definition, [length(1, 1_048_576)]),
      optional('type', type, [oneOf(['STANDARD', 'EXPRESS'])]),
      optional('severity', severity, [oneOf(['ERROR', 'WARNING'])]),
      optional('maxResults', maxResults, [between(0, MOST)]),
    );
    const errors = validate(definition, { type, cloud: core.cloud() });
    // A definition that is not one has nothing in it that could look like a slip.
    const warnings =
      severity === 'WARNING' && errors.length === 0 ? warningsOf(JSON.parse(definition) as Definition) : [];
    const found = [
      ...errors.map((error) => ({ severity: 'ERROR', ...error })),
      ...warnings.map((warning) => ({ severity: 'WARNING', ...warning })),
    ];
    const diagnostics = found.slice(0, maxResults || MOST);
    return { result: errors.length === 0 ? 'OK' : 'FAIL', diagnostics, truncated: diagnostics.length < found.length };
  });
