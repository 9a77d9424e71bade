import type { Core } from '../core.ts';
import { operation } from './operation.ts';
import { answerTask } from './task-token.ts';

/** Ends a task that waits for its token with an error. */
export const sendTaskFailure = (core: Core) =>
  operation<{ taskToken?: string; error?: string; cause?: string }>('SendTaskFailure', '', (input) => {
    answerTask(core, input.taskToken, { error: input.error, cause: input.cause });
    return {};
  });
