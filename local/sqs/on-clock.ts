import type { Clock } from '../clock.ts';

/**
 * Does work that asks `Date.now()` for the time as if our clock were the machine's. Only for work that does not wait: what
 * comes after an `await` reads the machine's time again.
 */
export const onClock = <T>(clock: Clock, work: () => T): T => {
  const now = clock.now();
  const machine = Date.now;
  Date.now = () => now;
  try {
    return work();
  } finally {
    Date.now = machine;
  }
};
