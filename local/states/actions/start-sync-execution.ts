import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import { start } from '../interpreter/start.ts';
import type { ExecutionRow } from '../store/executions.ts';
import { seconds } from './arns.ts';
import { type StartExecutionInput, startingOf } from './execution-input.ts';
import { operation } from './operation.ts';

/** AWS bills Express by 100 ms and 64 MB. */
const BILLED = 100;

/** Runs an Express execution and answers with its end. */
export const startSyncExecution = (core: Core) =>
  operation<StartExecutionInput>('StartSyncExecution', 'stateMachineArn', async (input) => {
    const starting = startingOf(core, input);
    if (starting.machine.type !== 'EXPRESS') {
      throw new AwsError(
        'StateMachineTypeNotSupported',
        'This operation is not supported by this type of state machine',
      );
    }
    const { row } = start(core, starting, true);
    const ended = await new Promise<ExecutionRow>((resolve) => core.endings.when(row.arn, resolve));
    const milliseconds = (ended.stopped_at ?? 0) - ended.started_at;
    return {
      executionArn: ended.arn,
      stateMachineArn: ended.machine_arn,
      name: ended.name,
      startDate: seconds(ended.started_at),
      stopDate: seconds(ended.stopped_at ?? 0),
      status: ended.status,
      input: ended.input,
      inputDetails: { included: true },
      ...(ended.output === null ? {} : { output: ended.output }),
      outputDetails: { included: true },
      ...(ended.error === null ? {} : { error: ended.error }),
      ...(ended.cause === null ? {} : { cause: ended.cause }),
      billingDetails: {
        billedDurationInMilliseconds: Math.max(1, Math.ceil(milliseconds / BILLED)) * BILLED,
        billedMemoryUsedInMB: 64,
      },
    };
  });
