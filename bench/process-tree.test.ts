import { expect, test } from 'vitest';
import { cpuSeconds, memoryOf, parseStat, tellsOfProcesses, treeOf } from './process-tree.ts';

test('processor time is that of the process and of its children that have ended', () => {
  const text = '42 (node) S 7 42 42 0 -1 4194560 100 0 0 0 250 50 30 20 20 0 11 0 5000 1000000 5000';
  expect(parseStat(42, text)).toEqual({ pid: 42, parent: 7, ticks: 350 });
});

test('a name with blanks and brackets shifts no field', () => {
  const text = '42 (a (b) c) S 7 42 42 0 -1 4194560 100 0 0 0 1 2 3 4 20 0 11 0 5000 1000000 5000';
  expect(parseStat(42, text)).toEqual({ pid: 42, parent: 7, ticks: 10 });
});

test.runIf(tellsOfProcesses)('this very process has used time and memory', () => {
  expect(treeOf(process.pid).map(({ pid }) => pid)).toContain(process.pid);
  expect(cpuSeconds(process.pid)).toBeGreaterThan(0);
  expect(memoryOf(process.pid)[0]?.bytes).toBeGreaterThan(1e6);
});
