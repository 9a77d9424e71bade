import {
  DescribeExecutionCommand,
  type DescribeExecutionOutput,
  type HistoryEvent,
  paginateGetExecutionHistory,
  paginateListExecutions,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { type Connection, connect } from '../connection.ts';
import { clean, duration, json, table } from '../print.ts';
import { type StateVisit, visitsOf } from '../state-visits.ts';
import { UsageError } from '../usage.ts';
import type { Verb } from '../verb.ts';
import { workflowsOf } from '../workflows.ts';

export const execution: Verb = {
  usage: 'execution ID',
  summary: 'one execution, by name, ARN or asset id: its states with durations, input, output and error',
  async run({ values, positionals, out }) {
    const [id] = positionals;
    if (!id)
      throw new UsageError(
        'Name the execution: its name, its ARN, or an asset id. npm run marquee -- executions lists them.',
      );
    const connection = await connect(values);
    const states = new SFNClient(connection.client);
    const executionArn = id.startsWith('arn:') ? id : await find(connection, states, id);
    const described = await states.send(new DescribeExecutionCommand({ executionArn }));
    const events: HistoryEvent[] = [];
    for await (const page of paginateGetExecutionHistory(
      { client: states, pageSize: 1000 },
      { executionArn, includeExecutionData: true },
    )) {
      events.push(...(page.events ?? []));
    }
    const visits = visitsOf(events);
    const { $metadata: _, ...facts } = described;
    out(values.json ? json({ ...facts, states: visits }) : describe(described, visits));
    return described.status === 'SUCCEEDED' || described.status === 'RUNNING';
  },
};

/** The execution of that name, or the newest whose input has the id. Throws `UsageError` where there is none. */
const find = async (connection: Connection, states: SFNClient, id: string): Promise<string> => {
  for (const { arn, express } of await workflowsOf(connection, states)) {
    if (express) continue;
    for await (const { executions = [] } of paginateListExecutions(
      { client: states, pageSize: 1000 },
      { stateMachineArn: arn },
    )) {
      for (const { executionArn, name } of executions) {
        if (name === id) return executionArn ?? '';
      }
      for (const { executionArn } of executions) {
        const { input } = await states.send(new DescribeExecutionCommand({ executionArn }));
        if (input?.includes(id)) return executionArn ?? '';
      }
    }
  }
  throw new UsageError(
    `No execution is called ${id}, and none has it in its input. npm run marquee -- executions lists them.`,
  );
};

const describe = (described: DescribeExecutionOutput, visits: readonly StateVisit[]): string => {
  const { name, executionArn, status, startDate, stopDate, error, cause, input, output } = described;
  const taken = startDate && stopDate ? `, ${duration(stopDate.getTime() - startDate.getTime())}` : '';
  const rows = visits.map(({ depth, name: state, type, status: ended, durationMs, attempts, error: failure }) => [
    `${'  '.repeat(depth)}${state}`,
    type,
    ended,
    durationMs === undefined ? '' : duration(durationMs),
    attempts || undefined,
    failure ?? '',
  ]);
  const lines = [
    ...(error ? [`${error}: ${clean(cause ?? '')}`, ''] : []),
    `${name}  ${status}${taken}`,
    `${executionArn}`,
    '',
    table(['STATE', 'TYPE', 'STATUS', 'DURATION', 'ATTEMPTS', 'ERROR'], rows, 'No state has been entered yet.'),
    '',
    `Input   ${clean(input ?? '')}`,
    ...(output === undefined ? [] : [`Output  ${clean(output)}`]),
  ];
  return lines.join('\n');
};
