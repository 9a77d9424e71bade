import { randomBytes } from 'node:crypto';
import type { Core } from '../core.ts';
import type { Visit } from '../interpreter/visit.ts';
import type { State } from '../language/definition.ts';
import type { Json, JsonObject } from '../language/json.ts';
import { readText, textOf } from '../language/json-text.ts';
import { detailsOf, type Line, Telling } from '../store/line.ts';
import type { Target } from './target.ts';

/** A task that is about to be done; times in seconds but for `at`, in milliseconds since the epoch. */
export type Scheduled = {
  parameters: Json;
  at: number;
  timeout?: number | undefined;
  heartbeat?: number | undefined;
  token?: string | undefined;
  /** The role that `Credentials` names. */
  role?: string | undefined;
};

const TIMES = ['TimeoutSeconds', 'TimeoutSecondsPath', 'HeartbeatSeconds', 'HeartbeatSecondsPath'] as const;

const SCHEDULED = {
  Activity: 'ActivityScheduled',
  LambdaFunction: 'LambdaFunctionScheduled',
  Task: 'TaskScheduled',
} as const;

type Memo = { token?: string; role?: string };

/** Evaluates what the task is asked to do and writes it down, unless an earlier run of the process has. */
export const schedule = (visit: Visit, target: Target): Scheduled | Promise<Scheduled> => {
  const type = SCHEDULED[target.events];
  const line = visit.replayed(type);
  return line ? asRecorded(line) : describe(visit, target, type);
};

const asRecorded = (line: Line): Scheduled => {
  const { parameters, input, timeoutInSeconds, heartbeatInSeconds } = detailsOf(line);
  const { token, role } = JSON.parse(line.memo ?? '{}') as Memo;
  return {
    parameters: readText(String(parameters ?? input)),
    at: line.at,
    ...(timeoutInSeconds === undefined ? {} : { timeout: Number(timeoutInSeconds) }),
    ...(heartbeatInSeconds === undefined ? {} : { heartbeat: Number(heartbeatInSeconds) }),
    ...(token === undefined ? {} : { token }),
    ...(role === undefined ? {} : { role }),
  };
};

const describe = async (visit: Visit, target: Target, type: string): Promise<Scheduled> => {
  const { language, run, state } = visit;
  const token = target.pattern !== 'RequestResponse' ? randomBytes(48).toString('base64') : undefined;
  const frame = visit.frame(token === undefined ? {} : { context: visit.context({ Task: { Token: token } }) });
  const given = language.arguments(frame);
  const parameters = given instanceof Promise ? await given : given;
  const hasTimes = TIMES.some((field) => state[field] !== undefined);
  const timeout = hasTimes ? await language.number('TimeoutSeconds', frame) : undefined;
  const heartbeat = hasTimes ? await language.number('HeartbeatSeconds', frame) : undefined;
  const role = state.Credentials && (await language.role(frame));
  // An activity's token is kept when the task is offered to its workers.
  if (token !== undefined && target.pattern !== 'activity') run.core.tokens.insert(token, run.row.key);
  const memo =
    token === undefined && role === undefined ? undefined : { ...(token && { token }), ...(role && { role }) };
  const scheduled = { parameters, timeout, heartbeat, token, role };
  const { at } = visit.event(type, new Asked(scheduled, target, state, run.core), memo);
  return { ...scheduled, at };
};

class Asked extends Telling {
  readonly #scheduled: Omit<Scheduled, 'at'>;
  readonly #target: Target;
  readonly #state: State;
  readonly #core: Core;

  constructor(scheduled: Omit<Scheduled, 'at'>, target: Target, state: State, core: Core) {
    super();
    this.#scheduled = scheduled;
    this.#target = target;
    this.#state = state;
    this.#core = core;
  }

  tell(): JsonObject {
    const { parameters, timeout, heartbeat, role } = this.#scheduled;
    const { events, labels } = this.#target;
    const text = textOf(parameters);
    return {
      ...(events === 'Task'
        ? { parameters: text, region: this.#core.region }
        : { input: text, inputDetails: { truncated: false }, resource: this.#state.Resource ?? '' }),
      ...labels,
      ...(timeout === undefined ? {} : { timeoutInSeconds: timeout }),
      ...(heartbeat === undefined ? {} : { heartbeatInSeconds: heartbeat }),
      ...(role === undefined ? {} : { taskCredentials: { roleArn: role } }),
    };
  }
}
