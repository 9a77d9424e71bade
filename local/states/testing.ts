import type { DatabaseSync } from 'node:sqlite';
import type { CallContext, Cloud } from '../aws/service.ts';
import { VirtualClock } from '../clock.ts';
import { openDatabase } from '../database.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import type { LogEntry, StatusChange } from './core.ts';
import { createStates, type States } from './engine.ts';
import type { Json } from './language/json.ts';

export type Call = { service: string; operation: string; input: Record<string, unknown>; roleArn: string | undefined };
export type Handler = (call: Call) => Json | Promise<Json>;
export type Event = { id: number; previousEventId: number; type: string; timestamp: number } & Record<string, unknown>;

export const ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/workflow`;
const OPERATIONS = [
  'Invoke',
  'PutItem',
  'GetItem',
  'UpdateItem',
  'DeleteItem',
  'PutEvents',
  'SendMessage',
  'GetObject',
  'PutObject',
  'Publish',
];
const context: CallContext = {
  principal: { arn: 'arn:aws:iam::000000000000:user/administrator', accountId: ACCOUNT_ID, policies: 'administrator' },
  requestId: 'test',
  region: REGION,
  accountId: ACCOUNT_ID,
  refusalOf: () => undefined,
};

type Options = { database?: DatabaseSync; clock?: VirtualClock; handler?: Handler; random?: () => number };

/** An engine on a virtual clock whose cloud is a function; `calls` holds what reached it. */
export const createWorld = ({
  database = openDatabase(':memory:'),
  clock = new VirtualClock(),
  handler,
  random,
}: Options = {}) => {
  const calls: Call[] = [];
  const logs: LogEntry[] = [];
  const changes: StatusChange[] = [];
  const cloud: Cloud = {
    operations: (service) => (service === 'glue' ? undefined : OPERATIONS),
    refusalOf: () => undefined,
    call: async (service, operation, input, { roleArn }) => {
      if (service === 'states')
        return (await api(operation, input as Record<string, unknown>)) as Record<string, unknown>;
      const call = { service, operation, input: input as Record<string, unknown>, roleArn };
      calls.push(call);
      return (await (handler ?? echo)(call)) as Record<string, unknown>;
    },
  };
  const states: States = createStates({
    database,
    clock,
    cloud,
    principalOf: (roleArn) => ({ ...context.principal, roleArn }),
    accountId: ACCOUNT_ID,
    region: REGION,
    log: (entry) => logs.push(entry),
    onStatusChange: (detail) => void changes.push(detail),
    ...(random ? { random } : {}),
  });
  const api = async <T = Record<string, unknown>>(name: string, input: Record<string, unknown>): Promise<T> =>
    (await states.service.operations[name]?.run(input, context)) as T;
  const describe = (executionArn: string) => api<Ended>('DescribeExecution', { executionArn });
  const history = async (executionArn: string): Promise<Event[]> =>
    (await api<{ events: Event[] }>('GetExecutionHistory', { executionArn, maxResults: 1000 })).events;
  /** Lets an execution run to its end, through all its waits. */
  const finish = async (executionArn: string): Promise<Ended> => {
    for (let round = 0; round < 500; round++) {
      for (let turn = 0; turn < 4; turn++) await clock.advance(0);
      const ended = await describe(executionArn);
      if (ended.status !== 'RUNNING') return ended;
      const next = clock.next();
      if (next !== undefined) await clock.advance(next - clock.now());
    }
    throw new Error(`${executionArn} does not end`);
  };
  const create = async (definition: object, more: Record<string, unknown> = {}): Promise<string> => {
    const text = JSON.stringify({ QueryLanguage: 'JSONata', ...definition });
    const input = { name: 'machine', roleArn: ROLE, definition: text, ...more };
    return (await api<{ stateMachineArn: string }>('CreateStateMachine', input)).stateMachineArn;
  };
  const start = async (stateMachineArn: string, input: Json = {}, name?: string): Promise<string> => {
    const request = { stateMachineArn, input: JSON.stringify(input), ...(name === undefined ? {} : { name }) };
    return (await api<{ executionArn: string }>('StartExecution', request)).executionArn;
  };
  /** Creates a machine, runs it to its end, and tells how it ended. */
  const run = async (definition: object, input: Json = {}) => {
    const executionArn = await start(await create(definition), input);
    const ended = await finish(executionArn);
    const events = await history(executionArn);
    return {
      ...ended,
      result: ended.output === undefined ? undefined : JSON.parse(ended.output),
      events,
      types: events.map(({ type }) => type),
    };
  };
  const { principal } = context;
  return { states, clock, calls, logs, changes, principal, api, describe, history, finish, create, start, run };
};

export type World = ReturnType<typeof createWorld>;
export type Ended = {
  executionArn: string;
  status: string;
  output?: string;
  error?: string;
  cause?: string;
  redriveStatus: string;
};

/** A Lambda that returns what it is sent. */
export const echo: Handler = ({ input }) => ({
  StatusCode: 200,
  ExecutedVersion: '$LATEST',
  Payload: (input.Payload ?? '') as Json,
});

/** What a Lambda answers that failed. */
export const functionError = (errorType: string, errorMessage = 'it failed'): Json => ({
  StatusCode: 200,
  FunctionError: 'Unhandled',
  Payload: JSON.stringify({ errorType, errorMessage, trace: [] }),
});

/** A chain of states that are given by name in order; each goes to the next. */
export const chain = (
  states: Record<string, Record<string, unknown>>,
): { StartAt: string; States: Record<string, object> } => {
  const names = Object.keys(states);
  const linked = names.map((name, index) => {
    const state = states[name] ?? {};
    const ends = ['Succeed', 'Fail', 'Choice'].includes(String(state.Type)) || 'Next' in state || 'End' in state;
    const next = names[index + 1];
    return [name, ends ? state : { ...state, ...(next === undefined ? { End: true } : { Next: next }) }] as const;
  });
  return { StartAt: names[0] ?? '', States: Object.fromEntries(linked) };
};

export const invoke = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'work', Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
  ...more,
});
