import { check } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import { startTransient } from '../interpreter/start.ts';
import type { ExecutionRow } from '../store/executions.ts';
import { seconds } from './arns.ts';
import { typeNotSupported } from './errors.ts';
import { type StartExecutionInput, startingOf } from './execution-input.ts';
import { includedRules, METADATA_ONLY } from './machine-answer.ts';
import { operation } from './operation.ts';

type Input = StartExecutionInput & { includedData?: string };

/** AWS bills Express by 100 ms and 64 MB. */
const BILLED = 100;

/** Runs an Express execution and answers with its end. */
export const startSyncExecution = (core: Core) =>
  operation<Input>('StartSyncExecution', 'stateMachineArn', async (input) => {
    check(includedRules(input.includedData));
    const included = input.includedData !== METADATA_ONLY;
    const starting = startingOf(core, input);
    if (starting.machine.type !== 'EXPRESS') throw typeNotSupported();
    const { row } = startTransient(core, starting);
    const ended = await new Promise<ExecutionRow>((resolve) => core.endings.await(row.arn, resolve));
    const milliseconds = (ended.stopped_at ?? 0) - ended.started_at;
    return {
      executionArn: ended.arn,
      stateMachineArn: ended.machine_arn,
      name: ended.name,
      startDate: seconds(ended.started_at),
      stopDate: seconds(ended.stopped_at ?? 0),
      status: ended.status,
      ...(included ? { input: ended.input } : {}),
      inputDetails: { included },
      ...(ended.output === null || !included ? {} : { output: ended.output }),
      outputDetails: { included },
      ...(ended.error === null ? {} : { error: ended.error }),
      ...(ended.cause === null ? {} : { cause: ended.cause }),
      ...(ended.trace_header === null ? {} : { traceHeader: ended.trace_header }),
      billingDetails: {
        billedDurationInMilliseconds: Math.max(1, Math.ceil(milliseconds / BILLED)) * BILLED,
        billedMemoryUsedInMB: 64,
      },
    };
  });
