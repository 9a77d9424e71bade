import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildOps } from '../../../infra/build/ops.ts';

/** Kilobytes that a first view may load, compressed: the budget of the console. */
const BUDGET = 300;

/** A script with all that it imports before it runs. */
const withImports = (folder: string, name: string, found = new Set<string>()): Set<string> => {
  if (found.has(name)) return found;
  found.add(name);
  const text = readFileSync(join(folder, name), 'utf8');
  for (const [, imported = ''] of text.matchAll(/(?:^|[;}])import(?:[^"'();]*from)?\s*["']\/([^"']+)["']/g))
    withImports(folder, imported, found);
  return found;
};

test('a first view of the console loads no more than its budget: scripts, styles and the font that it begins with', async () => {
  const folder = await buildOps();
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const first = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css|woff2))"/g)].map(([, name = '']) => name);
  expect(first.map((name) => name.replace(/-[^-]+$/, '')).sort()).toEqual(['geist-latin-wght-normal', 'main', 'ops']);
  const scripts = withImports(folder, first.find((name) => name.endsWith('.js')) ?? '');
  const files = new Set([...first, ...scripts]);
  const sizes = [...files].map((name) => brotliCompressSync(readFileSync(join(folder, name))).length / 1000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(BUDGET);
  // What is laid out by hand, and what is large, comes when it is asked for.
  expect([...files].filter((name) => /lay-out-worker|graph-panel|layouts/.test(name))).toEqual([]);
});
