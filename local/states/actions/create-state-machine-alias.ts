import { check, length, matching, required } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import type { Core } from '../core.ts';
import type { AliasRow, Route } from '../store/aliases.ts';
import { machineOfRouting, routingRules, routingText } from './alias-input.ts';
import { machineOf, seconds } from './arns.ts';
import { machineDeleting } from './errors.ts';
import { descriptionRules } from './machine-input.ts';
import { splitQualifier } from './qualified.ts';

type Input = { name?: string; description?: string; routingConfiguration?: Route[] };

const NAME = String.raw`^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$`;
const EXISTS =
  'Failed to create alias because an alias with the same name and a different routing configuration already exists.';

/** Creates an alias of a machine's versions. The same call again answers the same; another of the name fails. */
export const createStateMachineAlias = (core: Core): Operation => ({
  permissions: ({ routingConfiguration }: Input) => {
    const version = routingConfiguration?.[0]?.stateMachineVersionArn ?? '*';
    return [{ action: 'states:CreateStateMachineAlias', resource: splitQualifier(version).unqualified }];
  },
  run: (input: Input) => {
    const { arn, created_at } = createAlias(core, input);
    return { stateMachineAliasArn: arn, creationDate: seconds(created_at) };
  },
});

/** Throws `ConflictException` for another alias of the name, and AWS's other errors for a routing that leads nowhere. */
export const createAlias = (core: Core, { name = '', description, routingConfiguration = [] }: Input): AliasRow => {
  check(
    required('name', name, [length(1, 80), matching(NAME)]),
    descriptionRules(description),
    routingRules(routingConfiguration),
  );
  const machine = machineOf(core, machineOfRouting(core, routingConfiguration));
  if (machine.status === 'DELETING') throw machineDeleting(machine.arn);
  const at = core.clock.now();
  const row: AliasRow = {
    arn: `${machine.arn}:${name}`,
    machine_arn: machine.arn,
    name,
    description: description ?? null,
    routing: routingText(routingConfiguration),
    created_at: at,
    updated_at: at,
  };
  const known = core.aliases.byArn(row.arn);
  if (!known) core.aliases.insert(row);
  else if (known.routing !== row.routing || known.description !== row.description) {
    throw new AwsError('ConflictException', EXISTS);
  }
  return known ?? row;
};
