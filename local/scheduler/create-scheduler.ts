import type { ResourceType } from '../assembly/resource-type.ts';
import type { Operation, Service } from '../aws/service.ts';
import { createDeclared } from '../declared.ts';
import { createSchedule } from './actions/create-schedule.ts';
import { createScheduleGroup } from './actions/create-schedule-group.ts';
import { deleteSchedule } from './actions/delete-schedule.ts';
import { deleteScheduleGroup } from './actions/delete-schedule-group.ts';
import { getSchedule } from './actions/get-schedule.ts';
import { getScheduleGroup } from './actions/get-schedule-group.ts';
import { listScheduleGroups } from './actions/list-schedule-groups.ts';
import { listSchedules } from './actions/list-schedules.ts';
import { listTagsForResource } from './actions/list-tags-for-resource.ts';
import { tagResource } from './actions/tag-resource.ts';
import { untagResource } from './actions/untag-resource.ts';
import { updateSchedule } from './actions/update-schedule.ts';
import { createClientTokens } from './client-tokens.ts';
import { createGroups, DEFAULT_GROUP } from './groups.ts';
import { Invocations } from './invocations.ts';
import { insertGroup, removeGroup } from './put-group.ts';
import { scheduleGroupType, scheduleType } from './resources.ts';
import { handle } from './rest.ts';
import { createSchedules } from './schedules.ts';
import type { Scheduler } from './state.ts';
import { Ticker } from './ticker.ts';

export type SchedulerOptions = Pick<Scheduler, 'database' | 'clock' | 'accountId' | 'region' | 'cloud' | 'assume'> & {
  /** Where in a flexible window an invocation lies, between 0 and 1. Default: by chance. */
  random?: () => number;
};

/** EventBridge Scheduler: schedules that outlive the process, and what they invoke. */
export const createScheduler = ({ random = Math.random, ...options }: SchedulerOptions) => {
  const { database, clock } = options;
  const [schedules, groups] = [createSchedules(database), createGroups(database)];
  const declared = createDeclared(database, 'scheduler_declared');
  const complete = (arn: string): void => schedules.remove(arn);
  const invocations = new Invocations({ ...options, schedules, random, complete });
  const ticker = new Ticker({ database, clock, schedules, invocations, complete });
  const tokens = createClientTokens(database, clock);
  const scheduler: Scheduler = { ...options, schedules, groups, tokens, rearm: () => ticker.arm() };
  insertGroup(scheduler, DEFAULT_GROUP);
  const operations: Record<string, Operation> = {
    CreateSchedule: createSchedule(scheduler),
    CreateScheduleGroup: createScheduleGroup(scheduler),
    DeleteSchedule: deleteSchedule(scheduler),
    DeleteScheduleGroup: deleteScheduleGroup(scheduler),
    GetSchedule: getSchedule(scheduler),
    GetScheduleGroup: getScheduleGroup(scheduler),
    ListScheduleGroups: listScheduleGroups(scheduler),
    ListSchedules: listSchedules(scheduler),
    ListTagsForResource: listTagsForResource(scheduler),
    TagResource: tagResource(scheduler),
    UntagResource: untagResource(scheduler),
    UpdateSchedule: updateSchedule(scheduler),
  };
  const service: Service = { name: 'scheduler', operations, handle };
  const resourceTypes: ResourceType[] = [scheduleGroupType(scheduler, declared), scheduleType(scheduler, declared)];

  return {
    service,
    resourceTypes,
    /** From now on schedules run; call it once the template is carried out. Answers how many invocations go on. */
    resume(): number {
      for (const arn of declared.left()) {
        const group = arn.includes(':schedule-group/') ? groups.get(arn.slice(arn.lastIndexOf('/') + 1)) : undefined;
        if (group) removeGroup(scheduler, group);
        else schedules.remove(arn);
      }
      const left = invocations.resume();
      ticker.start();
      return left;
    },
    async close(): Promise<void> {
      ticker.stop();
      await invocations.close();
    },
  };
};
