import { check } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import { executionOf, seconds } from './arns.ts';
import { requiredArn } from './constraints.ts';
import { includedRules, settingsAnswer } from './machine-answer.ts';
import { operation } from './operation.ts';

type Input = { executionArn?: string; includedData?: string };

/** The machine as it was when the execution started. */
export const describeStateMachineForExecution = (core: Core) =>
  operation<Input>('DescribeStateMachineForExecution', 'executionArn', ({ executionArn, includedData }) => {
    check(requiredArn('executionArn', executionArn), includedRules(includedData));
    const row = executionOf(core, executionArn);
    const [machineArn = '', label] = row.machine_arn.split('/');
    const machine = core.machines.byArn(machineArn);
    const definition = core.executions.definition(row.definition_hash);
    const tracing = row.tracing ?? '{"enabled":false}';
    return {
      stateMachineArn: row.machine_arn,
      name: machineArn.split(':').at(6),
      updateDate: seconds(machine?.updated_at ?? machine?.created_at ?? row.started_at),
      ...(label === undefined ? {} : { label }),
      ...(row.map_run_arn === null ? {} : { mapRunArn: row.map_run_arn }),
      ...settingsAnswer({ ...row, definition, tracing }, includedData),
    };
  });
