import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stampAssembly } from '../cli/assembly.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

/** The file behind a command of an installed package. */
const command = (name: string, bin: string): string => {
  const manifest = join(root, 'node_modules', name, 'package.json');
  return join(dirname(manifest), (require(manifest) as { bin: Record<string, string> }).bin[bin] ?? '');
};

const steps: readonly [string, readonly string[]][] = [
  ['lint', [command('@biomejs/biome', 'biome'), 'check']],
  ['types', [command('typescript', 'tsc'), '--noEmit', '-p', 'tsconfig.json']],
  ['build', [join('infra', 'synth.ts'), '--stage', 'test']],
  ['tests', [command('vitest', 'vitest'), 'run', ...process.argv.slice(2)]],
];

if (!existsSync(join(root, '..', 'shared'))) {
  console.log('Note: ../shared is not here, so the tests that use its recordings and media are skipped.');
}
if (spawnSync('aws', ['--version']).status !== 0) {
  console.log('Note: the AWS CLI (`aws`) is not on this machine, so its tour of the services is skipped.');
}
const started = Date.now();
for (const [name, [file = '', ...args]] of steps) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  // The tests start the runtime by its command, which makes the assembly anew where it does not know this one.
  if (name === 'build' && status === 0) stampAssembly('test');
  if (status !== 0) {
    console.error(`\n${name} failed.`);
    process.exit(status ?? 1);
  }
}
console.log(`\nAll of it took ${Math.round((Date.now() - started) / 1000)} s.`);
