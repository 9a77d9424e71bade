import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { S3Client } from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import { stampAssembly } from '../../cli/assembly.ts';
import { connect } from '../../cli/connection.ts';
import { seed } from '../../cli/seed/seed.ts';
import { signIn } from '../../cli/sign-in.ts';
import { ROOT } from '../../infra/build/folders.ts';
import { createEditor } from '../end-to-end/editor.ts';

/** What a start that came to nothing said, and the code it ended with. */
export class StartRefusedError extends Error {
  override name = 'StartRefusedError';
}

/** Starts the runtime as `npm start` does, in a process of its own, on free ports. Throws `StartRefusedError`. */
export const startProcess = async (dataFolder: string, more: readonly string[] = []) => {
  // The tests run on the assembly that was built before them.
  stampAssembly('test');
  const child = spawn(
    process.execPath,
    [
      ...['--disable-warning=ExperimentalWarning', join(ROOT, 'cli', 'start.ts'), '--stage', 'test', '--no-seed'],
      ...['--port', '0', '--aws-port', '0', '--data', dataFolder, ...more],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const { siteUrl, awsUrl, said } = await ready(child);
  const connection = await connect({ stage: 'test', 'aws-port': new URL(awsUrl).port });
  await seed.users(connection);
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  return {
    siteUrl,
    awsUrl,
    connection,
    said,
    editor: createEditor({ siteUrl, token: await signIn(connection) }),
    s3: new S3Client({ ...connection.client, forcePathStyle: true }),
    /** The processes that work for it, itself included. */
    processes: () => familyOf(child.pid ?? 0),
    /** Ends it as a power cut does, with no chance to put anything in order. */
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      await ended;
    },
    async stop(): Promise<void> {
      child.kill('SIGTERM');
      await ended;
    },
  };
};

export type RuntimeProcess = Awaited<ReturnType<typeof startProcess>>;

/** How long a start or an end may take on a busy machine, for `expect.poll`. */
const PATIENCE = { timeout: 120_000, interval: 100 };

/** Kills a runtime, sees that nothing of it is left, and starts it again on the same data. */
export const crashed = async (runtime: RuntimeProcess, dataFolder: string): Promise<RuntimeProcess> => {
  const processes = runtime.processes();
  await runtime.kill();
  await expect.poll(() => processes.filter(isAlive), PATIENCE).toEqual([]);
  return startProcess(dataFolder);
};

const ready = (child: ChildProcess): Promise<{ siteUrl: string; awsUrl: string; said: string[] }> =>
  new Promise((resolve, reject) => {
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        const [, siteUrl, awsUrl] = /^ready .*?(http:\S+).*?(http:\S+)/.exec(line) ?? [];
        if (siteUrl && awsUrl) resolve({ siteUrl, awsUrl, said });
      });
    }
    child.once('close', (code) => reject(new StartRefusedError(`${said.join('\n')}\nexit code ${code}`)));
  });

/** A process and all that descend from it, by what `/proc` tells; itself alone where there is none. */
const familyOf = (root: number): number[] => {
  const children = new Map<number, number[]>();
  for (const pid of numbersIn('/proc')) {
    const parent = parentOf(pid);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const family = [root];
  for (const pid of family) family.push(...(children.get(pid) ?? []));
  return family;
};

const numbersIn = (folder: string): number[] => {
  try {
    return readdirSync(folder).map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
};

const parentOf = (pid: number): number => {
  try {
    return Number(/\) \w (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return Number.NaN; // It ended while the folder was read.
  }
};

/** Whether a process is there and not only waiting for its exit code to be read. */
export const isAlive = (pid: number): boolean => {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};
