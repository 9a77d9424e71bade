import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `marker` is the file that says that all of it is done. */
type Place = { endpoint: string; stage: string; marker: string };
type Message = { users?: true; images?: number; items?: number };

/**
 * A seeding under way: `users` resolves when people can sign in, `images` with how many files were uploaded, `items` when the site
 * is live, with how many items became public.
 */
export type Seeding = { users: Promise<void>; images: Promise<number>; items: Promise<number>; stop(): void };

/** Starts making the demo users, their library and their site. A failure rejects the promises that it leaves open. */
export const startSeeding = ({ endpoint, stage, marker }: Place): Seeding => {
  const child = fork(
    fileURLToPath(new URL('./main.ts', import.meta.url)),
    ['--endpoint', endpoint, '--stage', stage, '--marker', marker],
    {
      execArgv: ['--disable-warning=ExperimentalWarning', '--enable-source-maps'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const until = <T>(pick: (message: Message) => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      child.on('message', (message: Message) => {
        const value = pick(message);
        if (value !== undefined) resolve(value);
      });
      child.on('exit', (code, signal) => {
        if (code !== 0)
          reject(
            new Error(
              `Seeding the demo title failed (${signal ?? `exit status ${code}`}); its message is above. npm start -- --no-seed leaves it out.`,
            ),
          );
      });
    });
  const users = until(({ users: made }) => made).then(() => undefined);
  const images = until(({ images: count }) => count);
  const items = until(({ items: count }) => count);
  // Waited for after `users`, whose failure is told first.
  for (const later of [images, items]) later.catch(() => undefined);
  return { users, images, items, stop: () => child.kill() };
};
