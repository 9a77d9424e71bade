import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { assemblyFolder, ROOT } from '../infra/build/folders.ts';
import { fingerprint, isMadeFrom, stamp } from '../infra/build/made-from.ts';

/** What a cloud assembly is made from. */
const SOURCES = ['events', 'infra', 'services', 'web/site', 'web/studio', 'web/ui', 'workflows', 'package-lock.json'];

/** Changes when a source is added, removed, or written. */
export const assemblySources = (): string => fingerprint(SOURCES);

/** Terminal: the sources do not make a template; what is wrong has been printed already. */
export class SynthesisError extends Error {
  override name = 'SynthesisError';
}

/** The cloud assembly of a stage, made anew only where a source changed since. `onBuild` is told before that. Throws `SynthesisError`. */
export const freshAssembly = (stage: string, onBuild: () => void): string => {
  const folder = assemblyFolder(stage);
  const sources = assemblySources();
  if (isMadeFrom(folder, sources)) return folder;
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
export const stampAssembly = (stage: string, sources = assemblySources()): void =>
  stamp(assemblyFolder(stage), sources);
