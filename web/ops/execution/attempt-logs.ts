import type { FilteredLogEvent } from '@aws-sdk/client-cloudwatch-logs';
import { call } from '../aws/call.ts';
import type { Attempt, Visit } from '../history/model.ts';
import { type Report, readReport } from './report.ts';

export type LogLine = { at: number; message: string };
export type AttemptLogs = { logGroup: string; requestId?: string; lines: readonly LogLine[]; report?: Report };

/** Milliseconds that clocks may differ by, and that lines may come after the answer. */
const SLACK = 5000;
/** Most pages of one search: a page may be empty though more follow. */
const PAGES = 20;

/** The function that an attempt has called, as it names it; undefined where it calls something else. */
export const functionOf = ({ resource }: Visit, { parameters }: Attempt): string | undefined => {
  if (resource?.includes(':function:')) return resource;
  if (!resource?.startsWith('arn:aws:states:::lambda:invoke')) return undefined;
  try {
    const { FunctionName } = JSON.parse(parameters ?? '{}') as { FunctionName?: unknown };
    return typeof FunctionName === 'string' ? FunctionName : undefined;
  } catch {
    return undefined;
  }
};

type Trace = { execution?: unknown; state?: unknown; attempt?: unknown; item?: unknown };

/** What the attempt handed to its function to write on its lines; nothing where it did not. */
export const traceOf = ({ parameters }: Attempt): Trace | undefined => {
  try {
    const { Payload } = JSON.parse(parameters ?? '{}') as { Payload?: { trace?: Trace } };
    return Payload?.trace?.execution === undefined ? undefined : Payload.trace;
  } catch {
    return undefined;
  }
};

/** A text as a term of a filter pattern. A quote or a backslash in it would end it. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, (letter) => `\\${letter}`)}"`;

/** The filter for lines that an attempt's function has written about it. */
export const filterOf = ({ execution, state, attempt, item }: Trace): string => {
  const terms = [`$.execution = ${quoted(String(execution))}`];
  if (typeof state === 'string') terms.push(`$.state = ${quoted(state)}`);
  if (typeof attempt === 'number') terms.push(`$.attempt = ${attempt}`);
  if (typeof item === 'number') terms.push(`$.item = ${item}`);
  return `{ ${terms.join(' && ')} }`;
};

/** A function without its alias or version: its settings are the same, and reading them is granted on the function. */
const unqualified = (name: string): string =>
  name.startsWith('arn:') ? name.split(':').slice(0, 7).join(':') : (name.split(':')[0] ?? name);

/** The log group of a function; its settings say where it writes. Throws `AwsCallError`. */
export const logGroupOf = async (functionName: string, signal?: AbortSignal): Promise<string> => {
  const { LoggingConfig, FunctionName } = await call(
    'lambda',
    'GetFunctionConfiguration',
    { FunctionName: unqualified(functionName) },
    signal,
  );
  return LoggingConfig?.LogGroup ?? `/aws/lambda/${FunctionName ?? functionName}`;
};

type Search = { logGroupName: string; filterPattern: string; startTime: number; endTime: number };

/** Reads what a log group has that fits, page by page. Throws `AwsCallError`. */
export const searchLog = async (input: Search, limit: number, signal?: AbortSignal): Promise<FilteredLogEvent[]> => {
  const found: FilteredLogEvent[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < PAGES && found.length < limit; page++) {
    const answer = await call('logs', 'FilterLogEvents', { ...input, nextToken }, signal);
    found.push(...(answer.events ?? []));
    nextToken = answer.nextToken;
    if (!nextToken) break;
  }
  return found;
};

const requestIdOf = (message: string | undefined): string | undefined => {
  try {
    const { function_request_id: id } = JSON.parse(message ?? '{}') as { function_request_id?: unknown };
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The log lines of one attempt and of no other, those of Lambda itself included. Its request is told by a line that its
 * function wrote about it, or by its answer; without either, `requestId` and the lines are missing. Throws `AwsCallError`.
 */
export const readAttemptLogs = async (
  functionName: string,
  attempt: Attempt,
  signal?: AbortSignal,
): Promise<AttemptLogs> => {
  const logGroupName = await logGroupOf(functionName, signal);
  const startTime = attempt.scheduledAt - SLACK;
  const window = { logGroupName, startTime, endTime: (attempt.endedAt ?? Date.now()) + SLACK };
  const trace = traceOf(attempt);
  let { requestId } = attempt;
  if (trace) {
    const [line] = await searchLog({ ...window, filterPattern: filterOf(trace) }, 1, signal);
    requestId = requestIdOf(line?.message) ?? requestId;
  }
  if (requestId === undefined) return { logGroup: logGroupName, lines: [] };
  const events = await searchLog({ ...window, filterPattern: quoted(requestId) }, 1000, signal);
  const lines = events.map(({ timestamp = 0, message = '' }) => ({ at: timestamp, message: message.trimEnd() }));
  const report = lines.flatMap(({ message }) => readReport(message) ?? []).at(-1);
  return { logGroup: logGroupName, requestId, lines, ...(report && { report }) };
};
