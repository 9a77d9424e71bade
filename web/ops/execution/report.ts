/** What Lambda reports of one invocation; times in milliseconds, memory in MiB. */
export type Report = {
  requestId: string;
  durationMs: number;
  billedMs: number;
  memoryMiB: number;
  usedMiB: number;
  /** Only of an invocation that a new instance began with. */
  initMs?: number;
  /** What ended it, where that was Lambda: `timeout`, `error`. */
  status?: string;
};

const figure = (line: string, name: string): number | undefined => {
  const found = new RegExp(`\\t${name}: ([\\d.]+) m?[sMB]`, 'i').exec(line)?.[1];
  return found === undefined ? undefined : Number(found);
};

type Platform = {
  type?: string;
  record?: {
    requestId?: string;
    status?: string;
    metrics?: {
      durationMs?: number;
      billedDurationMs?: number;
      memorySizeMB?: number;
      maxMemoryUsedMB?: number;
      initDurationMs?: number;
    };
  };
};

const platformReport = (line: string): Report | undefined => {
  if (!line.includes('platform.report')) return undefined;
  try {
    const { type, record } = JSON.parse(line) as Platform;
    const { requestId, status, metrics } = record ?? {};
    if (type !== 'platform.report' || !requestId) return undefined;
    return {
      requestId,
      durationMs: metrics?.durationMs ?? 0,
      billedMs: metrics?.billedDurationMs ?? 0,
      memoryMiB: metrics?.memorySizeMB ?? 0,
      usedMiB: metrics?.maxMemoryUsedMB ?? 0,
      ...(metrics?.initDurationMs !== undefined && { initMs: metrics.initDurationMs }),
      ...(status && status !== 'success' && { status }),
    };
  } catch {
    return undefined; // a line that only looks like it
  }
};

/**
 * Reads the line that Lambda writes at the end of each invocation, as text or as JSON; of any other line, undefined.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-view.html
 */
export const readReport = (line: string): Report | undefined => {
  const requestId = /^REPORT RequestId: ([\w-]+)/.exec(line)?.[1];
  if (requestId === undefined) return platformReport(line);
  const initMs = figure(line, 'Init Duration');
  const status = /\tStatus: (\w+)/.exec(line)?.[1];
  return {
    requestId,
    durationMs: figure(line, 'Duration') ?? 0,
    billedMs: figure(line, 'Billed Duration') ?? 0,
    memoryMiB: figure(line, 'Memory Size') ?? 0,
    usedMiB: figure(line, 'Max Memory Used') ?? 0,
    ...(initMs !== undefined && { initMs }),
    ...(status && { status }),
  };
};
