import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import type { Core } from '../core.ts';
import type { Route } from '../store/aliases.ts';
import { machineOfRouting, routingRules, routingText } from './alias-input.ts';
import { machineOf, seconds } from './arns.ts';
import { check, length, matching, required } from './constraints.ts';
import { machineDeleting } from './errors.ts';
import { descriptionRules } from './machine-input.ts';
import { splitQualifier } from './qualified.ts';

type Input = { name?: string; description?: string; routingConfiguration?: Route[] };

const NAME = /^(?=.*[a-zA-Z_\-.])[a-zA-Z0-9_\-.]+$/;
const EXISTS =
  'Failed to create alias because an alias with the same name and a different routing configuration already exists.';

/** Creates an alias of a machine's versions. The same call again answers the same; another of the name fails. */
export const createStateMachineAlias = (core: Core): Operation => ({
  permissions: ({ routingConfiguration }: Input) => {
    const version = routingConfiguration?.[0]?.stateMachineVersionArn ?? '*';
    return [{ action: 'states:CreateStateMachineAlias', resource: splitQualifier(version).unqualified }];
  },
  run: ({ name = '', description, routingConfiguration = [] }: Input) => {
    check(
      required('name', name, [length(1, 80), matching(NAME)]),
      descriptionRules(description),
      routingRules(routingConfiguration),
    );
    const machine = machineOf(core, machineOfRouting(core, routingConfiguration));
    if (machine.status === 'DELETING') throw machineDeleting(machine.arn);
    const arn = `${machine.arn}:${name}`;
    const routing = routingText(routingConfiguration);
    const known = core.aliases.byArn(arn);
    if (known && (known.routing !== routing || known.description !== (description ?? null))) {
      throw new AwsError('ConflictException', EXISTS);
    }
    const at = core.clock.now();
    const row = {
      arn,
      machine_arn: machine.arn,
      name,
      description: description ?? null,
      routing,
      created_at: at,
      updated_at: at,
    };
    if (!known) core.aliases.insert(row);
    return { stateMachineAliasArn: arn, creationDate: seconds((known ?? row).created_at) };
  },
});
