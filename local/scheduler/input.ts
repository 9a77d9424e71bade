import { isoSecond } from '../aws/time.ts';
import type { ScheduleTarget } from './schedule.ts';
import { serviceOf } from './targets/request.ts';

export type Occasion = {
  scheduleArn: string;
  scheduledAt: number;
  executionId: string;
  /** 1 for the first. */
  attempt: number;
  accountId: string;
  region: string;
};

/**
 * What a target gets: its input with the invocation's attributes filled in, or, where it has none, Scheduler's own
 * notification. @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
 */
export const inputOf = ({ Arn, Input }: ScheduleTarget, occasion: Occasion): string => {
  if (Input === undefined)
    return serviceOf(Arn) === 'events' || serviceOf(Arn) === 'scheduler' ? '{}' : notification(occasion);
  const values: Readonly<Record<string, string>> = {
    'schedule-arn': occasion.scheduleArn,
    'scheduled-time': isoSecond(occasion.scheduledAt),
    'execution-id': occasion.executionId,
    'attempt-number': String(occasion.attempt),
  };
  return Input.replace(/<aws\.scheduler\.([a-z-]+)>/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
};

const notification = ({ executionId, accountId, region, scheduledAt, scheduleArn }: Occasion): string =>
  JSON.stringify({
    version: '0',
    id: executionId,
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account: accountId,
    time: isoSecond(scheduledAt),
    region,
    resources: [scheduleArn],
    detail: '{}',
  });
