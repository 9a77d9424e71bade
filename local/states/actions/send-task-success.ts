import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import { operation } from './operation.ts';
import { answerTask } from './task-token.ts';

/** Ends a task that waits for its token with an output, which is JSON text. */
export const sendTaskSuccess = (core: Core) =>
  operation<{ taskToken?: string; output?: string }>('SendTaskSuccess', '', ({ taskToken, output = '' }) => {
    try {
      JSON.parse(output);
    } catch {
      throw new AwsError('InvalidOutput', `Invalid Output: '${output}'`);
    }
    answerTask(core, taskToken, { output });
    return {};
  });
