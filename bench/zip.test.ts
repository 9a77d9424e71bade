import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { filesIn, zipSize } from './zip.ts';

test('an empty archive is its end record alone', () => {
  expect(zipSize([])).toBe(22);
});

test('a file counts with its deflated bytes, its headers, and its name twice', () => {
  const bytes = Buffer.from('a'.repeat(10_000));
  expect(zipSize([{ name: 'index.mjs', bytes }])).toBe(22 + 92 + 2 * 9 + deflateRawSync(bytes).length);
});

test('names count by their bytes, not their letters', () => {
  const bytes = randomBytes(10);
  expect(zipSize([{ name: 'ä', bytes }]) - zipSize([{ name: 'a', bytes }])).toBe(2);
});

test('every file below a folder is found, by its path in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-zip-'));
  try {
    mkdirSync(join(folder, 'inside', 'deeper'), { recursive: true });
    writeFileSync(join(folder, 'index.mjs'), 'one');
    writeFileSync(join(folder, 'inside', 'deeper', 'two.txt'), 'two');
    const found = [...filesIn(folder)].map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]);
    expect(found.sort()).toEqual([
      ['index.mjs', 'one'],
      [join('inside', 'deeper', 'two.txt'), 'two'],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
