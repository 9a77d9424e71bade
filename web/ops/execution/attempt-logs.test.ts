import { expect, test } from 'vitest';
import type { Attempt, Visit } from '../history/model.ts';
import { filterOf, functionOf } from './attempt-logs.ts';
import { readReport } from './report.ts';

test('a report of Lambda is read, as text and as JSON', () => {
  const text =
    'REPORT RequestId: 6bc28136\tDuration: 9.50 ms\tBilled Duration: 220 ms\tMemory Size: 1769 MB\tMax Memory Used: 512 MB\tInit Duration: 210.20 ms\tStatus: timeout';
  const told = { requestId: '6bc28136', durationMs: 9.5, billedMs: 220, memoryMiB: 1769, usedMiB: 512, initMs: 210.2 };
  expect(readReport(text)).toEqual({ ...told, status: 'timeout' });
  const metrics = {
    durationMs: 9.5,
    billedDurationMs: 220,
    memorySizeMB: 1769,
    maxMemoryUsedMB: 512,
    initDurationMs: 210.2,
  };
  const record = { requestId: '6bc28136', status: 'success', metrics };
  expect(readReport(JSON.stringify({ time: 't', type: 'platform.report', record }))).toEqual(told);
  expect(readReport('{"message":"a platform.report is missing"}')).toBeUndefined();
  expect(readReport('END RequestId: 6bc28136')).toBeUndefined();
});

test('the lines of an attempt are those that name its execution, state, number and item', () => {
  expect(filterOf({ execution: 'arn:e', state: 'MakeBatch', attempt: 0, item: 3 })).toBe(
    '{ $.execution = "arn:e" && $.state = "MakeBatch" && $.attempt = 0 && $.item = 3 }',
  );
  expect(filterOf({ execution: 'arn:e', state: 'Say "no"' })).toBe(
    '{ $.execution = "arn:e" && $.state = "Say \\"no\\"" }',
  );
});

test('the function of an attempt is the one that it was asked to call', () => {
  const visit = (resource: string) => ({ resource }) as Visit;
  const attempt = { parameters: '{"FunctionName":"make-renditions"}' } as Attempt;
  expect(functionOf(visit('arn:aws:states:::lambda:invoke'), attempt)).toBe('make-renditions');
  expect(functionOf(visit('arn:aws:lambda:us-east-1:0:function:work'), {} as Attempt)).toContain(':function:work');
  expect(functionOf(visit('arn:aws:states:::dynamodb:putItem'), attempt)).toBeUndefined();
});
