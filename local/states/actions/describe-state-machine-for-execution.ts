import type { Core } from '../core.ts';
import { executionOf, seconds } from './arns.ts';
import { operation } from './operation.ts';

/** The machine as it was when the execution started. */
export const describeStateMachineForExecution = (core: Core) =>
  operation<{ executionArn?: string }>('DescribeStateMachineForExecution', 'executionArn', (input) => {
    const row = executionOf(core, input.executionArn);
    const machine = core.machines.byArn(row.machine_arn);
    return {
      stateMachineArn: row.machine_arn,
      name: row.machine_arn.split(':').at(6),
      definition: core.executions.definition(row.definition_hash),
      roleArn: row.role_arn,
      updateDate: seconds(machine?.created_at ?? row.started_at),
      loggingConfiguration: JSON.parse(row.logging),
      tracingConfiguration: JSON.parse(machine?.tracing ?? '{"enabled":false}'),
      ...(machine?.revision_id ? { revisionId: machine.revision_id } : {}),
    };
  });
