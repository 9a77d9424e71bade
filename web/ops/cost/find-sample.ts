import { filteredLines, listPage } from '../executions/load-rows.ts';
import { statesLine } from '../executions/log-marks.ts';
import { isEnded, type Row } from '../executions/row.ts';
import type { System, Workflow } from '../system/system.ts';

/** Most executions of a workflow that are read for its mean. */
export const MOST = 30;

/** Pages of a list or a log that are looked at. */
const PAGES = 40;

type Window = { from: number; to: number };
/** `counted` executions were seen; there were more where the time was not seen whole. */
export type Found = { workflow: string; rows: readonly Row[]; counted: number; isWhole: boolean };

/** The newest executions of a time that have ended: of a Standard workflow, from its list. */
const listed = async (
  machine: Workflow,
  { from, to }: Window,
  signal: AbortSignal,
): Promise<Omit<Found, 'workflow'>> => {
  const rows: Row[] = [];
  let counted = 0;
  let next: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const answer = await listPage(machine, { maxResults: page === 0 ? 100 : 1000, nextToken: next }, signal);
    const within = answer.rows.filter(({ startedAt }) => startedAt >= from && startedAt < to);
    counted += within.length;
    rows.push(...within.filter(isEnded).slice(0, MOST - rows.length));
    next = answer.next;
    if (next === undefined || answer.rows.some(({ startedAt }) => startedAt < from))
      return { rows, counted, isWhole: true };
    if (rows.length === MOST) break;
  }
  return { rows, counted, isWhole: false };
};

/** The same of an Express workflow, from its log: Step Functions keeps no list of them. */
const logged = async (machine: Workflow, window: Window, signal: AbortSignal): Promise<Omit<Found, 'workflow'>> => {
  if (machine.logGroup === undefined) return { rows: [], counted: 0, isWhole: false };
  const starts = new Map<string, number>();
  let pages = 0;
  for await (const lines of filteredLines(machine.logGroup, '{ $.type = "ExecutionStarted" }', window, signal)) {
    for (const { message, at } of lines) {
      const arn = statesLine(message)?.execution_arn;
      if (arn) starts.set(arn, at);
    }
    pages += 1;
    if (pages === PAGES) break;
  }
  const rows = [...starts].slice(-MOST).map(
    ([arn, startedAt]): Row => ({
      ...{ arn, startedAt, name: arn.split(':').at(-1) ?? '', workflow: machine.name, express: true },
      // Express executions last five minutes at most; what is read of one that runs is what it has used so far.
      ...{ standing: 'succeeded', redriveCount: 0 },
    }),
  );
  return { rows, counted: starts.size, isWhole: pages < PAGES };
};

/** What each workflow's machines, those of its reruns included, have run in a time. Throws `AwsCallError`. */
export const findSample = async ({ workflows }: System, window: Window, signal: AbortSignal): Promise<Found[]> =>
  Promise.all(
    [...new Set(workflows.map(({ name }) => name))].map(async (workflow) => {
      const machines = workflows.filter(({ name }) => name === workflow);
      const found = await Promise.all(
        machines.map((machine) => (machine.express ? logged : listed)(machine, window, signal)),
      );
      const rows = found.flatMap((each) => each.rows).toSorted((one, other) => other.startedAt - one.startedAt);
      return {
        workflow,
        rows: rows.slice(0, MOST),
        counted: found.reduce((sum, each) => sum + each.counted, 0),
        isWhole: found.every(({ isWhole }) => isWhole),
      };
    }),
  );
