import { createHash } from 'node:crypto';
import { remember } from '../../remember.ts';
import type { Core, LogEntry } from '../core.ts';
import type { JsonObject } from '../language/json.ts';
import type { ExecutionRow } from '../store/executions.ts';
import { detailsOf, type Line } from '../store/line.ts';
import { withoutData } from './execution-data.ts';

type Logging = {
  level?: 'ALL' | 'ERROR' | 'FATAL' | 'OFF';
  includeExecutionData?: boolean;
  destinations?: { cloudWatchLogsLogGroup?: { logGroupArn?: string } }[];
};

const FATAL = new Set(['ExecutionFailed', 'ExecutionAborted', 'ExecutionTimedOut']);
/** Log entries without data do not tell whether it was cut either. */
const OF_DATA = ['inputDetails', 'outputDetails'];

type Settings = Pick<Logging, 'level' | 'includeExecutionData'> & { groups: readonly string[] };

/** The executions of a machine share what was read. */
const settingsOf = remember(500, (text): Settings => {
  const { level, includeExecutionData, destinations } = JSON.parse(text) as Logging;
  const groups = (destinations ?? []).flatMap(
    ({ cloudWatchLogsLogGroup }) => cloudWatchLogsLogGroup?.logGroupArn ?? [],
  );
  return { ...(level && { level }), ...(includeExecutionData && { includeExecutionData }), groups };
});

const logged = (level: Logging['level'], type: string): boolean => {
  if (level === 'ALL') return true;
  if (FATAL.has(type)) return level === 'ERROR' || level === 'FATAL';
  return level === 'ERROR' && (type === 'FailStateEntered' || /(Failed|TimedOut|Aborted)$/.test(type));
};

/** Sends an execution's events to the log groups of its machine, as AWS writes them; undefined where there is nothing to send. */
export const loggerOf = (core: Core, row: ExecutionRow): ((line: Line) => void) | undefined => {
  const { level, includeExecutionData, groups } = settingsOf(row.logging);
  const { log } = core;
  if (!log || !level || level === 'OFF' || groups.length === 0) return undefined;
  const destinationsOf = groups.map((logGroupArn) => ({
    logGroupArn,
    row,
    includeExecutionData: includeExecutionData ?? false,
  }));
  return (line) => {
    if (!logged(level, line.type)) return;
    for (const destination of destinationsOf) log(new Entry(destination, line));
  };
};

type Destination = { logGroupArn: string; row: ExecutionRow; includeExecutionData: boolean };

/** An event for a log group, put into words when they are read. */
class Entry implements LogEntry {
  readonly #destination: Destination;
  readonly #line: Line;

  constructor(destination: Destination, line: Line) {
    this.#destination = destination;
    this.#line = line;
  }

  get logGroupArn(): string {
    return this.#destination.logGroupArn;
  }

  get at(): number {
    return this.#line.at;
  }

  get stream(): string {
    return streamOf(this.#destination.row);
  }

  get message(): string {
    const line = this.#line;
    const { row, includeExecutionData } = this.#destination;
    return JSON.stringify({
      id: String(line.id),
      type: line.type,
      details: details(line, includeExecutionData),
      previous_event_id: String(line.previous),
      event_timestamp: String(line.at),
      execution_arn: row.arn,
      redrive_count: String(row.redrive_count),
    });
  }
}

const streams = new WeakMap<ExecutionRow, string>();

const streamOf = (row: ExecutionRow): string => {
  const known = streams.get(row);
  if (known !== undefined) return known;
  const machine = row.machine_arn.split(':').at(6) ?? '';
  const minute = new Date(row.started_at).toISOString().slice(0, 16).replace(/[T:]/g, '-');
  const stream = `states/${machine}/${minute}/${createHash('sha256').update(row.arn).digest('hex').slice(0, 8)}`;
  streams.set(row, stream);
  return stream;
};

/** Longest input or output that CloudWatch Logs takes from Step Functions, escaped, in bytes: 248 KiB. */
const LONGEST = 248 * 1024;

/** A UTF-16 unit takes at most 6 bytes, escaped, so short texts need no counting. */
const isLong = (text: string): boolean =>
  text.length * 6 > LONGEST && Buffer.byteLength(JSON.stringify(text)) > LONGEST;

const details = (line: Line, includeExecutionData: boolean): JsonObject => {
  const all = detailsOf(line);
  if (!includeExecutionData) return withoutData(all, OF_DATA);
  const cut = ['input', 'output'].filter((member) => isLong(String(all[member] ?? '')));
  if (cut.length === 0) return all;
  const short = { ...all };
  for (const member of cut) {
    // Half of it is short enough whatever is escaped: a quote or a backslash of JSON takes two bytes then.
    short[member] = Buffer.from(String(all[member]))
      .subarray(0, LONGEST / 2)
      .toString();
    short[`${member}Details`] = { truncated: true };
  }
  return short;
};
