import type { Schedule, Settings } from './schedule.ts';
import { type Scheduler, scheduleArn } from './state.ts';
import { firstOf, nextAfter } from './timing.ts';

/** Keeps a new schedule, which begins now. */
export const insertSchedule = (scheduler: Scheduler, group: string, name: string, settings: Settings): Schedule => {
  const now = scheduler.clock.now();
  const arn = scheduleArn(scheduler, group, name);
  const timed = { settings, anchor: now };
  const nextAt = settings.State === 'ENABLED' ? firstOf(timed) : undefined;
  return kept(scheduler, { arn, group, name, ...timed, createdAt: now, modifiedAt: now, nextAt, revision: now });
};

/**
 * Gives a schedule other settings. It goes on in its rhythm where that stays the same, and begins anew where it does not; a
 * one-time schedule that has run does not run again unless its time changes.
 */
export const replaceSettings = (scheduler: Scheduler, known: Schedule, settings: Settings): Schedule => {
  const now = scheduler.clock.now();
  const same = rhythm(known.settings) === rhythm(settings);
  const anchor = same ? known.anchor : now;
  const wasOn = known.settings.State === 'ENABLED';
  const next = same ? (wasOn ? known.nextAt : nextAfter({ settings, anchor }, now)) : firstOf({ settings, anchor });
  const nextAt = settings.State === 'ENABLED' ? next : undefined;
  const revision = Math.max(known.revision + 1, now);
  return kept(scheduler, { ...known, settings, anchor, nextAt, modifiedAt: now, revision });
};

const kept = (scheduler: Scheduler, schedule: Schedule): Schedule => {
  scheduler.schedules.put(schedule);
  scheduler.rearm();
  return schedule;
};

const rhythm = ({ ScheduleExpression, ScheduleExpressionTimezone, StartDate, EndDate }: Settings): string =>
  JSON.stringify([ScheduleExpression, ScheduleExpressionTimezone, StartDate, EndDate]);
