import { length, required } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import type { Core } from '../core.ts';
import { stirToken } from '../integrations/await-token.ts';
import type { TokenOutcome, TokenRow } from '../store/tokens.ts';

export const tokenRules = (taskToken: unknown): string[] => required('taskToken', taskToken, [length(1, 2048)]);

/** The token of a task that still waits. Throws `InvalidToken` or `TaskTimedOut`. */
export const waitingToken = (core: Core, taskToken: unknown): TokenRow => {
  const text = String(taskToken ?? '');
  const row = core.tokens.get(text);
  if (row && row.outcome === null) return row;
  if (!row && !/^[A-Za-z0-9+/]{64}$/.test(text)) throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
  throw new AwsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
};

/** Keeps the answer to a task, then lets its execution take it. */
export const answerTask = (core: Core, taskToken: unknown, outcome: TokenOutcome): void => {
  const { token } = waitingToken(core, taskToken);
  core.tokens.answer(token, outcome);
  stirToken(core, token);
};

/** An operation on the machine whose task a token belongs to. */
export const operationOnToken = <I extends { taskToken?: string }>(
  core: Core,
  name: string,
  run: (input: I) => object,
): Operation => ({
  permissions: (input: I) => {
    const token = core.tokens.get(String(input.taskToken ?? ''));
    const resource = token?.activity_arn ?? (token && core.executions.byKey(token.execution)?.machine_arn);
    return [{ action: `states:${name}`, resource: resource ?? '*' }];
  },
  run: (input: I) => run(input),
});
