import { check, length, optional } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import { end } from '../interpreter/drive.ts';
import { awake } from '../interpreter/start.ts';
import { executionOf, seconds } from './arns.ts';
import { requiredArn } from './constraints.ts';
import { operation } from './operation.ts';

/** Stops an execution; one that has ended stays as it ended. */
export const stopExecution = (core: Core) =>
  operation<{ executionArn?: string; error?: string; cause?: string }>('StopExecution', 'executionArn', (input) => {
    check(
      requiredArn('executionArn', input.executionArn),
      optional('error', input.error, [length(0, 256)]),
      optional('cause', input.cause, [length(0, 32_768)]),
    );
    const row = executionOf(core, input.executionArn);
    const run = awake(core, row.key);
    if (!run) return { stopDate: seconds(row.stopped_at ?? core.clock.now()) };
    const at = core.clock.now();
    end(run, { status: 'ABORTED', error: input.error, cause: input.cause, at }, 0);
    return { stopDate: seconds(at) };
  });
