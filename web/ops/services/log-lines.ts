import { formatDuration } from '@marquee/ui/duration.ts';
import { readReport } from '../execution/report.ts';

export type LogLevel = 'ERROR' | 'WARN' | 'INFO' | 'DEBUG' | 'LAMBDA' | '';

/** A line of a function's log, with what of it leads elsewhere. */
export type ServiceLogLine = {
  id: string;
  at: number;
  level: LogLevel;
  text: string;
  message: string;
  requestId?: string;
  correlationId?: string;
  execution?: string;
};

const LEVELS: Readonly<Record<string, LogLevel>> = {
  CRITICAL: 'ERROR',
  FATAL: 'ERROR',
  ERROR: 'ERROR',
  WARN: 'WARN',
  WARNING: 'WARN',
  INFO: 'INFO',
  DEBUG: 'DEBUG',
  TRACE: 'DEBUG',
};

type Structured = Readonly<Record<string, unknown>> & { record?: Readonly<Record<string, unknown>> };

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const reportWords = (message: string): string | undefined => {
  const report = readReport(message);
  if (!report) return undefined;
  const { billedMs, usedMiB, memoryMiB, initMs, status } = report;
  const start = initMs === undefined ? '' : `, of which ${formatDuration(initMs)} to start`;
  return `${status ? `${status}; ` : ''}billed ${formatDuration(billedMs)}${start}; used ${usedMiB} of ${memoryMiB} MiB`;
};

const structured = (message: string): Structured | undefined => {
  if (!message.startsWith('{')) return undefined;
  try {
    return JSON.parse(message) as Structured;
  } catch {
    return undefined; // cut short
  }
};

const said = (message: string, line: Structured | undefined): string => {
  const report = reportWords(message);
  if (report) return report;
  const type = text(line?.type);
  if (type?.startsWith('platform.')) return type.replace('platform.', '');
  const error = line?.error as { name?: unknown; message?: unknown } | undefined;
  const what = text(line?.message) ?? text(line?.errorMessage) ?? message;
  return text(error?.message) ? `${what}: ${text(error?.name) ?? 'Error'}: ${text(error?.message)}` : what;
};

/** Reads a line as Powertools or Lambda has written it; of any other, the text is the line itself. */
export const readLine = (event: { id: string; at: number; message: string }): ServiceLogLine => {
  const message = event.message.trimEnd();
  const line = structured(message);
  const isPlatform = text(line?.type)?.startsWith('platform.') || /^(START|END|REPORT|INIT_START) /.test(message);
  const isBad = isPlatform && /"status":"(error|timeout|failure)"|Status: (error|timeout)/.test(message);
  const requestId =
    text(line?.function_request_id) ??
    text(line?.requestId) ??
    text(line?.record?.requestId) ??
    /^(?:START|END|REPORT) RequestId: ([\w-]+)/.exec(message)?.[1];
  const correlationId = text(line?.correlationId) ?? text(line?.correlation_id);
  const execution = text(line?.execution);
  return {
    ...{ id: event.id, at: event.at, message, text: said(message, line) },
    level: isBad ? 'ERROR' : isPlatform ? 'LAMBDA' : (LEVELS[String(line?.level).toUpperCase()] ?? ''),
    ...(requestId && { requestId }),
    ...(correlationId && { correlationId }),
    ...(execution?.startsWith('arn:') && { execution }),
  };
};

/** The filter pattern for lines that have all of some words; a quote or a backslash would end the term. */
export const patternFor = (words: string): string | undefined => {
  const terms = words.trim().split(/\s+/).filter(Boolean);
  return terms.length === 0
    ? undefined
    : terms.map((term) => `"${term.replace(/["\\]/g, (letter) => `\\${letter}`)}"`).join(' ');
};
