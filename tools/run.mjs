// Runs a TypeScript file on the pinned Node, after setting up what is missing. Plain JavaScript, because it starts on
// whatever Node 20 or later the machine has:  node tools/run.mjs FILE.ts [ARGUMENTS]
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.marquee-setup');
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const read = (file) => readFileSync(join(root, file), 'utf8');
const wanted = createHash('sha256').update(read('package-lock.json')).digest('hex');

const stop = (...lines) => {
  for (const line of lines) console.error(line);
  process.exit(1);
};

const npm = (...args) => {
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  return (
    spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }).status === 0
  );
};

const runs = (file) => existsSync(file) && spawnSync(file, ['--version']).status === 0;

const installPackages = () => {
  console.error('marquee: installing packages from the npm registry (once, about a minute) …');
  if (!npm('ci', '--loglevel=error')) {
    stop(
      'marquee: `npm ci` failed; its message is above. Check the network and the npm registry setting, then run this again.',
    );
  }
};

const ensurePinnedNode = () => {
  if (runs(node)) return;
  console.error('marquee: fetching the pinned Node …');
  if (!npm('rebuild', 'node', '--foreground-scripts') || !runs(node)) {
    const version = JSON.parse(read('package.json')).devDependencies.node;
    stop(
      `marquee: the npm package node@${version} brings no Node for ${process.platform}-${process.arch}, or its install script did not run.`,
      'Allow install scripts for the package `node` (npm install-scripts approve node), then run this again.',
    );
  }
};

const ensureDynamo = () => {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  if (process.env.AWS_ENDPOINT_URL_DYNAMODB || existsSync(join(root, 'node_modules', name))) return;
  const version = Object.values(JSON.parse(read('package.json')).optionalDependencies)[0];
  console.error(`marquee: installing ${name}@${version}, the DynamoDB server for this machine …`);
  if (!npm('install', '--no-save', '--no-package-lock', '--loglevel=error', `${name}@${version}`)) {
    console.error(
      `marquee: ${name}@${version} is not in the npm registry for this machine (${process.platform}-${process.arch}).`,
    );
    console.error(
      'Run any DynamoDB server, DynamoDB Local for one, and name it: AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:8000',
    );
  }
};

const setUp = () => {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(node)) return;
  installPackages();
  ensurePinnedNode();
  ensureDynamo();
  writeFileSync(stamp, wanted);
  console.error('marquee: set up.');
};

if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(`marquee: Node ${process.versions.node} is too old to start from; install Node 20 or later.`);
}
setUp();

const [script, ...rest] = process.argv.slice(2);
if (!script) stop('marquee: usage: node tools/run.mjs FILE.ts [ARGUMENTS]');
const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules', '.bin')}:${dirname(node)}:${process.env.PATH ?? ''}`,
  // What was compiled once is not compiled again, in whatever processes this one starts.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compiled'),
};
const child = spawn(
  node,
  ['--disable-warning=ExperimentalWarning', '--enable-source-maps', join(root, script), ...rest],
  {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env,
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

// A `kill -9` of whatever started this must end the child as well: nobody would be left to stop it. npm starts a shell that
// starts this, and the shell outlives npm, so its own parent is watched too where /proc tells who that is.
const parentOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) \S+ /s, '')
      .split(' ')[0];
  } catch {
    return '';
  }
};
const ancestry = () => `${process.ppid} ${process.env.npm_lifecycle_event ? parentOf(process.ppid) : ''}`;
const started = ancestry();
setInterval(() => ancestry() !== started && child.kill('SIGKILL'), 500).unref();
