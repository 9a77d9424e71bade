import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataFolderInUseError, lockDataFolder } from './data-folder.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'data-folder-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

test('a folder that is not there is made', () => {
  const folder = join(parent, 'a', 'b');
  lockDataFolder(folder).release();
  expect(existsSync(folder)).toBe(true);
});

test('a folder belongs to one runtime at a time, and is free again when that one lets it go', () => {
  const first = lockDataFolder(parent);
  expect(() => lockDataFolder(parent)).toThrow(DataFolderInUseError);
  expect(() => lockDataFolder(parent)).toThrow(
    `${parent} is in use by another runtime. Stop that one, or name another`,
  );
  first.release();
  lockDataFolder(parent).release();
});
