import type { CallContext, Cloud } from '../../local/aws/service.ts';
import { type Clock, systemClock } from '../../local/clock.ts';
import { openDatabase } from '../../local/database.ts';
import { ACCOUNT_ID, REGION } from '../../local/identity.ts';
import type { LogEntry } from '../../local/states/core.ts';
import { createStates } from '../../local/states/engine.ts';

const ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/workflow`;
const LOG_GROUP = `arn:aws:logs:${REGION}:${ACCOUNT_ID}:log-group:workflow:*`;

/** Lambda as it answers at once with what it was sent; nothing else is there. */
const cloud: Cloud = {
  operations: () => ['Invoke'],
  refusalOf: () => undefined,
  call: async (_, __, input) => ({ StatusCode: 200, Payload: (input as { Payload?: string }).Payload ?? 'null' }),
};

const principal = {
  arn: `arn:aws:iam::${ACCOUNT_ID}:user/administrator`,
  accountId: ACCOUNT_ID,
  policies: 'administrator',
} as const;
const context: CallContext = {
  principal,
  requestId: 'bench',
  region: REGION,
  accountId: ACCOUNT_ID,
  refusalOf: () => undefined,
};

/** The engine as the runtime opens it, on a database file, called in process through its operations. */
export const openEngine = (file: string, clock: Clock = systemClock) => {
  const database = openDatabase(file);
  /** What reached the log groups since it was last emptied. */
  const logged: LogEntry[] = [];
  const endings = new Map<string, () => void>();
  const over = new Map<string, Promise<void>>();
  const ended = (arn: string): Promise<void> => {
    const known = over.get(arn) ?? new Promise<void>((resolve) => endings.set(arn, resolve));
    over.set(arn, known);
    return known;
  };
  const states = createStates({
    database,
    clock,
    cloud,
    principalOf: (roleArn) => ({ ...principal, roleArn }),
    accountId: ACCOUNT_ID,
    region: REGION,
    log: (entry) => logged.push(entry),
    onStatusChange: ({ executionArn, status }) => {
      if (status === 'RUNNING') return;
      void ended(String(executionArn));
      endings.get(String(executionArn))?.();
    },
  });
  const call = async <T>(operation: string, input: object): Promise<T> =>
    (await states.service.operations[operation]?.run(input, context)) as T;
  return {
    database,
    states,
    logged,
    call,
    /** A machine of this type; the events of an Express one are logged whole. */
    async create(type: 'EXPRESS' | 'STANDARD', name: string, definition: object): Promise<string> {
      const destinations = [{ cloudWatchLogsLogGroup: { logGroupArn: LOG_GROUP } }];
      const logging = { level: 'ALL', includeExecutionData: true, destinations };
      const { stateMachineArn } = await call<{ stateMachineArn: string }>('CreateStateMachine', {
        name,
        type,
        roleArn: ROLE,
        definition: JSON.stringify(definition),
        ...(type === 'EXPRESS' ? { loggingConfiguration: logging } : {}),
      });
      return stateMachineArn;
    },
    /** Starts a Standard execution and gives its ARN. */
    start: async (stateMachineArn: string, input: string): Promise<string> =>
      (await call<{ executionArn: string }>('StartExecution', { stateMachineArn, input })).executionArn,
    /** Resolves when a Standard execution is over and everybody was told. */
    async end(arn: string): Promise<void> {
      await ended(arn);
      over.delete(arn);
      endings.delete(arn);
    },
    async close(): Promise<void> {
      await states.close();
      database.close();
    },
  };
};

export type Engine = Awaited<ReturnType<typeof openEngine>>;
