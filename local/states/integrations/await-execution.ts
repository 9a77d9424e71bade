import type { Run } from '../interpreter/run.ts';
import type { Scope } from '../interpreter/scope.ts';
import type { Json } from '../language/json.ts';
import { settleByToken } from './await-token.ts';
import { executionResult } from './start-execution.ts';

type Awaited = {
  executionArn: string;
  token: string;
  /** Whether input and output are given parsed. */
  parse: boolean;
};

/**
 * Waits until an execution that a task started has ended, or somebody has answered the task's token, which ends the task
 * as well. Throws `States.TaskFailed` for an execution that did not succeed, or the error that was sent.
 */
export const awaitExecution = ({ core, rest }: Run, scope: Scope, { executionArn, token, parse }: Awaited) =>
  rest.wait<Json>(
    scope,
    (resolve, reject) => {
      const look = (): boolean => settleByToken(core.tokens.get(token), resolve, reject);
      core.answers.set(token, look);
      const takeBack = core.endings.when(executionArn, (row) => {
        try {
          resolve(executionResult(core, row, parse));
        } catch (error) {
          reject(error);
        }
      });
      look();
      return () => {
        core.answers.delete(token);
        takeBack();
      };
    },
    executionArn,
    token,
  );
