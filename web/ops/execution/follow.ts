import { call } from '../aws/call.ts';
import { isExpress } from '../history/execution-arn.ts';
import { eventsFromLogs } from '../history/from-logs.ts';
import type { Gathered } from '../history/gather.ts';
import type { Machine } from './machine.ts';

const PAGE = 1000;

type Follow = {
  arn: string;
  history: Gathered;
  machine: Machine | undefined;
  signal: AbortSignal;
  /** Something came. */
  told: () => void;
};

/**
 * Reads a history: its first page, its newest events, then all between, and tells after each page. Throws `AwsCallError`.
 */
export const readHistory = async ({ arn, history, machine, signal, told }: Follow): Promise<void> => {
  if (isExpress(arn)) return await readLog({ arn, history, machine, signal, told });
  let nextToken: string | undefined;
  for (let page = 0; ; page++) {
    const input = { executionArn: arn, maxResults: PAGE, nextToken, includeExecutionData: true };
    const answer = await call('states', 'GetExecutionHistory', input, signal);
    history.add(answer.events ?? []);
    told();
    nextToken = answer.nextToken;
    if (!nextToken) return;
    if (page === 0) await readNewest({ arn, history, machine, signal, told }, 100, 1);
  }
};

/** Adds the events that came since: newest first, and on until none is missing. Throws `AwsCallError`. */
export const readNewest = async (follow: Follow, maxResults = 50, pages = Number.POSITIVE_INFINITY): Promise<void> => {
  const { arn, history, signal, told } = follow;
  if (isExpress(arn)) return await readLog(follow);
  let nextToken: string | undefined;
  for (let page = 0; page < pages; page++) {
    const input = { executionArn: arn, maxResults, reverseOrder: true, nextToken, includeExecutionData: true };
    const answer = await call('states', 'GetExecutionHistory', input, signal);
    const { events = [] } = answer;
    nextToken = answer.nextToken;
    if (history.has(events[0]?.id ?? 0)) return;
    history.add(events);
    told();
    if (!isBehind(history) || !nextToken) return;
  }
};

/** Whether events are missing between the first ones and the newest. */
export const isBehind = (history: Gathered): boolean => history.next() <= (history.events().at(-1)?.id ?? 0);

const readLog = async ({ arn, history, machine, signal, told }: Follow): Promise<void> => {
  const logGroupName = machine?.logGroup;
  if (!logGroupName) return;
  let nextToken: string | undefined;
  do {
    const filterPattern = `{ $.execution_arn = "${arn}" }`;
    const answer = await call('logs', 'FilterLogEvents', { logGroupName, filterPattern, nextToken }, signal);
    history.add(
      eventsFromLogs(
        (answer.events ?? []).map(({ message = '' }) => message),
        arn,
      ),
    );
    nextToken = answer.nextToken;
  } while (nextToken);
  told();
};
