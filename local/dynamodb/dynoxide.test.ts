import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MissingServerError, startDynoxide } from './dynoxide.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dynoxide-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

test('a machine that has no server of its own is told the package and the way round', async () => {
  vi.spyOn(process, 'arch', 'get').mockReturnValue('riscv64');
  const started = startDynoxide(folder);
  await expect(started).rejects.toThrow(MissingServerError);
  await expect(started).rejects.toThrow(/the package @dynoxide\/\w+-riscv64.*AWS_ENDPOINT_URL_DYNAMODB/);
});

test('tables that are damaged are named', async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'dynamodb.db'), 'no database at all, but long enough to look like one'.repeat(100));
  await expect(startDynoxide(folder)).rejects.toThrow(`${join(folder, 'dynamodb.db')} is damaged`);
});
