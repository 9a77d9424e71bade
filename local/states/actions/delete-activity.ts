import { check } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import { checkArn } from './arns.ts';
import { requiredArn } from './constraints.ts';
import { operation } from './operation.ts';

/** Deletes an activity; one that does not exist is deleted already. */
export const deleteActivity = (core: Core) =>
  operation<{ activityArn?: string }>('DeleteActivity', 'activityArn', ({ activityArn }) => {
    check(requiredArn('activityArn', activityArn));
    checkArn(activityArn, 'activity');
    core.activities.remove(activityArn);
    return {};
  });
