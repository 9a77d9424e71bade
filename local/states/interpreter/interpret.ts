import type { Block } from '../language/definition.ts';
import { errorEquals, RUNTIME } from '../language/error-equals.ts';
import type { Json, JsonObject } from '../language/json.ts';
import { readText } from '../language/json-text.ts';
import { retryOf } from '../language/retry.ts';
import { StateError } from '../language/state-error.ts';
import { runState } from '../states/run-state.ts';
import { detailsOf } from '../store/line.ts';
import { checkSize } from './data-limit.ts';
import { RETRY, type RetryMemo } from './replay.ts';
import type { Thread } from './thread.ts';
import { type Outcome, Visit } from './visit.ts';

/** Visits after which the event loop gets a turn, so that a loop of Pass states cannot hold up the process. */
const VISITS_PER_TURN = 250;

/** Runs a chain of states from its start to an end and gives its output. Throws `StateError` where a state fails for good. */
export const interpret = async (block: Block, input: Json, thread: Thread): Promise<Json> => {
  let name: string | undefined = block.StartAt;
  let passed = input;
  for (let index = 0; name !== undefined; index++) {
    const state = block.States[name];
    if (!state) throw new StateError('States.Runtime', `The state '${name}' does not exist`);
    if (index % VISITS_PER_TURN === VISITS_PER_TURN - 1) await new Promise((resolve) => setImmediate(resolve));
    const visit: Visit = new Visit(thread, name, state, index);
    const outcome: Outcome = replayExit(visit) ?? (await attempts(visit, passed));
    passed = outcome.output;
    name = outcome.next;
  }
  return passed;
};

/** A visit that is over already, as the history tells it. */
const replayExit = (visit: Visit): Outcome | undefined => {
  const { exited } = visit.recorded;
  if (!exited) return undefined;
  const { output, assignedVariables } = detailsOf(exited);
  const texts = Object.entries((assignedVariables ?? {}) as Record<string, string>);
  const assigned = Object.fromEntries(texts.map(([name, text]) => [name, JSON.parse(text) as Json])) as JsonObject;
  visit.left(exited, assigned);
  const { next } = JSON.parse(exited.memo ?? '{}') as { next?: string };
  return { output: readText(String(output)), next, assigned };
};

/** Enters a state and tries it until it succeeds, is caught, or fails for good. */
const attempts = async (visit: Visit, input: Json): Promise<Outcome> => {
  visit.enter(input);
  if (visit.recorded.aborted) await visit.run.rest.wait(visit.thread.scope, () => () => {});
  const { core } = visit.run;
  const counts: number[] = [];
  let planned: RetryMemo | undefined;
  for (const memo of visit.recorded.retries) {
    counts[memo.retrier] = (counts[memo.retrier] ?? 0) + 1;
    planned = memo;
  }
  for (;;) {
    if (planned) visit.retryCount = counts.reduce((sum, count) => sum + (count ?? 0), 0);
    if (planned) await sleep(visit, planned.due);
    visit.beginAttempt();
    try {
      const outcome = await runState(visit);
      checkSize(outcome.output, visit.name);
      visit.exit(outcome);
      return outcome;
    } catch (problem) {
      const error = visit.failed(problem);
      if (!(error instanceof StateError)) throw error;
      const retry = retryOf(visit.state.Retry, error.error, counts, core.random);
      if (!retry) return await giveUp(visit, error);
      counts[retry.retrier] = (counts[retry.retrier] ?? 0) + 1;
      planned = { retrier: retry.retrier, due: core.clock.now() + retry.delay };
      visit.thread.note(visit.path, RETRY, planned);
      visit.attempt += 1;
    } finally {
      visit.endAttempt();
    }
  }
};

/** No further attempt: a catcher takes the error, or it goes on outwards. */
const giveUp = async (visit: Visit, error: StateError): Promise<Outcome> => {
  const { Type, Catch } = visit.state;
  if ((Type === 'Map' || Type === 'Parallel') && error.error !== RUNTIME) visit.event(`${Type}StateFailed`);
  const catcher = Catch?.find(({ ErrorEquals }) => errorEquals(ErrorEquals, error.error));
  if (!catcher) throw error;
  try {
    const outcome = await visit.caught(catcher, error);
    visit.exit(outcome);
    return outcome;
  } catch (problem) {
    throw visit.failed(problem);
  }
};

const sleep = (visit: Visit, due: number): Promise<void> =>
  visit.run.rest.wait<void>(visit.thread.scope, (resolve) => {
    const timer = visit.run.rest.at(due, resolve);
    return () => timer.cancel();
  });
