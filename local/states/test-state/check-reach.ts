import { invalidDefinition } from '../actions/errors.ts';
import type { Core } from '../core.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { checkResource } from '../language/validate-resource.ts';
import { invalid, unsupported } from './refusals.ts';
import type { TestedState } from './tested-state.ts';

const MAP_OR_PARALLEL =
  'TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]';

/** Checks that a state can be tested without a mock. Throws `InvalidDefinition` or `ValidationException` where it cannot. */
export const checkReach = (core: Core, { state, path }: TestedState, roleArn: string | undefined): void => {
  const { Type, Resource = '' } = state;
  if (Type === 'Map' || Type === 'Parallel') throw unsupported(MAP_OR_PARALLEL);
  if (Type !== 'Task') return;
  if (/\.(sync(:2)?|waitForTaskToken)$/.test(Resource))
    throw unsupported("TestState API does not support '.sync' or '.waitForTaskToken' integration patterns.");
  if (/:activity:/.test(Resource)) throw unsupported('TestState API does not support Activity tasks without a mock.');
  if (roleArn === undefined) throw invalid('RoleArn must be specified when testing a Task state');
  const problems: Diagnostic[] = [];
  checkResource(Resource, path, { type: 'STANDARD', cloud: core.cloud() }, (message, location) =>
    problems.push({ code: 'SCHEMA_VALIDATION_FAILED', message, ...(location === undefined ? {} : { location }) }),
  );
  if (problems.length > 0) throw invalidDefinition(problems);
};
