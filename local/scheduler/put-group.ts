import { transaction } from '../database.ts';
import type { Group } from './groups.ts';
import { groupArn, type Scheduler } from './state.ts';

/** Keeps a group; one that is there already stays as it is. */
export const insertGroup = (scheduler: Scheduler, name: string): Group => {
  const now = scheduler.clock.now();
  const group = { arn: groupArn(scheduler, name), name, createdAt: now, modifiedAt: now };
  scheduler.groups.insert(group);
  return scheduler.groups.get(name) ?? group;
};

/** Removes a group with all its schedules. */
export const removeGroup = (scheduler: Scheduler, { arn, name }: Group): void => {
  transaction(scheduler.database, () => {
    for (const schedule of scheduler.schedules.ofGroup(name)) scheduler.schedules.remove(schedule);
    scheduler.groups.remove(arn);
  });
  scheduler.rearm();
};
