import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataFolderInUseError, emptyDataFolder, lockDataFolder, NoDataFolderError } from './data-folder.ts';

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

test('emptying a folder tells what goes before it does, and leaves what no runtime put there', () => {
  lockDataFolder(parent).release();
  for (const file of ['runtime.sqlite', 'runtime.sqlite-wal', 'seeded', 'notes.txt'])
    writeFileSync(join(parent, file), '12345');
  mkdirSync(join(parent, 's3-sqs'));
  writeFileSync(join(parent, 's3-sqs', 'fauxqs.db'), '12345');
  const told: unknown[] = [];
  emptyDataFolder(parent, ['seeded'], (...what) => {
    expect(existsSync(join(parent, 'runtime.sqlite'))).toBe(true);
    told.push(what);
  });
  expect(told).toEqual([[['runtime.sqlite', 'runtime.sqlite-wal', 's3-sqs', 'seeded'], 20]]);
  expect(readdirSync(parent).sort()).toEqual(['lock.sqlite', 'notes.txt']);
});

test('a folder that a runtime works on is not emptied, nor one that none ever worked on', () => {
  const lock = lockDataFolder(parent);
  writeFileSync(join(parent, 'runtime.sqlite'), '');
  expect(() => emptyDataFolder(parent, [], () => {})).toThrow(DataFolderInUseError);
  lock.release();
  const other = join(parent, 'other');
  mkdirSync(other);
  writeFileSync(join(other, 'runtime.sqlite'), '');
  expect(() => emptyDataFolder(other, [], () => {})).toThrow(NoDataFolderError);
  expect([parent, other].map((folder) => existsSync(join(folder, 'runtime.sqlite')))).toEqual([true, true]);
});

test('a folder that is not there is empty already', () => {
  emptyDataFolder(join(parent, 'none'), [], () => expect.unreachable());
});
