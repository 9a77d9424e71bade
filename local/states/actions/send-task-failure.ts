import type { Core } from '../core.ts';
import { answerTask, operationOnToken } from './task-token.ts';

/** Ends a task that waits for its token with an error. */
export const sendTaskFailure = (core: Core) =>
  operationOnToken<{ taskToken?: string; error?: string; cause?: string }>(core, 'SendTaskFailure', (input) => {
    answerTask(core, input.taskToken, { error: input.error, cause: input.cause });
    return {};
  });
