import type { DeployContext, Resource, ResourceType } from '../assembly/resource-type.ts';
import type { Declared } from '../declared.ts';
import { DEFAULT_GROUP, type Tag } from './groups.ts';
import { insertGroup, removeGroup } from './put-group.ts';
import { insertSchedule, replaceSettings } from './put-schedule.ts';
import { SCHEDULE, type ScheduleInput, settingsOf, WITHOUT_EFFECT } from './settings.ts';
import { foundGroup, groupArn, type Scheduler, scheduleArn } from './state.ts';
import { keepTags } from './tags.ts';

const LONGEST_NAME = 64;

const TARGET = ['Arn', 'RoleArn', 'Input', 'RetryPolicy', 'DeadLetterConfig', 'SqsParameters', 'EventBridgeParameters'];

/** `AWS::Scheduler::Schedule`. */
export const scheduleType = (scheduler: Scheduler, declared: Declared): ResourceType => ({
  type: 'AWS::Scheduler::Schedule',
  honoured: [
    ...Object.keys(SCHEDULE).filter((member) => member !== 'Target' && member !== 'ClientToken'),
    ...TARGET.map((member) => `Target.${member}`),
  ],
  withoutEffect: WITHOUT_EFFECT,
  create(resource, context) {
    const { group, name, arn } = placeOf(scheduler, resource, context);
    declared.declare(arn, resource.properties, () => {
      const input = { ...numbersRead(resource.properties), Name: name } as ScheduleInput;
      const settings = settingsOf(scheduler, input, foundGroup(scheduler, group).arn);
      const known = scheduler.schedules.get(arn);
      if (known) replaceSettings(scheduler, known, settings);
      else insertSchedule(scheduler, group, name, settings);
    });
    return { ref: name, attributes: { Arn: arn } };
  },
  taken(resource, context) {
    const { name, arn } = placeOf(scheduler, resource, context);
    return scheduler.schedules.get(arn) ? name : undefined;
  },
  remove(_resource, { attributes }) {
    const arn = String(attributes.Arn);
    scheduler.schedules.remove(arn);
    declared.forget(arn);
    scheduler.rearm();
  },
});

/** `AWS::Scheduler::ScheduleGroup`. */
export const scheduleGroupType = (scheduler: Scheduler, declared: Declared): ResourceType => ({
  type: 'AWS::Scheduler::ScheduleGroup',
  honoured: ['Name', 'Tags'],
  create(resource, context) {
    const name = nameOf(resource, context);
    const group = insertGroup(scheduler, name);
    declared.declare(group.arn, resource.properties, () => {
      for (const { Key } of scheduler.groups.tags(group.arn)) scheduler.groups.untag(group.arn, Key);
      keepTags(scheduler, group.arn, resource.properties.Tags as Tag[] | undefined);
    });
    const dates = { CreationDate: iso(group.createdAt), LastModificationDate: iso(group.modifiedAt) };
    return { ref: name, attributes: { Arn: group.arn, State: 'ACTIVE', ...dates } };
  },
  taken: (resource, context) => scheduler.groups.get(nameOf(resource, context))?.name,
  remove(_resource, { ref }) {
    declared.forget(groupArn(scheduler, ref));
    const group = scheduler.groups.get(ref);
    if (group) removeGroup(scheduler, group);
  },
});

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

const nameOf = (resource: Resource, { physicalName }: DeployContext): string =>
  String(resource.properties.Name ?? physicalName(resource, LONGEST_NAME));

const placeOf = (scheduler: Scheduler, resource: Resource, context: DeployContext) => {
  const group = String(resource.properties.GroupName ?? DEFAULT_GROUP);
  const name = nameOf(resource, context);
  return { group, name, arn: scheduleArn(scheduler, group, name) };
};

/** Templates may have numbers as text. */
const numbersRead = (properties: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(properties), (key, value) =>
    /^Maximum/.test(key) && typeof value === 'string' ? Number(value) : value,
  );
