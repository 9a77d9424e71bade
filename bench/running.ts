import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../infra/build/folders.ts';
import { commandOf, tellsOfProcesses, treeOf } from './process-tree.ts';

/** The stage that benches run: an assembly of its own, so that nobody else's is disturbed. */
export const STAGE = 'bench';

/** A running `npm start`. */
export type Running = {
  pid: number;
  siteUrl: string;
  awsUrl: string;
  /** From the command to the line that says `ready`, in seconds. */
  secondsToReady: number;
  /** Resolves when every process of it has ended. */
  stop: () => Promise<void>;
};

/** A folder for data, which goes when the work is done. */
export const withDataFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs `npm start` with these arguments. */
export const npmStart = (...args: string[]): ChildProcess =>
  spawn(npm, ['start', '--silent', '--', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });

/** `npm start` on free ports, without the demo title unless asked for, from the command on. Throws with its last words where it ends early. */
export const start = (dataFolder: string, { seeds = false } = {}): Promise<Running> => {
  const started = performance.now();
  const child = npmStart(
    '--port',
    '0',
    '--aws-port',
    '0',
    '--data',
    dataFolder,
    '--stage',
    STAGE,
    seeds ? '--seed' : '--no-seed',
  );
  const words: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => words.push(chunk.toString()));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    void exited.then(() => reject(new Error(`npm start ended early: ${words.join('').trim() || 'without a word'}`)));
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, siteUrl, awsUrl] = /^ready\b.*?(http\S+).*?(http\S+)/.exec(line) ?? [];
      if (!siteUrl || !awsUrl) return;
      const secondsToReady = (performance.now() - started) / 1000;
      const pid = child.pid ?? 0;
      resolve({ pid, siteUrl, awsUrl, secondsToReady, stop: () => stop(child, exited) });
    });
  });
};

/**
 * Asks the runtime itself to stop, and all above it end in turn: a signal to npm ends its shell alone, and one to
 * everybody would reach the runtime twice, which ends it uncleanly. Ends by force what is left after ten seconds.
 */
const stop = async (child: ChildProcess, exited: Promise<void>): Promise<void> => {
  const tree = tellsOfProcesses && child.pid ? treeOf(child.pid).map(({ pid }) => pid) : [];
  const runtime = tree.find((pid) => /cli[\\/]start\.ts/.test(commandOf(pid)) && !/run\.mjs|npm/.test(commandOf(pid)));
  signal(runtime ?? child.pid ?? 0, 'SIGTERM');
  const patience = setTimeout(() => {
    for (const pid of [...tree, child.pid ?? 0]) signal(pid, 'SIGKILL');
  }, 10_000);
  await exited;
  clearTimeout(patience);
};

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    if (pid > 0) process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
};

/** Resolves when the demo title is public, which happens behind `ready`. */
export const isLive = async (siteUrl: string): Promise<void> => {
  for (;;) {
    const response = await fetch(`${siteUrl}/questions/`);
    await response.arrayBuffer();
    if (response.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
};
