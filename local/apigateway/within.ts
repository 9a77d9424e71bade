import type { Clock } from '../clock.ts';

/** What `work` comes to, or `late` where it takes longer than that. */
export const within = <T>(clock: Clock, milliseconds: number, work: Promise<T>): Promise<T | 'late'> =>
  new Promise((resolve, reject) => {
    const timer = clock.at(clock.now() + milliseconds, () => resolve('late'));
    work.then(resolve, reject).finally(() => timer.cancel());
  });
