import { check } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import { withoutData } from '../interpreter/execution-data.ts';
import { detailsOf, type Line } from '../store/line.ts';
import { executionOf, seconds } from './arns.ts';
import { paging, requiredArn } from './constraints.ts';
import { operation } from './operation.ts';
import { page } from './paging.ts';

export type GetExecutionHistoryInput = {
  executionArn?: string;
  maxResults?: number;
  nextToken?: string;
  reverseOrder?: boolean;
  includeExecutionData?: boolean;
};

/** The events of an execution, in order or backwards, in pages. */
export const getExecutionHistory = (core: Core) =>
  operation<GetExecutionHistoryInput>('GetExecutionHistory', 'executionArn', (input) => {
    check(requiredArn('executionArn', input.executionArn), paging(input));
    const row = executionOf(core, input.executionArn);
    const back = input.reverseOrder ?? false;
    const { rows, more } = page(
      `${row.arn} ${back}`,
      input,
      back ? Number.MAX_SAFE_INTEGER : 0,
      ({ id }: Line) => id,
      (from, limit) => core.journal.page(row.key, from, limit, back),
    );
    return { events: rows.map((line) => eventOf(line, input.includeExecutionData ?? true)), ...more };
  });

const eventOf = (line: Line, included: boolean): object => ({
  timestamp: seconds(line.at),
  type: line.type,
  id: line.id,
  previousEventId: line.previous,
  ...(line.details === null
    ? {}
    : { [memberOf(line.type)]: included ? detailsOf(line) : withoutData(detailsOf(line)) }),
});

/** All states share one member for entering and one for leaving; every other event has its own. */
const memberOf = (type: string): string => {
  const shared = /State(Entered|Exited)$/.exec(type)?.[0] ?? type;
  return `${shared.charAt(0).toLowerCase()}${shared.slice(1)}EventDetails`;
};
