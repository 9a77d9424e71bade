import { Temporal } from 'temporal-polyfill';
import type { Release, ReleaseWindow } from '../../api/releases.ts';
import { nextWindow } from './standing.ts';

export type Week = { start: number; end: number };
export type Range = { start: number; end: number };

const mondayOf = (moment: number, zone: string): Temporal.PlainDate => {
  const day = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate();
  return day.subtract({ days: day.dayOfWeek - 1 });
};

/** Weeks from Monday, 00:00 in a zone: `count` of them, the first one `from` weeks after that of `now`. */
export const weeksAround = (now: number, zone: string, from: number, count: number): Week[] => {
  const monday = mondayOf(now, zone);
  const startOf = (week: number): number => monday.add({ weeks: week }).toZonedDateTime(zone).epochMilliseconds;
  return Array.from({ length: count }, (_, index) => ({
    start: startOf(from + index),
    end: startOf(from + index + 1),
  }));
};

/** How many weeks after that of `now` a moment is. */
export const weekOf = (moment: number, now: number, zone: string): number =>
  mondayOf(now, zone).until(mondayOf(moment, zone), { largestUnit: 'day' }).days / 7;

/** Where a moment is in a range: 0 at its start, 1 at its end. */
export const placeIn = ({ start, end }: Range, moment: number): number => (moment - start) / (end - start);

export type Band = {
  /** Held back until the moment, public from it on, or neither decided nor held back yet. */
  kind: 'embargoed' | 'public' | 'planned';
  from: number;
  to: number;
};

export type Track = {
  window: ReleaseWindow;
  /** Where its moment is, 0 to 1; undefined where that is outside. */
  point?: number;
  bands: readonly Band[];
  /** Where its moment is when it is not in the range. */
  outside?: 'before' | 'after';
};

export type Lane = { release: Release; tracks: readonly Track[] };

const clipped = (range: Range, kind: Band['kind'], from: number, to: number): Band[] => {
  const [first, last] = [Math.max(0, placeIn(range, from)), Math.min(1, placeIn(range, to))];
  return first < last ? [{ kind, from: first, to: last }] : [];
};

const isBack = ({ state }: Release): boolean => state === 'rolled-back' || state === 'rolling-back';

const trackOf = (release: Release, window: ReleaseWindow, range: Range, now: number): Track => {
  const moment = Date.parse(window.instant);
  const place = placeIn(range, moment);
  const until = isBack(release) && release.rollBack ? Date.parse(release.rollBack.at) : now;
  const held = release.scheduledBy === undefined ? 'planned' : 'embargoed';
  const bands =
    window.state === 'released'
      ? clipped(range, 'public', moment, until)
      : clipped(range, held, Date.parse(release.createdAt), moment);
  if (place >= 0 && place <= 1) return { window, bands, point: place };
  return { window, bands, outside: place < 0 ? 'before' : 'after' };
};

/** Releases as lanes, the one whose moment comes next first; those without one last, the one that was changed last first. */
export const lanesOf = (releases: readonly Release[], range: Range, now: number): Lane[] =>
  inOrder(releases).map((release) => ({
    release,
    tracks: [...release.windows]
      .sort((one, other) => one.instant.localeCompare(other.instant))
      .map((window) => trackOf(release, window, range, now)),
  }));

/** The order of releases: by the moment that comes next, then the newest change. */
export const inOrder = (releases: readonly Release[]): Release[] => {
  const next = (release: Release): string => nextWindow(release)?.instant ?? '9';
  return [...releases].sort(
    (one, other) => next(one).localeCompare(next(other)) || other.updatedAt.localeCompare(one.updatedAt),
  );
};
