import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint, isMadeFrom, stamp } from './made-from.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'marquee-made-'));
  mkdirSync(join(root, 'services', 'deep'), { recursive: true });
  write('services/deep/step.ts', 'one');
  write('lock.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
const now = (): string => fingerprint(['services', 'lock.json'], root);

test('what is made of sources is so until a file of theirs is added, written or removed', () => {
  const made = join(root, 'made');
  mkdirSync(made);
  const before = now();
  expect(isMadeFrom(made, before)).toBe(false);
  stamp(made, before);
  expect(isMadeFrom(made, now())).toBe(true);
  write('services/deep/other.ts', 'two');
  expect(isMadeFrom(made, now())).toBe(false);
  rmSync(join(root, 'services/deep/other.ts'));
  expect(isMadeFrom(made, now())).toBe(true);
  write('lock.json', '{"longer":true}');
  expect(isMadeFrom(made, now())).toBe(false);
});

test('a file of the same size counts by the time that it was written', () => {
  const before = now();
  utimesSync(join(root, 'lock.json'), 1, 1);
  expect(now()).not.toBe(before);
});

test('tests, and folders of packages, do not count', () => {
  const before = now();
  write('services/deep/step.test.ts', 'a test');
  mkdirSync(join(root, 'services', 'node_modules'));
  write('services/node_modules/package.js', 'a package');
  expect(now()).toBe(before);
});
