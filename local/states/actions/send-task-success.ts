import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import { answerTask, operationOnToken } from './task-token.ts';

/** Ends a task that waits for its token with an output, which is JSON text. */
export const sendTaskSuccess = (core: Core) =>
  operationOnToken<{ taskToken?: string; output?: string }>(core, 'SendTaskSuccess', ({ taskToken, output = '' }) => {
    try {
      JSON.parse(output);
    } catch {
      throw new AwsError('InvalidOutput', `Invalid Output: '${output}'`);
    }
    answerTask(core, taskToken, { output });
    return {};
  });
