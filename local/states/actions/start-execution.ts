import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import { start } from '../interpreter/start.ts';
import { seconds } from './arns.ts';
import { type StartExecutionInput, startingOf } from './execution-input.ts';
import { operation } from './operation.ts';

/** Starts an execution. The same name with the same input, while that one runs, answers the one that runs. */
export const startExecution = (core: Core) =>
  operation<StartExecutionInput>('StartExecution', 'stateMachineArn', async (input) => {
    const starting = startingOf(core, input);
    const { row, known } = await start(core, starting);
    if (known && (row.status !== 'RUNNING' || row.input !== starting.input)) {
      throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${row.arn}'`);
    }
    return { executionArn: row.arn, startDate: seconds(row.started_at) };
  });
