import type { Next } from './cron.ts';
import { momentsOf, wallTime } from './time-zone.ts';

/** Times that the clock skipped, one after another, before a schedule counts as one that is never due. */
const MOST_SKIPPED = 1000;

/**
 * A schedule of wall-clock times in a time zone. A time that the clock skips in spring is left out; one that it shows
 * twice in autumn counts once, the first time. @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export const inZone =
  (next: Next, zone: string): Next =>
  (after) => {
    // The clock may show an earlier time after `after` than at it, so the search starts where the last change cannot matter.
    let wall: number | undefined = Math.min(wallTime(after, zone), wallTime(after + DAY, zone) - DAY) - 1;
    for (let tries = 0; tries < MOST_SKIPPED; tries++) {
      wall = next(wall);
      if (wall === undefined) return undefined;
      const [moment] = momentsOf(wall, zone);
      if (moment !== undefined && moment > after) return moment;
    }
    return undefined;
  };

const DAY = 86_400_000;
