import { spawn, spawnSync } from 'node:child_process';
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
type Step = (typeof steps)[number];

/** Runs a step to its end; what it says is told at once, or afterwards in one piece. */
const run = (
  [, [file = '', ...args]]: Step,
  told: 'at once' | 'afterwards',
): Promise<{ status: number; said: string }> =>
  new Promise((resolve) => {
    const stdio = told === 'at once' ? 'inherit' : 'pipe';
    const child = spawn(process.execPath, [file, ...args], { cwd: root, stdio: ['ignore', stdio, stdio] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => void said.push(chunk));
    child.once('close', (code) => resolve({ status: code ?? 1, said: Buffer.concat(said).toString() }));
  });

const tell = (name: string, status: number, said = ''): void => {
  if (said) console.log(said.trimEnd());
  if (status === 0) return;
  console.error(`\n${name} failed.`);
  process.exit(status);
};

// What comes before the tests needs nothing of each other, and a machine has more than one core.
const before = steps.slice(0, -1).map((step) => ({ name: step[0], ended: run(step, 'afterwards') }));
for (const { name, ended } of before) {
  const { status, said } = await ended;
  console.log(`\n── ${name}`);
  tell(name, status, said);
}
// The tests start the runtime by its command, which makes the assembly anew where it does not know this one.
stampAssembly('test');
for (const step of steps.slice(-1)) {
  console.log(`\n── ${step[0]}`);
  tell(step[0], (await run(step, 'at once')).status);
}
console.log(`\nAll of it took ${Math.round((Date.now() - started) / 1000)} s.`);
