import { randomUUID } from 'node:crypto';
import { check, length, optional } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import type { MachineRow } from '../store/machines.ts';
import { machineOf, seconds } from './arns.ts';
import { requiredArn } from './constraints.ts';
import { machineDeleting } from './errors.ts';
import { versionAnswer } from './machine-answer.ts';
import { checkDefinition, checkRole, checkVersionDescription, type Publishing } from './machine-input.ts';
import { checkMachineRole, withPassRole } from './machine-role.ts';
import { operation } from './operation.ts';
import { checkEncryption, loggingText, tracingText } from './settings-input.ts';

export type UpdateStateMachineInput = Publishing & {
  stateMachineArn?: string;
  definition?: string;
  roleArn?: string;
  loggingConfiguration?: unknown;
  tracingConfiguration?: unknown;
  encryptionConfiguration?: unknown;
};

const NOTHING =
  'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified';

/** Changes a machine for executions that start from now on. A changed definition or role makes a new revision. */
export const updateStateMachine = (core: Core) => {
  const named = operation<UpdateStateMachineInput>('UpdateStateMachine', 'stateMachineArn', (input) => {
    const { stateMachineArn, definition, roleArn, loggingConfiguration, tracingConfiguration } = input;
    check(
      requiredArn('stateMachineArn', stateMachineArn),
      optional('definition', definition, [length(1, 1_048_576)]),
      optional('roleArn', roleArn, [length(1, 256)]),
    );
    checkVersionDescription(input);
    checkEncryption(input.encryptionConfiguration);
    const row = machineOf(core, stateMachineArn);
    if (row.status === 'DELETING') throw machineDeleting(row.arn);
    const given =
      definition ?? roleArn ?? loggingConfiguration ?? tracingConfiguration ?? input.encryptionConfiguration;
    if (given === undefined || given === null) throw new AwsError('MissingRequiredParameter', NOTHING);
    const changed = changedRow(core, row, input);
    checkMachineRole(core, changed);
    core.machines.update(changed);
    const { revision_id } = changed;
    return {
      updateDate: seconds(core.clock.now()),
      ...(revision_id === null ? {} : { revisionId: revision_id }),
      ...versionAnswer(core, changed, input),
    };
  });
  return withPassRole(named);
};

const changedRow = (core: Core, row: MachineRow, input: UpdateStateMachineInput): MachineRow => {
  const definition = input.definition ? checkDefinition(core, input.definition, row.type) : row.definition;
  const role_arn = input.roleArn ? checkRole(input.roleArn) : row.role_arn;
  const revised = definition !== row.definition || role_arn !== row.role_arn;
  return {
    ...row,
    definition,
    role_arn,
    logging: input.loggingConfiguration ? loggingText(input.loggingConfiguration) : row.logging,
    tracing: input.tracingConfiguration ? tracingText(input.tracingConfiguration) : row.tracing,
    revision_id: revised ? randomUUID() : row.revision_id,
    updated_at: core.clock.now(),
  };
};
