import { randomBytes, randomUUID } from 'node:crypto';
import type { Core } from '../core.ts';
import type { State } from '../language/definition.ts';
import { isObject, type Json, type JsonObject } from '../language/json.ts';
import { invalid } from './refusals.ts';
import { TESTED_NAME, type TestedState } from './tested-state.ts';

/** What may stand in the context object; below a field that is `true`, anything. */
type Fields = { readonly [name: string]: true | Fields };

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
const FIELDS: Fields = {
  Execution: {
    Id: true,
    Input: true,
    Name: true,
    RedriveCount: true,
    RedriveTime: true,
    RoleArn: true,
    StartTime: true,
  },
  Map: { Item: { Index: true, Key: true, Source: true, Value: true } },
  State: { EnteredTime: true, Name: true, RetryCount: true },
  StateMachine: { Id: true, Name: true },
  Task: { Token: true },
};

/** The context object that a test brings. Throws `ValidationException` where AWS has no such fields. */
export const givenContext = (text: string): JsonObject => {
  const context = parsed(text);
  if (!isObject(context)) throw invalid('Invalid Context object provided: it must be a JSON object');
  checkFields(context, FIELDS);
  return context;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const checkFields = (value: JsonObject, fields: Fields): void => {
  for (const [name, member] of Object.entries(value)) {
    const inner = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (inner === undefined) throw invalid(`Invalid Context object provided: Field '${name}' is not allowed`);
    if (inner !== true && isObject(member)) checkFields(member, inner);
  }
};

/** State types that can be retried, and so know how often they were. */
const RETRIED = new Set(['Map', 'Parallel', 'Task']);

type Circumstances = { input: Json; roleArn: string | undefined; retryCount: number };

/** The context object that AWS makes up for a test that brings none. */
export const ownContext = (core: Core, { state, around }: TestedState, circumstances: Circumstances): JsonObject => {
  const { input, roleArn, retryCount } = circumstances;
  const [machine, execution] = [randomUUID(), randomUUID()];
  const now = new Date(core.clock.now()).toISOString();
  const arn = (resource: string): string => `arn:aws:states:${core.region}:${core.accountId}:${resource}`;
  return {
    Execution: {
      Id: arn(`express:${machine}:${execution}`),
      Input: input,
      Name: execution,
      RoleArn: roleArn ?? null,
      StartTime: now,
    },
    StateMachine: { Id: arn(`stateMachine:${machine}`), Name: machine },
    State: { Name: TESTED_NAME, EnteredTime: now, ...(RETRIED.has(state.Type) ? { RetryCount: retryCount } : {}) },
    ...(around.some(({ Type }) => Type === 'Map') ? { Map: { Item: { Index: 0, Value: input } } } : {}),
    ...(hasToken(state) ? { Task: { Token: randomBytes(48).toString('base64') } } : {}),
  };
};

const hasToken = ({ Resource = '' }: State): boolean => /\.waitForTaskToken$|:activity:/.test(Resource);
