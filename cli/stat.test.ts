import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statIfAny } from './stat.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'marquee-stat-'));
  symlinkSync('itself', join(folder, 'itself'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what is there is told, and what is not is nothing', async () => {
  expect((await statIfAny(folder))?.isDirectory()).toBe(true);
  expect(await statIfAny(join(folder, 'nothing'))).toBeUndefined();
  expect(await statIfAny(join(import.meta.filename, 'below-a-file'))).toBeUndefined();
});

test('what cannot be looked at is an error that names it', async () => {
  await expect(statIfAny(join(folder, 'itself'))).rejects.toThrow(/itself: ELOOP/);
});
