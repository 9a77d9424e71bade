import { check } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import type { ActivityRow } from '../store/activities.ts';
import { seconds } from './arns.ts';
import { paging } from './constraints.ts';
import { operation } from './operation.ts';
import { page } from './paging.ts';

type Input = { maxResults?: number; nextToken?: string };

/** All activities, by name, in pages. */
export const listActivities = (core: Core) =>
  operation<Input>('ListActivities', '', (input) => {
    check(paging(input));
    const { rows, more } = page('activities', input, '', ({ name }: ActivityRow) => name, core.activities.list);
    const activities = rows.map(({ arn, name, created_at }) => ({
      activityArn: arn,
      name,
      creationDate: seconds(created_at),
    }));
    return { activities, ...more };
  });
