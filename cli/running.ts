import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../infra/build/folders.ts';

/** A runtime that was started on a data folder. */
export type RunningRuntime = { pid: number; stage: string; awsUrl: string; siteUrl: string };

/** The file of a data folder that tells which runtime works on it. */
export const RUNNING_FILE = 'running.json';

/** Where the data of a stage is kept unless another folder is named: each has one of its own, so that stages run side by side. */
export const defaultDataFolder = (stage: string): string =>
  join(ROOT, '.marquee', ...(stage === 'dev' ? [] : ['stages', stage]));

/** Tells the command line where the runtime on a data folder is; answers how to take that back. */
export const tellRunning = (dataFolder: string, running: RunningRuntime): (() => void) => {
  const file = join(dataFolder, RUNNING_FILE);
  writeFileSync(`${file}.${running.pid}`, `${JSON.stringify(running)}\n`);
  renameSync(`${file}.${running.pid}`, file);
  return () => rmSync(file, { force: true });
};

/** The runtime that works on a data folder; undefined where none does. */
export const findRunning = (dataFolder: string): RunningRuntime | undefined => {
  try {
    const running = JSON.parse(readFileSync(join(dataFolder, RUNNING_FILE), 'utf8')) as RunningRuntime;
    return isAlive(running.pid) ? running : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** A killed one leaves its file behind. */
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
