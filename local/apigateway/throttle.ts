import type { Clock } from '../clock.ts';
import type { Stage, Throttle } from './model.ts';

/** A token bucket: `rate` requests a second, `burst` at once. */
export const createThrottle = (clock: Clock, { rate, burst }: Throttle) => {
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

/** The buckets of all stages: one for a route with a limit of its own, one for the rest of its stage. */
export const createThrottles = (clock: Clock) => {
  const buckets = new WeakMap<Stage, Map<string, () => boolean>>();
  return (stage: Stage, routeKey: string): boolean => {
    const own = Object.hasOwn(stage.routeThrottles, routeKey) ? stage.routeThrottles[routeKey] : undefined;
    const limit = own ?? stage.throttle;
    if (!limit) return true;
    const key = own ? routeKey : '';
    const ofStage = buckets.get(stage) ?? new Map<string, () => boolean>();
    buckets.set(stage, ofStage);
    const bucket = ofStage.get(key) ?? createThrottle(clock, limit);
    ofStage.set(key, bucket);
    return bucket();
  };
};
