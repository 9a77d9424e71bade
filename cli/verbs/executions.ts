import { paginateListExecutions, SFNClient } from '@aws-sdk/client-sfn';
import { connect } from '../connection.ts';
import { duration, json, table } from '../print.ts';
import { wholeNumber } from '../usage.ts';
import type { Verb } from '../verb.ts';
import { workflowsOf } from '../workflows.ts';

type Row = {
  executionArn: string;
  workflow: string;
  name: string;
  status: string;
  startDate: string;
  durationMs?: number;
};

export const executions: Verb = {
  usage: 'executions [--failed] [--workflow NAME] [--limit N]',
  summary: 'list executions of all workflows, newest first',
  options: { failed: { type: 'boolean' }, workflow: { type: 'string' }, limit: { type: 'string' } },
  async run({ values, out }) {
    const connection = await connect(values);
    const states = new SFNClient(connection.client);
    const limit = wholeNumber('limit', values.limit, 50);
    const rows: Row[] = [];
    const asked = (await workflowsOf(connection, states)).filter(({ name }) => name.includes(values.workflow ?? ''));
    for (const { name, arn, express } of asked) {
      if (!express) rows.push(...(await executionsOf(states, arn, name, limit, values.failed)));
    }
    const unlisted = asked.filter(({ express }) => express).map(({ name }) => name);
    rows.sort((one, other) => (one.startDate < other.startDate ? 1 : -1)).splice(limit);
    const cells = rows.map(({ name, workflow, status, startDate, durationMs }) => [
      name,
      workflow,
      status,
      startDate,
      durationMs === undefined ? '' : duration(durationMs),
    ]);
    out(
      values.json
        ? json(rows)
        : table(
            ['EXECUTION', 'WORKFLOW', 'STATUS', 'STARTED', 'DURATION'],
            cells,
            values.failed ? 'No execution failed.' : 'Nothing has run yet.',
          ),
    );
    if (!values.json && unlisted.length > 0) {
      out(
        `Not listed by Step Functions, because Express: ${unlisted.join(', ')}. npm run marquee -- logs --correlation ID`,
      );
    }
    return true;
  },
};

const executionsOf = async (
  states: SFNClient,
  stateMachineArn: string,
  workflow: string,
  limit: number,
  failed?: boolean,
): Promise<Row[]> => {
  const rows: Row[] = [];
  for (const statusFilter of failed ? (['FAILED', 'TIMED_OUT', 'ABORTED'] as const) : [undefined]) {
    const pages = paginateListExecutions(
      { client: states, pageSize: Math.min(1000, limit) },
      { stateMachineArn, statusFilter },
    );
    for await (const { executions: page = [] } of pages) {
      for (const { executionArn = '', name = '', status = '', startDate, stopDate } of page) {
        const start = startDate?.getTime() ?? 0;
        rows.push({
          executionArn,
          workflow,
          name,
          status,
          startDate: new Date(start).toISOString(),
          ...(stopDate ? { durationMs: stopDate.getTime() - start } : {}),
        });
      }
      if (rows.length >= limit) break;
    }
  }
  return rows;
};
