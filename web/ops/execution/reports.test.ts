import { afterEach, expect, test, vi } from 'vitest';
import { keyOf } from '../cost/cost-of.ts';
import type { Attempt, ExecutionTree, Visit } from '../history/model.ts';
import { readAttemptLogs } from './attempt-logs.ts';
import { readReports } from './reports.ts';

type Line = { timestamp: number; message: string };
type Call = { logGroupName?: string; filterPattern?: string; startTime?: number; endTime?: number };

/** Whether a filter pattern, of the forms that are used here, takes a line. */
const takes = (pattern: string, message: string): boolean => {
  if (!pattern.startsWith('{')) return [...pattern.matchAll(/"([^"]+)"/g)].some(([, id = '']) => message.includes(id));
  const line = JSON.parse(message) as Record<string, unknown>;
  return [...pattern.matchAll(/\$\.(\w+) = ("[^"]*"|\d+)/g)].every(
    ([, name = '', value = '']) => line[name] === JSON.parse(value),
  );
};

/** Answers the console's calls from one log group, a line a page, as a busy log may. */
const withLog = (lines: readonly Line[]): string[] => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    const {
      filterPattern = '',
      startTime = 0,
      endTime = 0,
      nextToken = 0,
    } = JSON.parse(body) as Call & { nextToken?: number };
    if (path.endsWith('GetFunctionConfiguration')) {
      asked.push((JSON.parse(body) as { FunctionName: string }).FunctionName);
      return new Response(JSON.stringify({ LoggingConfig: { LogGroup: 'the-log' } }));
    }
    const found = lines.filter(
      ({ timestamp, message }) => timestamp >= startTime && timestamp <= endTime && takes(filterPattern, message),
    );
    const more = nextToken + 1 < found.length ? { nextToken: nextToken + 1 } : {};
    return new Response(JSON.stringify({ events: found.slice(nextToken, nextToken + 1), ...more }));
  });
  return asked;
};

afterEach(() => vi.unstubAllGlobals());

const attempt = (number: number, more: Partial<Attempt> = {}): Attempt => {
  const trace = { execution: 'arn:e', state: 'Work', attempt: number - 1 };
  const parameters = JSON.stringify({
    FunctionName: 'arn:aws:lambda:us-east-1:0:function:work:live',
    Payload: { trace },
  });
  const at = 100_000 * number;
  return { number, scheduledAt: at, endedAt: at + 50, standing: 'failed', parameters, ...more };
};

const linesOf = (requestId: string, at: number, own: object): Line[] => [
  { timestamp: at, message: JSON.stringify({ type: 'platform.start', record: { requestId } }) },
  { timestamp: at + 10, message: JSON.stringify({ message: 'broken', function_request_id: requestId, ...own }) },
  {
    timestamp: at + 20,
    message: JSON.stringify({
      type: 'platform.report',
      record: { requestId, metrics: { billedDurationMs: at / 1000 } },
    }),
  },
];
const LOG = [
  ...linesOf('other', 100_000, { execution: 'arn:another', state: 'Work', attempt: 0 }),
  ...linesOf('first', 100_000, { execution: 'arn:e', state: 'Work', attempt: 0 }),
  ...linesOf('second', 200_000, { execution: 'arn:e', state: 'Work', attempt: 1 }),
];

test('an attempt has the lines of its own request alone, those of Lambda too, though its history tells no request', async () => {
  const asked = withLog(LOG);
  const logs = await readAttemptLogs('arn:aws:lambda:us-east-1:0:function:work:live', attempt(2));
  expect([logs.logGroup, logs.requestId, logs.report?.billedMs]).toEqual(['the-log', 'second', 200]);
  expect(logs.lines).toHaveLength(3);
  // An alias is not what reading a function's settings is granted on.
  expect(asked).toEqual(['arn:aws:lambda:us-east-1:0:function:work']);
});

test('an attempt that handed over nothing is found by the request that its answer tells', async () => {
  withLog(LOG);
  const old = attempt(1, { parameters: '{"FunctionName":"work"}' });
  expect((await readAttemptLogs('work', { ...old, requestId: 'other' })).lines).toHaveLength(3);
  expect((await readAttemptLogs('work', old)).lines).toEqual([]);
});

test('the reports of all attempts are read together', async () => {
  withLog(LOG);
  const attempts = [attempt(1), attempt(2)];
  const visit = { id: 1, name: 'Work', resource: 'arn:aws:states:::lambda:invoke', attempts } as unknown as Visit;
  const reports = await readReports({ visits: [visit] } as unknown as ExecutionTree);
  expect(attempts.map((each) => reports.get(keyOf(visit, each))?.billedMs)).toEqual([100, 200]);
});
