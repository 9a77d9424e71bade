import { check, length, oneOf, optional, required } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import type { MachineRow, Tag } from '../store/machines.ts';
import { machineArn, seconds } from './arns.ts';
import { machineDeleting } from './errors.ts';
import { versionAnswer } from './machine-answer.ts';
import { checkDefinition, checkName, checkRole, checkVersionDescription, type Publishing } from './machine-input.ts';
import { checkMachineRole, withPassRole } from './machine-role.ts';
import { operationOnName } from './operation.ts';
import { checkEncryption, loggingText, tracingText } from './settings-input.ts';
import { checkTags, keepTags } from './tagged.ts';

export type CreateStateMachineInput = Publishing & {
  name?: string;
  definition?: string;
  roleArn?: string;
  type?: string;
  loggingConfiguration?: unknown;
  tracingConfiguration?: unknown;
  encryptionConfiguration?: unknown;
  tags?: Tag[];
};

/**
 * Creates a state machine. The same call again answers the same, whatever its role and tags, and changes nothing;
 * another of the same name fails.
 */
export const createStateMachine = (core: Core) => {
  const named = operationOnName<CreateStateMachineInput>(core, 'CreateStateMachine', (input) => {
    const type = input.type ?? 'STANDARD';
    check(
      required('definition', input.definition, [length(1, 1_048_576)]),
      required('roleArn', input.roleArn, [length(1, 256)]),
      optional('type', type, [oneOf(['STANDARD', 'EXPRESS'])]),
    );
    checkTags(input.tags);
    checkVersionDescription(input);
    checkEncryption(input.encryptionConfiguration);
    const row = rowOf(core, input, type === 'EXPRESS' ? 'EXPRESS' : 'STANDARD');
    checkMachineRole(core, row);
    const known = core.machines.byArn(row.arn);
    const machine = known ? sameAs(known, row) : row;
    if (!known) {
      core.machines.insert(row);
      keepTags(core, row.arn, input.tags);
    }
    const { arn: stateMachineArn, created_at } = machine;
    return { stateMachineArn, creationDate: seconds(created_at), ...versionAnswer(core, machine, input) };
  });
  return withPassRole(named);
};

const rowOf = (core: Core, input: CreateStateMachineInput, type: MachineRow['type']): MachineRow => {
  const name = checkName(input.name);
  return {
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
};

const sameAs = (known: MachineRow, row: MachineRow): MachineRow => {
  if (known.status === 'DELETING') throw machineDeleting(known.arn);
  const compared = ['type', 'definition', 'logging', 'tracing'] as const;
  if (compared.every((member) => known[member] === row[member])) return known;
  throw new AwsError('StateMachineAlreadyExists', `State Machine Already Exists: '${known.arn}'`);
};
