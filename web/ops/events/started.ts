import { filteredLines } from '../executions/load-rows.ts';
import { statesLine } from '../executions/log-marks.ts';
import type { Workflow } from '../system/system.ts';
import type { BusEvent } from './event.ts';
import { term } from './event-filter.ts';

/** A rule tries for a day, and clocks differ. */
const LONGEST = 24 * 3_600_000;
const SLACK = 60_000;

/** More would be many replays of one event. */
const MOST = 20;
/** Lines that are looked through for what one event led to. */
const MOST_LINES = 200;

/** Where to look for what an event started. A replayed event keeps its first time, so its line says when. */
const periodOf = ({ at, time, replay }: BusEvent, now: number): { from: number; to: number } => {
  const from = (replay === undefined ? Math.min(at, time) : at) - SLACK;
  return { from, to: Math.min(now + SLACK, from + LONGEST + 2 * SLACK) };
};

/** Whether an execution was started by this event: by the same delivery of it, the first or a replay's. */
export const isStartedBy = (input: unknown, { id, replay }: Pick<BusEvent, 'id' | 'replay'>): boolean => {
  try {
    const read = JSON.parse(String(input)) as { id?: unknown; 'replay-name'?: unknown } | null;
    return read?.id === id && read['replay-name'] === replay;
  } catch {
    return false;
  }
};

export type Started = { arn: string; at: number };

/** The executions of a workflow that an event started, by the workflow's own log. Throws `AwsCallError`. */
export const findStarted = async (
  { logGroup }: Workflow,
  event: BusEvent,
  now: number,
  signal: AbortSignal,
): Promise<Started[]> => {
  if (logGroup === undefined) return [];
  const found = new Map<string, Started>();
  const pattern = `"ExecutionStarted" ${term(event.id)}`;
  for await (const lines of filteredLines(logGroup, pattern, periodOf(event, now), signal)) {
    for (const { message, at } of lines) {
      const line = statesLine(message);
      if (line?.type === 'ExecutionStarted' && isStartedBy(line.details.input, event))
        found.set(line.execution_arn, { arn: line.execution_arn, at });
    }
    if (found.size >= MOST) break;
  }
  return [...found.values()];
};

/** One run of a function for an event: by its request, which Lambda keeps when it tries again. */
export type Invocation = { requestId: string; at: number; tries: number; error?: string };

type Line = {
  function_request_id?: unknown;
  causationId?: unknown;
  level?: unknown;
  message?: unknown;
  error?: unknown;
};

const lineOf = (message: string): Line | undefined => {
  try {
    const read: unknown = JSON.parse(message);
    return read !== null && typeof read === 'object' ? (read as Line) : undefined;
  } catch {
    return undefined;
  }
};

const errorOf = ({ error, message }: Line): string => {
  const { name } = (error ?? {}) as { name?: unknown };
  return String(name ?? message);
};

/** Runs of a function that followed from an event, by its own log lines, the first run first. */
export const invocationsOf = (
  lines: readonly { message: string; at: number }[],
  { id, eventId }: Pick<BusEvent, 'id' | 'eventId'>,
): Invocation[] => {
  const found = new Map<string, Invocation>();
  for (const { message, at } of lines.toSorted((one, other) => one.at - other.at)) {
    const line = lineOf(message);
    if (!line || typeof line.function_request_id !== 'string') continue;
    if (line.causationId !== id && (eventId === undefined || line.causationId !== eventId)) continue;
    const requestId = line.function_request_id;
    const { tries, at: first } = found.get(requestId) ?? { tries: 1, at };
    if (line.level === 'ERROR') found.set(requestId, { requestId, at: first, tries: tries + 1, error: errorOf(line) });
    else if (line.message === 'done') found.set(requestId, { requestId, at: first, tries });
    else if (!found.has(requestId)) found.set(requestId, { requestId, at, tries });
  }
  return [...found.values()].map((each) => (each.error === undefined ? each : { ...each, tries: each.tries - 1 }));
};

/** The runs of a function that followed from an event. Throws `AwsCallError`. */
export const findInvocations = async (
  logGroup: string,
  event: BusEvent,
  now: number,
  signal: AbortSignal,
): Promise<Invocation[]> => {
  const ids = [event.id, event.eventId].flatMap((id) => (id === undefined ? [] : `?${term(id)}`));
  const found: { message: string; at: number }[] = [];
  for await (const lines of filteredLines(logGroup, ids.join(' '), periodOf(event, now), signal)) {
    found.push(...lines);
    if (found.length >= MOST_LINES) break;
  }
  return invocationsOf(found, event);
};
