import { check, length, optional } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import { answerTask, operationOnToken, tokenRules } from './task-token.ts';

/** Ends a task that waits for its token with an error. */
export const sendTaskFailure = (core: Core) =>
  operationOnToken<{ taskToken?: string; error?: string; cause?: string }>(core, 'SendTaskFailure', (input) => {
    check(
      tokenRules(input.taskToken),
      optional('error', input.error, [length(0, 256)]),
      optional('cause', input.cause, [length(0, 32_768)]),
    );
    answerTask(core, input.taskToken, { error: input.error, cause: input.cause });
    return {};
  });
