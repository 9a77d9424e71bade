import { createHash } from 'node:crypto';
import type { Core } from '../core.ts';
import type { JsonObject } from '../language/json.ts';
import type { ExecutionRow } from '../store/executions.ts';
import type { Line } from '../store/journal.ts';

type Logging = {
  level?: 'ALL' | 'ERROR' | 'FATAL' | 'OFF';
  includeExecutionData?: boolean;
  destinations?: { cloudWatchLogsLogGroup?: { logGroupArn?: string } }[];
};

const FATAL = new Set(['ExecutionFailed', 'ExecutionAborted', 'ExecutionTimedOut']);
const EXECUTION_DATA = new Set(['input', 'inputDetails', 'output', 'outputDetails', 'parameters', 'assignedVariables']);

const logged = (level: Logging['level'], type: string): boolean => {
  if (level === 'ALL') return true;
  if (FATAL.has(type)) return level === 'ERROR' || level === 'FATAL';
  return level === 'ERROR' && (type === 'FailStateEntered' || /(Failed|TimedOut|Aborted)$/.test(type));
};

/** Sends an execution's events to the log groups of its machine, as AWS writes them; undefined where there is nothing to send. */
export const loggerOf = (core: Core, row: ExecutionRow): ((line: Line) => void) | undefined => {
  const { level, includeExecutionData, destinations } = JSON.parse(row.logging) as Logging;
  const groups = (destinations ?? []).flatMap(
    ({ cloudWatchLogsLogGroup }) => cloudWatchLogsLogGroup?.logGroupArn ?? [],
  );
  const { log } = core;
  if (!log || !level || level === 'OFF' || groups.length === 0) return undefined;
  const machine = row.machine_arn.split(':').at(6) ?? '';
  const minute = new Date(row.started_at).toISOString().slice(0, 16).replace(/[T:]/g, '-');
  const stream = `states/${machine}/${minute}/${createHash('sha256').update(row.arn).digest('hex').slice(0, 8)}`;
  return (line) => {
    if (!logged(level, line.type)) return;
    const message = JSON.stringify({
      id: String(line.id),
      type: line.type,
      details: details(line, includeExecutionData ?? false),
      previous_event_id: String(line.previous),
      event_timestamp: String(line.at),
      execution_arn: row.arn,
      redrive_count: String(row.redrive_count),
    });
    for (const logGroupArn of groups) log({ logGroupArn, stream, message, at: line.at });
  };
};

/** Longest input or output that CloudWatch Logs takes from Step Functions, escaped, in bytes: 248 KiB. */
const LONGEST = 248 * 1024;

const details = (line: Line, includeExecutionData: boolean): JsonObject => {
  const all = JSON.parse(line.details ?? '{}') as JsonObject;
  if (!includeExecutionData) return Object.fromEntries(Object.entries(all).filter(([key]) => !EXECUTION_DATA.has(key)));
  const cut = ['input', 'output'].filter((member) => Buffer.byteLength(JSON.stringify(all[member] ?? '')) > LONGEST);
  for (const member of cut) {
    // Half of it is short enough whatever is escaped: a quote or a backslash of JSON takes two bytes then.
    all[member] = Buffer.from(String(all[member]))
      .subarray(0, LONGEST / 2)
      .toString();
    all[`${member}Details`] = { truncated: true };
  }
  return all;
};
