import { check } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import type { Route } from '../store/aliases.ts';
import { aliasOf, machineOfRouting, routingRules, routingText } from './alias-input.ts';
import { seconds } from './arns.ts';
import { requiredArn } from './constraints.ts';
import { descriptionRules } from './machine-input.ts';
import { operation } from './operation.ts';

type Input = { stateMachineAliasArn?: string; description?: string; routingConfiguration?: Route[] };

/** Changes where an alias leads or what it says of itself, for executions that start from now on. */
export const updateStateMachineAlias = (core: Core) =>
  operation<Input>('UpdateStateMachineAlias', 'stateMachineAliasArn', (input) => ({
    updateDate: seconds(changeAlias(core, input)),
  }));

/** When it was changed, in milliseconds since the epoch. Throws `ResourceNotFound`. */
export const changeAlias = (core: Core, input: Input): number => {
  const { stateMachineAliasArn, description, routingConfiguration } = input;
  check(
    requiredArn('stateMachineAliasArn', stateMachineAliasArn),
    descriptionRules(description),
    routingRules(routingConfiguration),
  );
  if ((description ?? routingConfiguration ?? undefined) === undefined) {
    throw new AwsError('ValidationException', 'Either description or routingConfiguration must be specified');
  }
  const row = aliasOf(core, stateMachineAliasArn);
  if (routingConfiguration && machineOfRouting(core, routingConfiguration) !== row.machine_arn) {
    const message = `Routing configuration must contain versions of the state machine ${row.machine_arn}`;
    throw new AwsError('ValidationException', message);
  }
  const updated_at = core.clock.now();
  core.aliases.update({
    ...row,
    description: description ?? row.description,
    routing: routingConfiguration ? routingText(routingConfiguration) : row.routing,
    updated_at,
  });
  return updated_at;
};
