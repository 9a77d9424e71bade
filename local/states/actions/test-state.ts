import type { Operation } from '../../aws/service.ts';
import type { Core } from '../core.ts';
import { isObject, type JsonObject } from '../language/json.ts';
import { readText } from '../language/json-text.ts';
import { checkReach } from '../test-state/check-reach.ts';
import { givenContext, ownContext } from '../test-state/context.ts';
import { checkErrorSource } from '../test-state/error-source.ts';
import { mockOf } from '../test-state/mock.ts';
import { invalid } from '../test-state/refusals.ts';
import { runTest } from '../test-state/run-test.ts';
import { testedState } from '../test-state/tested-state.ts';
import { checkInput } from './execution-input.ts';
import { checkRole } from './machine-input.ts';
import { passMachineRole } from './machine-role.ts';
import { checkTestStateInput, type TestStateInput } from './test-state-input.ts';

/** Runs one state without a machine or an execution, with a mock in place of what it would call where one is given. */
export const testState = (core: Core): Operation => ({
  permissions: ({ revealSecrets, roleArn }: TestStateInput) => [
    { action: 'states:TestState', resource: '*' },
    ...passMachineRole(roleArn),
    ...(revealSecrets === true ? [{ action: 'states:RevealSecrets', resource: '*' }] : []),
  ],
  run: async (input: TestStateInput) => {
    checkTestStateInput(input);
    const { definition = '', stateName, inspectionLevel = 'INFO', revealSecrets = false, stateConfiguration } = input;
    const tested = testedState(core, definition, stateName);
    const mock = input.mock && mockOf(tested.state, input.mock, revealSecrets);
    if (!mock) checkReach(core, tested, input.roleArn);
    checkErrorSource(tested.state, stateConfiguration?.errorCausedByState);
    const roleArn = input.roleArn === undefined ? undefined : checkRole(input.roleArn);
    const text = checkInput(input.input ?? '{}');
    if (input.context !== undefined && !mock) throw invalid('Context can only be specified when a mock is specified');
    const given = input.context === undefined ? undefined : givenContext(input.context);
    const { retrierRetryCount = retryCountOf(given) } = stateConfiguration ?? {};
    const circumstances = { input: readText(text), roleArn, retryCount: retrierRetryCount };
    const { answer, inspection } = await runTest(core, {
      tested,
      roleArn,
      input: text,
      variables: variablesOf(input.variables),
      context: given ?? ownContext(core, tested, circumstances),
      mock,
      retryCount: retrierRetryCount,
      configuration: stateConfiguration ?? {},
    });
    return inspectionLevel === 'INFO' ? answer : { ...answer, inspectionData: inspection.data };
  },
});

/** Retries that a given context object tells of. */
const retryCountOf = (context: JsonObject | undefined): number => {
  const state = context?.State;
  return isObject(state) && typeof state.RetryCount === 'number' ? state.RetryCount : 0;
};

const variablesOf = (text = '{}'): JsonObject => {
  try {
    const variables: unknown = JSON.parse(text);
    if (isObject(variables)) return variables;
  } catch {
    // Not JSON.
  }
  throw invalid('Variables must be a JSON object');
};
