import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { FunctionConfiguration, InvocationResult } from './configuration.ts';

export type LogEntry = { group: string; stream: string; message: string; at: number; requestId?: string };
export type WriteLog = (entry: LogEntry) => void;

/** What `X-Amz-Log-Type: Tail` answers with at most, in bytes. */
const TAIL_BYTES = 4096;

/** Writes a function's log as Lambda does: START, the function's own lines, END and REPORT, as text or as JSON. */
export const createReporter = (configuration: FunctionConfiguration, clock: Clock, log: WriteLog) => {
  const tails = new Map<string, string>();

  const write = (stream: string, message: string, requestId: string): void => {
    log({ group: configuration.logGroup, stream, message, at: clock.now(), ...(requestId ? { requestId } : {}) });
    const tail = tails.get(requestId);
    if (tail !== undefined) tails.set(requestId, `${tail}${message}\n`.slice(-TAIL_BYTES));
  };
  const platform = (type: string, record: object): string =>
    JSON.stringify({ time: new Date(clock.now()).toISOString(), type: `platform.${type}`, record });

  const newStream = (): string => {
    const day = new Date(clock.now()).toISOString().slice(0, 10).replaceAll('-', '/');
    return `${day}/[$LATEST]${randomUUID().replaceAll('-', '')}`;
  };

  return {
    newStream,
    line: write,
    start(stream: string, requestId: string, version: string): void {
      tails.set(requestId, '');
      const message = configuration.jsonLogs
        ? platform('start', { requestId, version })
        : `START RequestId: ${requestId} Version: ${version}`;
      write(stream, message, requestId);
    },
    end(stream: string, requestId: string, result: InvocationResult): void {
      const { durationMs, billedMs, initMs, maxMemoryMiB } = result.report;
      if (configuration.jsonLogs) {
        const metrics = {
          durationMs: Number(durationMs.toFixed(3)),
          billedDurationMs: billedMs,
          memorySizeMB: configuration.memoryMiB,
          maxMemoryUsedMB: maxMemoryMiB,
          ...(initMs === undefined ? {} : { initDurationMs: Number(initMs.toFixed(3)) }),
        };
        const status = result.ok ? 'success' : result.error.errorType === 'Sandbox.Timedout' ? 'timeout' : 'error';
        const error = result.ok ? {} : { errorType: result.error.errorType };
        write(stream, platform('report', { requestId, metrics, status, ...error }), requestId);
      } else {
        if (!result.ok && result.error.errorType.startsWith('Sandbox.'))
          write(stream, `${new Date(clock.now()).toISOString()} ${result.error.errorMessage}`, requestId);
        write(stream, `END RequestId: ${requestId}`, requestId);
        const init = initMs === undefined ? '' : `\tInit Duration: ${initMs.toFixed(2)} ms`;
        write(
          stream,
          `REPORT RequestId: ${requestId}\tDuration: ${durationMs.toFixed(2)} ms\tBilled Duration: ${billedMs} ms\tMemory Size: ${configuration.memoryMiB} MB\tMax Memory Used: ${maxMemoryMiB} MB${init}`,
          requestId,
        );
      }
    },
    /** The tail of an ended request's log, once. */
    tail(requestId: string): string {
      const tail = tails.get(requestId) ?? '';
      tails.delete(requestId);
      return tail;
    },
  };
};
