import { check, length, required } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import { DATA_LIMIT } from '../interpreter/data-limit.ts';
import { jsonProblem } from '../language/json-problem.ts';
import { answerTask, operationOnToken, tokenRules, waitingToken } from './task-token.ts';

/** Ends a task that waits for its token with an output, which is JSON text. */
export const sendTaskSuccess = (core: Core) =>
  operationOnToken<{ taskToken?: string; output?: string }>(core, 'SendTaskSuccess', ({ taskToken, output }) => {
    check(tokenRules(taskToken), required('output', output, [length(0, DATA_LIMIT)]));
    waitingToken(core, taskToken);
    try {
      JSON.parse(String(output));
    } catch {
      throw new AwsError('InvalidOutput', `Invalid Output: '${jsonProblem(String(output)).message}'`);
    }
    answerTask(core, taskToken, { output: String(output) });
    return {};
  });
