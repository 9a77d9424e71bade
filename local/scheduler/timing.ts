import { compileCron, type Next } from '../schedule-expression/cron.ts';
import { compileRate } from '../schedule-expression/rate.ts';
import { momentsOf, wallTime } from '../schedule-expression/time-zone.ts';
import { inZone } from '../schedule-expression/zoned.ts';
import type { Schedule, Settings } from './schedule.ts';

type Timing = { once: number } | { period: number } | { cron: Next };

/** What an expression means in a time zone that exists; undefined for an expression that Scheduler refuses. */
export const compileTiming = (expression: string, zone: string): Timing | undefined => {
  const [, kind, inner = ''] = /^(at|rate|cron)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'at') {
    const once = oneTime(inner, zone);
    return once === undefined ? undefined : { once };
  }
  if (kind === 'rate') {
    const period = compileRate(inner, { strict: false });
    return period === undefined ? undefined : { period };
  }
  const cron = kind === 'cron' ? compileCron(inner) : undefined;
  return cron && { cron: inZone(cron, zone) };
};

/** A time that the zone's clock skips is meant as the clock would show it had it not been put forward. */
const oneTime = (text: string, zone: string): number | undefined => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text)) return undefined;
  const wall = Date.parse(`${text}Z`);
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(text)) return undefined;
  const [moment] = momentsOf(wall, zone);
  return moment ?? wall - (wallTime(wall - DAY, zone) - (wall - DAY));
};

const DAY = 86_400_000;

type Timed = Pick<Schedule, 'settings' | 'anchor'>;

/** The first moment after `after` at which a schedule is due, within its dates. One-time schedules have no dates. */
export const nextAfter = ({ settings, anchor }: Timed, after: number): number | undefined => {
  const timing = timingOf(settings);
  if ('once' in timing) return timing.once > after ? timing.once : undefined;
  const { StartDate, EndDate = Number.POSITIVE_INFINITY } = settings;
  const next =
    'cron' in timing
      ? timing.cron(Math.max(after, (StartDate ?? 0) - 1))
      : ofRate(StartDate ?? anchor, timing.period, after);
  return next !== undefined && next <= EndDate ? next : undefined;
};

const ofRate = (start: number, period: number, after: number): number =>
  start + Math.max(0, Math.floor((after - start) / period) + 1) * period;

/** When a schedule that begins at its anchor is due first: a rate at once, a one-time schedule even where its time has passed. */
export const firstOf = (timed: Timed): number | undefined => {
  const timing = timingOf(timed.settings);
  if ('once' in timing) return timing.once;
  return nextAfter(timed, 'period' in timing ? timed.anchor - 1 : timed.anchor);
};

/**
 * What is to be run of a schedule that was due, and when it is due next. Where several moments passed while nothing ran,
 * only the last is made up for, and none that is older than the target's retry policy would keep it; a one-time schedule
 * runs however late.
 */
export const dueNow = (
  schedule: Timed,
  due: number,
  now: number,
): { run: number | undefined; next: number | undefined } => {
  if ('once' in timingOf(schedule.settings)) return { run: due, next: undefined };
  const oldest = now - schedule.settings.Target.RetryPolicy.MaximumEventAgeInSeconds * 1000;
  let run = due >= oldest ? due : undefined;
  let next = nextAfter(schedule, Math.max(due, oldest - 1));
  while (next !== undefined && next <= now) {
    run = next;
    next = nextAfter(schedule, next);
  }
  return { run, next };
};

const timingOf = ({ ScheduleExpression, ScheduleExpressionTimezone }: Settings): Timing => {
  const timing = compileTiming(ScheduleExpression, ScheduleExpressionTimezone);
  if (!timing) throw new Error(`${ScheduleExpression} was taken and cannot be read.`);
  return timing;
};
