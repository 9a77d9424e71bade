import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemblyFolder, ROOT } from '../infra/build/folders.ts';

/** What a cloud assembly is made from. */
const SOURCES = ['events', 'infra', 'services', 'web/site', 'web/ui', 'workflows', 'package-lock.json'];

/** Changes when a source is added, removed, or written; tests and folders of packages do not count. */
export const fingerprint = (): string => {
  const hash = createHash('sha256').update(process.version);
  const add = (path: string): void => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  };
  for (const source of SOURCES) {
    const path = join(ROOT, source);
    if (statSync(path).isFile()) add(path);
    else {
      for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }).sort(byPath)) {
        const inside = join(entry.parentPath, entry.name);
        if (entry.isFile() && !inside.includes('node_modules') && !inside.endsWith('.test.ts')) add(inside);
      }
    }
  }
  return hash.digest('hex');
};

const byPath = (one: { parentPath: string; name: string }, other: { parentPath: string; name: string }): number =>
  `${one.parentPath}/${one.name}` < `${other.parentPath}/${other.name}` ? -1 : 1;

/** Terminal: the sources do not make a template; what is wrong has been printed already. */
export class SynthesisError extends Error {
  override name = 'SynthesisError';
}

/** The cloud assembly of a stage, made anew only where a source changed since. `onBuild` is told before that. Throws `SynthesisError`. */
export const freshAssembly = (stage: string, onBuild: () => void): string => {
  const folder = assemblyFolder(stage);
  const stamp = stampOf(folder);
  const sources = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return folder;
  onBuild();
  // A process of its own: CDK and esbuild together take more memory than the runtime, and give none of it back.
  const synth = [join(ROOT, 'infra', 'synth.ts'), '--stage', stage];
  try {
    execFileSync(process.execPath, synth, { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (cause) {
    throw new SynthesisError('the template could not be synthesized; the reason is above.', { cause });
  }
  stampAssembly(stage, sources);
  return folder;
};

/** Says that the assembly of a stage was made from these sources; from those of now, unless told otherwise. */
export const stampAssembly = (stage: string, sources = fingerprint()): void =>
  writeFileSync(stampOf(assemblyFolder(stage)), sources);

const stampOf = (folder: string): string => join(folder, '.sources');
