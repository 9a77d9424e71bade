import { randomUUID } from 'node:crypto';
import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import { machineOf, seconds } from './arns.ts';
import { checkDefinition, checkRole, loggingText, tracingText } from './machine-input.ts';
import { operation } from './operation.ts';

export type UpdateStateMachineInput = {
  stateMachineArn?: string;
  definition?: string;
  roleArn?: string;
  loggingConfiguration?: unknown;
  tracingConfiguration?: unknown;
};

const NOTHING =
  'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified';

/** Changes a machine for executions that start from now on. */
export const updateStateMachine = (core: Core) =>
  operation<UpdateStateMachineInput>('UpdateStateMachine', 'stateMachineArn', (input) => {
    const row = machineOf(core, input.stateMachineArn);
    const { definition, roleArn, loggingConfiguration, tracingConfiguration } = input;
    if ((definition ?? roleArn ?? loggingConfiguration ?? tracingConfiguration) === undefined) {
      throw new AwsError('MissingRequiredParameter', NOTHING);
    }
    const revisionId = randomUUID();
    core.machines.update({
      ...row,
      definition: definition === undefined ? row.definition : checkDefinition(core, definition, row.type),
      role_arn: roleArn === undefined ? row.role_arn : checkRole(roleArn),
      logging: loggingConfiguration === undefined ? row.logging : loggingText(loggingConfiguration),
      tracing: tracingConfiguration === undefined ? row.tracing : tracingText(tracingConfiguration),
      revision_id: revisionId,
      updated_at: core.clock.now(),
    });
    return { updateDate: seconds(core.clock.now()), revisionId };
  });
