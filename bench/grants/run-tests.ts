import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { UsedGrant } from '../../test/end-to-end/granted.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');

/** Longest time for one test, in milliseconds: what lacks a grant often waits for something that never comes. */
const TEST_TIMEOUT = 20_000;

export type Outcome = {
  /** The first test that failed, or the file where it did not even start; undefined where all passed. */
  failed: string | undefined;
  /** Whole run, in milliseconds. */
  duration: number;
  used: UsedGrant[];
};

type Report = {
  success: boolean;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
};

/** Runs one file of tests in a process of its own, on an assembly, until the first failure. Throws where it does not run at all. */
export const runTests = async (file: string, assembly: string): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-grants-'));
  const [report, grants] = [join(folder, 'report.json'), join(folder, 'grants.jsonl')];
  const args = ['run', file, '--bail=1', `--testTimeout=${TEST_TIMEOUT}`, `--hookTimeout=${TEST_TIMEOUT}`];
  const started = performance.now();
  try {
    await ended(
      spawn(process.execPath, [VITEST, ...args, '--reporter=json', `--outputFile=${report}`], {
        cwd: ROOT,
        env: { ...process.env, MARQUEE_TEST_ASSEMBLY: assembly, MARQUEE_TEST_GRANTS: grants },
        stdio: 'ignore',
      }),
    );
    return {
      failed: failureIn(read(report), file),
      duration: performance.now() - started,
      used: linesOf(read(grants)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const ended = (child: ReturnType<typeof spawn>): Promise<void> =>
  new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => resolve());
  });

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const linesOf = (text: string): UsedGrant[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as UsedGrant);

const failureIn = (text: string, file: string): string | undefined => {
  // Whatever the reason, it is none that a grant could be.
  if (text === '') throw new Error(`${file} did not run.`);
  const { success, testResults } = JSON.parse(text) as Report;
  if (success) return undefined;
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ status }) => status === 'failed');
  return failed ? `${file}: ${failed.fullName}` : `${file}, before its first test`;
};
