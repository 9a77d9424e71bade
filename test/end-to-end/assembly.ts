import { cpSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemblyFolder } from '../../infra/build/folders.ts';
import type { Template } from '../../local/assembly/read-assembly.ts';

/** The assembly that tests run: the one that was built for them, or the one that `MARQUEE_TEST_ASSEMBLY` names. */
export const testAssembly = (): string => process.env.MARQUEE_TEST_ASSEMBLY ?? assemblyFolder('test');

/**
 * A copy of an assembly, in a folder of its own, with one stack's template changed in place; its bundles are the very same.
 * Throws where `change` changes nothing.
 */
export const changedAssembly = (
  stack: string,
  change: (template: Template) => void,
  source = testAssembly(),
): string => {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-assembly-'));
  for (const name of readdirSync(source)) {
    const from = join(source, name);
    if (name.startsWith('asset.')) symlinkSync(from, join(folder, name));
    else cpSync(from, join(folder, name), { recursive: true });
  }
  const file = join(folder, `${stack}.template.json`);
  const template = JSON.parse(readFileSync(file, 'utf8')) as Template;
  const before = JSON.stringify(template);
  change(template);
  const after = JSON.stringify(template);
  if (after === before) throw new Error(`Nothing of ${file} was changed.`);
  writeFileSync(file, after);
  return folder;
};
