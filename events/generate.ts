import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generate } from './catalogue.ts';
import { registry } from './registry.ts';

const root = join(import.meta.dirname, '..');

for (const { path, content } of generate(registry)) {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  console.log(path);
}
