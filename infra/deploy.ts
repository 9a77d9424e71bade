import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { synthesize } from './build/synthesize.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { stage: { type: 'string' }, profile: { type: 'string' }, yes: { type: 'boolean', default: false } },
});
const [verb] = positionals;
if ((verb !== 'deploy' && verb !== 'destroy') || !values.stage) {
  console.error(
    'Usage: npm run deploy -- --stage NAME [--profile PROFILE] [--yes], and destroy likewise. A stage has to be named: nothing is deployed by default.',
  );
  process.exit(2);
}

const { folder } = await synthesize(values.stage);
const cdk = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');
const profile = values.profile ? ['--profile', values.profile] : [];
const consent = values.yes ? (verb === 'deploy' ? ['--require-approval', 'never'] : ['--force']) : [];
const child = spawn(process.execPath, [cdk, verb, '--all', '--app', folder, ...profile, ...consent], {
  stdio: 'inherit',
});
child.on('exit', (code) => process.exit(code ?? 1));
