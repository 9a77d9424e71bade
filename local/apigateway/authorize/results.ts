import type { Clock } from '../../clock.ts';

/** Most results that are kept; the oldest goes first. */
const MOST = 1000;

/** Answers of authorizers, each kept for as long as its authorizer says. */
export const createResults = (clock: Clock) => {
  const kept = new Map<string, { payload: string; until: number }>();
  return {
    get(key: string): string | undefined {
      const found = kept.get(key);
      if (found && found.until > clock.now()) return found.payload;
      kept.delete(key);
      return undefined;
    },
    set(key: string, payload: string, seconds: number): void {
      kept.delete(key);
      const [oldest = ''] = kept.keys();
      if (kept.size >= MOST) kept.delete(oldest);
      kept.set(key, { payload, until: clock.now() + seconds * 1000 });
    },
  };
};
