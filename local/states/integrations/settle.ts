import { checkSize } from '../interpreter/data-limit.ts';
import type { Visit } from '../interpreter/visit.ts';
import type { Json, JsonObject } from '../language/json.ts';
import { readText, textOf } from '../language/json-text.ts';
import { StateError } from '../language/state-error.ts';
import { detailsOf, Telling } from '../store/line.ts';
import type { Scheduled } from './schedule.ts';
import type { Target } from './target.ts';

/** Does a scheduled task and writes down how it ended, unless the history has it. Throws the error of one that failed. */
export const settle = async (
  visit: Visit,
  target: Target,
  { token }: Scheduled,
  work: () => Promise<Json>,
): Promise<Json> => {
  const { events, labels } = target;
  const recorded = recordedResult(visit, target);
  if (recorded) return recorded.result;
  try {
    const result = await work();
    checkSize(result, target.name);
    visit.event(SUCCEEDED[events], new Succeeded(result, labels));
    return result;
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    const type = error.error === 'States.Timeout' ? 'TimedOut' : 'Failed';
    const { error: name, reason } = error;
    // Whoever answers a token after its time is told that the task is no more.
    if (type === 'TimedOut' && token !== undefined) visit.run.core.tokens.remove(token);
    visit.event(`${events}${type}`, {
      ...(reason === undefined ? {} : { cause: reason }),
      ...(name === undefined ? {} : { error: name }),
      ...labels,
    });
    throw error;
  }
};

const SUCCEEDED = {
  Activity: 'ActivitySucceeded',
  LambdaFunction: 'LambdaFunctionSucceeded',
  Task: 'TaskSucceeded',
} as const;

class Succeeded extends Telling {
  readonly #result: Json;
  readonly #labels: JsonObject;

  constructor(result: Json, labels: JsonObject) {
    super();
    this.#result = result;
    this.#labels = labels;
  }

  tell(): JsonObject {
    return { output: textOf(this.#result), outputDetails: { truncated: false }, ...this.#labels };
  }
}

/** How the task ended, where the history knows it. Throws the recorded error of one that failed. */
const recordedResult = (visit: Visit, { events }: Target): { result: Json } | undefined => {
  if (visit.recorded.done) return undefined;
  const succeeded = visit.replayed(`${events}Succeeded`);
  if (succeeded) return { result: readText(String(detailsOf(succeeded).output)) };
  const failed = visit.replayed(`${events}Failed`) ?? visit.replayed(`${events}TimedOut`);
  if (!failed) return undefined;
  const { error, cause } = detailsOf(failed) as { error?: string; cause?: string };
  throw new StateError(error, cause);
};
