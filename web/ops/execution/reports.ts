import { keyOf } from '../cost/cost-of.ts';
import type { Attempt, ExecutionTree, Visit } from '../history/model.ts';
import { filterOf, functionOf, logGroupOf, searchLog, traceOf } from './attempt-logs.ts';
import { type Report, readReport } from './report.ts';

/** What Lambda reports of each attempt, by `keyOf`, and how much its function logged. */
export type Reports = ReadonlyMap<string, Report & { logBytes: number }>;

/** Most attempts that are looked up at once, and requests that one filter names: a filter has at most 1,024 letters. */
const MOST = 200;
const IDS = 20;
const SLACK = 5000;

type Called = { visit: Visit; attempt: Attempt };

/** The attempts that have called functions, by function. */
const callsOf = ({ visits }: ExecutionTree): Map<string, Called[]> => {
  const calls = new Map<string, Called[]>();
  for (const visit of visits)
    for (const attempt of visit.attempts) {
      const name = functionOf(visit, attempt);
      if (name) calls.set(name, [...(calls.get(name) ?? []), { visit, attempt }]);
    }
  return calls;
};

type OwnLine = { function_request_id?: string; state?: string; attempt?: number; item?: number };

const ownLine = (message: string | undefined): OwnLine => {
  try {
    return JSON.parse(message ?? '{}') as OwnLine;
  } catch {
    return {};
  }
};

/** Reads the reports of one function for the attempts of one execution. Throws `AwsCallError`. */
const reportsOf = async (name: string, called: readonly Called[], signal?: AbortSignal) => {
  const logGroupName = await logGroupOf(name, signal);
  const startTime = Math.min(...called.map(({ attempt }) => attempt.scheduledAt)) - SLACK;
  const endTime = Math.max(...called.map(({ attempt }) => attempt.endedAt ?? Date.now())) + SLACK;
  const window = { logGroupName, startTime, endTime };
  const keys = new Map<string, string>();
  const traced = called.filter(({ attempt }) => traceOf(attempt));
  for (const { visit, attempt } of called) if (attempt.requestId) keys.set(attempt.requestId, keyOf(visit, attempt));
  const execution = traced[0] && traceOf(traced[0].attempt)?.execution;
  const own = execution ? await searchLog({ ...window, filterPattern: filterOf({ execution }) }, 10_000, signal) : [];
  for (const { message, timestamp = 0 } of own) {
    const line = ownLine(message);
    const of = traced.find(({ attempt }) => {
      const trace = traceOf(attempt);
      const isSame = trace?.state === line.state && trace?.attempt === line.attempt && trace?.item === line.item;
      return isSame && timestamp >= attempt.scheduledAt - 1000 && timestamp <= (attempt.endedAt ?? Date.now()) + 1000;
    });
    if (of && line.function_request_id) keys.set(line.function_request_id, keyOf(of.visit, of.attempt));
  }
  const ids = [...keys.keys()].slice(0, MOST);
  const found = new Map<string, Report & { logBytes: number }>();
  for (let from = 0; from < ids.length; from += IDS) {
    const some = ids.slice(from, from + IDS);
    const filterPattern = some.map((id) => `?"${id}"`).join(' ');
    const lines = await searchLog({ ...window, filterPattern }, 10_000, signal);
    for (const id of some) {
      const its = lines.flatMap(({ message = '' }) => (message.includes(id) ? message : []));
      const report = its.flatMap((message) => readReport(message) ?? []).at(-1);
      const key = keys.get(id);
      if (report && key) found.set(key, { ...report, logBytes: its.reduce((sum, { length }) => sum + length, 0) });
    }
  }
  return found;
};

/** Reads what Lambda reports of every attempt of an execution, as far as its log tells. Throws `AwsCallError`. */
export const readReports = async (tree: ExecutionTree, signal?: AbortSignal): Promise<Reports> => {
  const all = await Promise.all([...callsOf(tree)].map(([name, called]) => reportsOf(name, called, signal)));
  return new Map(all.flatMap((reports) => [...reports]));
};
