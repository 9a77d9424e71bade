import type { Core } from '../core.ts';
import { machineOf, seconds } from './arns.ts';
import { operation } from './operation.ts';

/** A machine with its definition. */
export const describeStateMachine = (core: Core) =>
  operation<{ stateMachineArn?: string }>('DescribeStateMachine', 'stateMachineArn', (input) => {
    const row = machineOf(core, input.stateMachineArn);
    return {
      stateMachineArn: row.arn,
      name: row.name,
      status: row.status,
      definition: row.definition,
      roleArn: row.role_arn,
      type: row.type,
      creationDate: seconds(row.created_at),
      loggingConfiguration: JSON.parse(row.logging),
      tracingConfiguration: JSON.parse(row.tracing),
      ...(row.revision_id === null ? {} : { revisionId: row.revision_id }),
    };
  });
