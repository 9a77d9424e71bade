import type { Clock } from '../clock.ts';

/** A token bucket: `rate` requests a second, `burst` at once. */
export const createThrottle = (clock: Clock, { rate, burst }: { rate: number; burst: number }) => {
  let tokens = burst;
  let filled = clock.now();
  /** Whether a request may pass now. */
  return (): boolean => {
    const now = clock.now();
    tokens = Math.min(burst, tokens + ((now - filled) / 1000) * rate);
    filled = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
};
