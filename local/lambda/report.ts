import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { FunctionConfiguration, InvocationResult } from './configuration.ts';
import type { InitFailure } from './instance.ts';

export type LogEntry = { group: string; stream: string; message: string; at: number; requestId?: string };
export type WriteLog = (entry: LogEntry) => void;

type ReporterOptions = {
  clock: Clock;
  log: WriteLog;
  mayLog?: (configuration: FunctionConfiguration, stream: string) => boolean;
};

/** What `X-Amz-Log-Type: Tail` answers with at most, in bytes. */
const TAIL_BYTES = 4096;

/** The release of Node that runs functions, as Lambda names a release of its runtime. */
const RUNTIME = `nodejs:${process.versions.node.split('.')[0]}.v${process.versions.node.split('.').slice(1).join('.')}`;
const RUNTIME_ARN = `arn:aws:lambda:us-east-1::runtime:${createHash('sha256').update(process.version).digest('hex')}`;

const SYSTEM_LEVELS = ['DEBUG', 'INFO', 'WARN'];

/** Writes a function's log as Lambda does: START, the function's own lines, END and REPORT, as text or as JSON. */
export const createReporter = (
  configuration: FunctionConfiguration,
  version: string,
  { clock, log, mayLog = () => true }: ReporterOptions,
) => {
  const { logGroup: group, jsonLogs, memoryMiB, systemLogLevel = 'INFO' } = configuration;
  const tails = new Map<string, string>();
  const lowest = SYSTEM_LEVELS.indexOf(systemLogLevel);

  /** Streams that the function's role may not write to: no line of theirs appears. */
  const silent = new Set<string>();

  const write = (stream: string, message: string, requestId: string): void => {
    if (!silent.has(stream)) log({ group, stream, message, at: clock.now(), ...(requestId ? { requestId } : {}) });
    const tail = tails.get(requestId);
    if (tail !== undefined) tails.set(requestId, `${tail}${message}\n`.slice(-TAIL_BYTES));
  };
  const now = (): string => new Date(clock.now()).toISOString();
  const platform = (stream: string, level: 'INFO' | 'WARN', type: string, record: object, requestId = ''): void => {
    if (SYSTEM_LEVELS.indexOf(level) < lowest) return;
    write(stream, JSON.stringify({ time: now(), type: `platform.${type}`, record }), requestId);
  };

  return {
    newStream(): string {
      const stream = `${now().slice(0, 10).replaceAll('-', '/')}/[${version}]${randomUUID().replaceAll('-', '')}`;
      if (!mayLog(configuration, stream)) silent.add(stream);
      return stream;
    },
    /** Nothing is written to the stream any more. */
    endStream: (stream: string): void => void silent.delete(stream),
    line: write,

    initStart(stream: string): void {
      if (!jsonLogs) {
        write(stream, `INIT_START Runtime Version: ${RUNTIME}\tRuntime Version ARN: ${RUNTIME_ARN}`, '');
        return;
      }
      platform(stream, 'INFO', 'initStart', {
        initializationType: 'on-demand',
        phase: 'init',
        runtimeVersion: RUNTIME,
        runtimeVersionArn: RUNTIME_ARN,
        functionName: configuration.name,
        functionVersion: version,
        instanceId: stream.slice(stream.indexOf(']') + 1),
        instanceMaxMemory: memoryMiB * 2 ** 20,
      });
    },

    initFailed(stream: string, { initMs, phase, error }: InitFailure): void {
      const status = statusOf(error.errorType);
      if (jsonLogs) {
        const metrics = { durationMs: rounded(initMs) };
        const record = { initializationType: 'on-demand', phase, status, errorType: error.errorType, metrics };
        platform(stream, 'WARN', 'initReport', record);
        return;
      }
      const type = status === 'timeout' ? '' : `\tError Type: ${error.errorType}`;
      const took = `INIT_REPORT Init Duration: ${initMs.toFixed(2)} ms`;
      write(stream, `${took}\tPhase: ${phase}\tStatus: ${status}${type}`, '');
    },

    start(stream: string, requestId: string): void {
      tails.set(requestId, '');
      if (jsonLogs) platform(stream, 'INFO', 'start', { requestId, version }, requestId);
      else write(stream, `START RequestId: ${requestId} Version: ${version}`, requestId);
    },

    end(stream: string, requestId: string, result: InvocationResult): void {
      const { durationMs, billedMs, initMs, maxMemoryMiB } = result.report;
      const errorType = result.ok ? undefined : result.error.errorType;
      // An error that the handler threw is its own affair; what ended the process is Lambda's.
      const ended = errorType !== undefined && /^(?:Runtime|Sandbox)\./.test(errorType);
      const status = ended ? statusOf(errorType) : errorType === undefined ? 'success' : 'error';
      if (jsonLogs) {
        const told = status === 'error' ? { errorType } : {};
        const metrics = {
          durationMs: rounded(durationMs),
          billedDurationMs: billedMs,
          memorySizeMB: memoryMiB,
          maxMemoryUsedMB: maxMemoryMiB,
          ...(initMs === undefined ? {} : { initDurationMs: rounded(initMs) }),
        };
        const level = status === 'success' ? 'INFO' : 'WARN';
        platform(stream, level, 'report', { requestId, metrics, status, ...told }, requestId);
        return;
      }
      if (!result.ok && ended) {
        const text = result.error.errorMessage;
        write(
          stream,
          status === 'timeout' ? `${now()} ${text.replace('RequestId: ', '').replace(' Error:', '')}` : text,
          requestId,
        );
        if (status === 'error') write(stream, errorType, requestId);
      }
      write(stream, `END RequestId: ${requestId}`, requestId);
      const fields = [
        `REPORT RequestId: ${requestId}`,
        `Duration: ${durationMs.toFixed(2)} ms`,
        `Billed Duration: ${billedMs} ms`,
        `Memory Size: ${memoryMiB} MB`,
        `Max Memory Used: ${maxMemoryMiB} MB`,
        ...(initMs === undefined ? [] : [`Init Duration: ${initMs.toFixed(2)} ms`]),
        ...(ended ? [`Status: ${status}`] : []),
        ...(ended && status === 'error' ? [`Error Type: ${errorType}`] : []),
      ];
      write(stream, fields.join('\t'), requestId);
    },

    /** The tail of an ended request's log, once. */
    tail(requestId: string): string {
      const tail = tails.get(requestId) ?? '';
      tails.delete(requestId);
      return tail;
    },
  };
};

export type Reporter = ReturnType<typeof createReporter>;

const statusOf = (errorType: string): 'timeout' | 'error' => (errorType === 'Sandbox.Timedout' ? 'timeout' : 'error');

const rounded = (milliseconds: number): number => Number(milliseconds.toFixed(3));
