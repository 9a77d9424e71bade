import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import type { TokenOutcome, TokenRow } from '../store/tokens.ts';

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
  core.answers.get(token)?.();
};
