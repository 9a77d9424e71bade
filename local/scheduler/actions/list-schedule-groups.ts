import { between, length } from '../../aws/constraints.ts';
import { checkInput, integer, text } from '../../aws/input-shape.ts';
import { pageOf, pageStart } from '../../aws/paging.ts';
import type { Operation } from '../../aws/service.ts';
import { NAME } from '../settings.ts';
import { groupArn, type Scheduler } from '../state.ts';
import { groupAnswer } from './get-schedule-group.ts';

const SHAPE = { NamePrefix: NAME, MaxResults: integer(between(1, 100)), NextToken: text(length(1, 2048)) };

type Input = { NamePrefix?: string; MaxResults?: number; NextToken?: string };

/** Groups by name, in pages. */
export const listScheduleGroups = (scheduler: Scheduler): Operation => ({
  members: Object.keys(SHAPE),
  permissions: () => [{ action: 'scheduler:ListScheduleGroups', resource: groupArn(scheduler, '*') }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { NamePrefix = '', MaxResults = 100, NextToken } = input;
    const found = scheduler.groups.list(pageStart('groups', NextToken, ''), NamePrefix, MaxResults + 1);
    const { items, more } = pageOf('groups', found, MaxResults, ({ name }) => name);
    return { ScheduleGroups: items.map(groupAnswer), ...more };
  },
});
