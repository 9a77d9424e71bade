import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stampAssembly } from '../../cli/assembly.ts';
import { ROOT } from '../../infra/build/folders.ts';

let taken: Server;
let folder: string;
beforeAll(async () => {
  stampAssembly('test');
  folder = mkdtempSync(join(tmpdir(), 'marquee-start-'));
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command of the project that is expected to end by itself. */
const run = (script: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const options = ['--disable-warning=ExperimentalWarning', join(ROOT, 'cli', script), ...args];
    const child = execFile(process.execPath, options, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
const start = (...args: string[]) => run('start.ts', '--stage', 'test', '--no-seed', '--data', folder, ...args);
const portOf = (server: Server): string => String((server.address() as { port: number }).port);

test.each(['--port', '--aws-port'])('a start on a %s that is in use says so, and what to do', async (option) => {
  const other = option === '--port' ? '--aws-port' : '--port';
  const { code, out, err } = await start(option, portOf(taken), other, '0');
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain(`port ${portOf(taken)} is in use`);
  expect(err).toContain('--aws-port for the AWS endpoint');
});

test.each([
  [['--port', 'http'], /--port takes a port from 0 to 65535, not http/],
  [['--aws-port', '70000'], /--aws-port takes a port from 0 to 65535, not 70000/],
  [['--colour'], /--colour/],
])('a start with %j is refused in words, before anything runs', async (args, reason) => {
  const { code, err } = await start(...args);
  expect(code).toBe(1);
  expect(err).toMatch(reason);
  expect(err).not.toMatch(/\n\s+at /);
});

test('a start that is asked for help tells its options', async () => {
  const { code, out } = await start('--help');
  expect(code).toBe(0);
  for (const option of ['--port', '--aws-port', '--data', '--stage', '--no-seed']) expect(out).toContain(option);
});

test('a command that finds no runtime says how to start one', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const port = portOf(closed);
  await new Promise((resolve) => closed.close(resolve));
  const { code, err } = await run('marquee.ts', 'assets', '--aws-port', port);
  expect(code).toBe(2);
  expect(err).toContain(`No runtime answers at http://127.0.0.1:${port}. Start one with npm start`);
});
