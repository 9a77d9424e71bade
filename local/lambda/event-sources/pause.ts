import type { Clock } from '../../clock.ts';

/** Resolves at `at` on our clock, or as soon as `signal` aborts. */
export const pause = (clock: Clock, at: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      timer.cancel();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = clock.at(at, end);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
  });

/** Why a poller stops: its mapping was changed, or the runtime ends and what is under way is to be done again. */
export type StopReason = 'changed' | 'closing';

/** Whether what functions answer now may come of the end of the runtime, and counts for nothing. */
export const isClosing = (signal: AbortSignal): boolean => signal.aborted && signal.reason === 'closing';
