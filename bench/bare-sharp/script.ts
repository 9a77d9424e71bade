import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Photograph } from '../photographs.ts';

/** The pipeline's host runs as many instances of a function at once as there are cores, two at least. */
const WORKERS = 2;

export type Pass = { seconds: number; cpuSeconds: number; renditions: number };

/** The bare sharp script: two processes that share the photographs out between them. */
export const startBareSharp = (folder: string) => {
  const workers = Array.from({ length: WORKERS }, () =>
    fork(new URL('./worker.ts', import.meta.url), { execArgv: ['--disable-warning=ExperimentalWarning'] }),
  );
  return {
    /** Renders all; the files are on the disk before the time starts. */
    async pass(photographs: readonly Photograph[]): Promise<Pass> {
      const todo = photographs.map(({ fileName, bytes }) => {
        const output = join(folder, fileName.replace(/\.\w+$/, ''));
        mkdirSync(output, { recursive: true });
        writeFileSync(join(folder, fileName), bytes);
        return { file: join(folder, fileName), folder: output };
      });
      const started = performance.now();
      const done = await Promise.all(workers.map((worker) => work(worker, todo)));
      const sum = (field: 'cpuSeconds' | 'renditions') => done.flat().reduce((total, one) => total + one[field], 0);
      const seconds = (performance.now() - started) / 1000;
      return { seconds, cpuSeconds: sum('cpuSeconds'), renditions: sum('renditions') };
    },
    stop(): void {
      for (const worker of workers) worker.disconnect();
    },
  };
};

type Done = Omit<Pass, 'seconds'>;

const work = async (worker: ChildProcess, todo: { file: string; folder: string }[]): Promise<Done[]> => {
  const done: Done[] = [];
  for (let next = todo.shift(); next; next = todo.shift()) {
    const answer = once(worker, 'message');
    worker.send(next);
    const [message] = await answer;
    done.push(message as Done);
  }
  return done;
};
