import type { Core } from '../core.ts';
import type { Line } from '../store/journal.ts';
import { executionOf, seconds } from './arns.ts';
import { operation } from './operation.ts';
import { pageSize, pageStart, pageToken } from './paging.ts';

export type GetExecutionHistoryInput = {
  executionArn?: string;
  maxResults?: number;
  nextToken?: string;
  reverseOrder?: boolean;
  includeExecutionData?: boolean;
};

const EXECUTION_DATA = new Set(['input', 'output', 'parameters', 'assignedVariables']);

/** The events of an execution, in order or backwards, in pages. */
export const getExecutionHistory = (core: Core) =>
  operation<GetExecutionHistoryInput>('GetExecutionHistory', 'executionArn', (input) => {
    const row = executionOf(core, input.executionArn);
    const back = input.reverseOrder ?? false;
    const size = pageSize(input.maxResults);
    const list = `${row.arn} ${back}`;
    const from = pageStart(list, input.nextToken, back ? Number.MAX_SAFE_INTEGER : 0);
    const lines = core.journal.page(row.key, from, size + 1, back);
    const page = lines.slice(0, size);
    return {
      events: page.map((line) => eventOf(line, input.includeExecutionData ?? true)),
      ...(lines.length > size ? { nextToken: pageToken(list, page.at(-1)?.id ?? 0) } : {}),
    };
  });

const eventOf = (line: Line, included: boolean): object => ({
  timestamp: seconds(line.at),
  type: line.type,
  id: line.id,
  previousEventId: line.previous,
  ...(line.details === null ? {} : { [memberOf(line.type)]: detailsOf(line.details, included) }),
});

/** All states share one member for entering and one for leaving; every other event has its own. */
const memberOf = (type: string): string => {
  const shared = /State(Entered|Exited)$/.exec(type)?.[0] ?? type;
  return `${shared.charAt(0).toLowerCase()}${shared.slice(1)}EventDetails`;
};

const detailsOf = (text: string, included: boolean): object => {
  const details = JSON.parse(text) as Record<string, unknown>;
  return included ? details : Object.fromEntries(Object.entries(details).filter(([key]) => !EXECUTION_DATA.has(key)));
};
