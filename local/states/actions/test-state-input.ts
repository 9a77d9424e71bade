import { between, check, length, oneOf, optional, required } from '../../aws/constraints.ts';
import type { MockInput } from '../test-state/mock.ts';
import type { MapConfiguration } from '../test-state/mocked-map.ts';

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html */
export type TestStateInput = {
  definition?: string;
  roleArn?: string;
  input?: string;
  inspectionLevel?: 'INFO' | 'DEBUG' | 'TRACE';
  revealSecrets?: boolean;
  variables?: string;
  stateName?: string;
  mock?: MockInput;
  context?: string;
  stateConfiguration?: MapConfiguration & { retrierRetryCount?: number; errorCausedByState?: string };
};

/** Longest data, in bytes. */
const DATA = length(0, 262_144);
const COUNT = between(0, 2_147_483_647);

/** Throws `ValidationException` for what breaks the constraints of AWS's model. */
export const checkTestStateInput = (input: TestStateInput): void => {
  const { mock, stateConfiguration } = input;
  check(
    required('definition', input.definition, [length(1, 1_048_576)]),
    optional('roleArn', input.roleArn, [length(1, 256)]),
    optional('inspectionLevel', input.inspectionLevel, [oneOf(['INFO', 'DEBUG', 'TRACE'])]),
    optional('variables', input.variables, [DATA]),
    optional('stateName', input.stateName, [length(1, 80)]),
    optional('mock.result', mock?.result, [DATA]),
    optional('mock.errorOutput.error', mock?.errorOutput?.error, [length(0, 256)]),
    optional('mock.errorOutput.cause', mock?.errorOutput?.cause, [length(0, 32_768)]),
    optional('mock.fieldValidationMode', mock?.fieldValidationMode, [oneOf(['STRICT', 'PRESENT', 'NONE'])]),
    optional('context', input.context, [DATA]),
    optional('stateConfiguration.retrierRetryCount', stateConfiguration?.retrierRetryCount, [COUNT]),
    optional('stateConfiguration.errorCausedByState', stateConfiguration?.errorCausedByState, [length(1, 80)]),
    optional('stateConfiguration.mapIterationFailureCount', stateConfiguration?.mapIterationFailureCount, [COUNT]),
    optional('stateConfiguration.mapItemReaderData', stateConfiguration?.mapItemReaderData, [DATA]),
  );
};
