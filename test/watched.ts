import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { connect } from '../cli/connection.ts';
import { copyProject } from './project-copy.ts';

/** A copy of the project that runs with `npm start -- --watch`, as somebody works on it. */
export const startWatched = async () => {
  const { folder, remove } = await copyProject();
  const child = spawn(
    process.execPath,
    [
      ...['--disable-warning=ExperimentalWarning', '--enable-source-maps', join(folder, 'cli', 'start.ts')],
      ...['--stage', 'test', '--no-seed', '--watch', '--port', '0', '--aws-port', '0'],
      ...['--data', join(folder, '.marquee')],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said: string[] = [];
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      said.push(line);
      for (const each of waiting) each();
    });
  }
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  /** The first line from `from` on that matches. */
  const line = (pattern: RegExp, from = 0): Promise<string> => {
    const found = said.slice(from).find((each) => pattern.test(each));
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const next = said.slice(from).find((each) => pattern.test(each));
        if (next === undefined) return;
        waiting.delete(look);
        resolve(next);
      };
      waiting.add(look);
      void ended.then(() => reject(new Error(`It ended without ${pattern}:\n${said.join('\n')}`)));
    });
  };
  const watching = line(/watching the sources/);
  await watching.catch(remove);
  const [, awsUrl = ''] = /AWS endpoint (\S+)/.exec((await watching) && (await line(/^ready/))) ?? [];
  return {
    folder,
    connection: await connect({ stage: 'test', 'aws-port': new URL(awsUrl).port }),
    said,
    line,
    /** Changes a file of the copy; answers how to bring it back. */
    edit(path: string, change: (text: string) => string): () => void {
      const file = join(folder, path);
      const before = readFileSync(file, 'utf8');
      const after = change(before);
      if (after === before) throw new Error(`Nothing of ${path} was changed.`);
      writeFileSync(file, after);
      return () => writeFileSync(file, before);
    },
    /** Ends it as Ctrl-C does; answers its exit code. */
    async interrupt(): Promise<number | null> {
      child.kill('SIGINT');
      const [code] = await ended;
      return code;
    },
    async stop(): Promise<void> {
      if (child.exitCode === null) child.kill('SIGKILL');
      await ended;
      remove();
    },
  };
};

export type Watched = Awaited<ReturnType<typeof startWatched>>;
