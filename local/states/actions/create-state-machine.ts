import { isDeepStrictEqual } from 'node:util';
import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import type { MachineRow, Tag } from '../store/machines.ts';
import { machineArn, seconds } from './arns.ts';
import { constraint } from './errors.ts';
import { checkDefinition, checkName, checkRole, loggingText, tracingText } from './machine-input.ts';
import { operationOnName } from './operation.ts';

export type CreateStateMachineInput = {
  name?: string;
  definition?: string;
  roleArn?: string;
  type?: string;
  loggingConfiguration?: unknown;
  tracingConfiguration?: unknown;
  tags?: Tag[];
  publish?: boolean;
};

/** Creates a state machine. The same call again answers the same; another of the same name fails. */
export const createStateMachine = (core: Core) =>
  operationOnName<CreateStateMachineInput>(core, 'CreateStateMachine', (input) => {
    const name = checkName(input.name);
    const type = input.type ?? 'STANDARD';
    if (type !== 'STANDARD' && type !== 'EXPRESS') {
      throw constraint(type, 'type', 'Member must satisfy enum value set: [STANDARD, EXPRESS]');
    }
    if (input.publish)
      throw new AwsError('ValidationException', 'Versions of state machines are not supported here yet');
    const row: MachineRow = {
      arn: machineArn(core, name),
      name,
      type,
      status: 'ACTIVE',
      definition: checkDefinition(core, input.definition, type),
      role_arn: checkRole(input.roleArn),
      logging: loggingText(input.loggingConfiguration),
      tracing: tracingText(input.tracingConfiguration),
      revision_id: null,
      created_at: core.clock.now(),
      updated_at: null,
    };
    const known = core.machines.byArn(row.arn);
    if (known) return { stateMachineArn: known.arn, creationDate: seconds(sameAs(known, row).created_at) };
    core.machines.insert(row);
    for (const tag of input.tags ?? []) core.machines.tag(row.arn, tag);
    return { stateMachineArn: row.arn, creationDate: seconds(row.created_at) };
  });

const sameAs = (known: MachineRow, row: MachineRow): MachineRow => {
  if (known.status === 'DELETING') {
    throw new AwsError('StateMachineDeleting', `State Machine Deleting: '${known.arn}'`);
  }
  const compared = ['type', 'definition', 'role_arn', 'logging', 'tracing'] as const;
  if (compared.every((member) => isDeepStrictEqual(known[member], row[member]))) return known;
  throw new AwsError('StateMachineAlreadyExists', `State Machine Already Exists: '${known.arn}'`);
};
