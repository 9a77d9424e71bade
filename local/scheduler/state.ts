import type { DatabaseSync } from 'node:sqlite';
import { AwsError } from '../aws/error.ts';
import type { Principal } from '../aws/principal.ts';
import type { Cloud } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import type { ClientTokens } from './client-tokens.ts';
import type { Group, Groups } from './groups.ts';
import type { Schedule } from './schedule.ts';
import type { Schedules } from './schedules.ts';

/** What Scheduler's actions work with. */
export type Scheduler = {
  database: DatabaseSync;
  clock: Clock;
  accountId: string;
  region: string;
  cloud: () => Cloud;
  schedules: Schedules;
  groups: Groups;
  tokens: ClientTokens;
  /** A role as Scheduler takes it on for a group of schedules. Throws where it is not there or does not trust Scheduler. */
  assume: (roleArn: string, groupArn: string) => Principal;
  /** Looks again at when the next schedule is due. */
  rearm: () => void;
};

export const groupArn = ({ region, accountId }: Pick<Scheduler, 'region' | 'accountId'>, name: string): string =>
  `arn:aws:scheduler:${region}:${accountId}:schedule-group/${name}`;

export const scheduleArn = (
  { region, accountId }: Pick<Scheduler, 'region' | 'accountId'>,
  group: string,
  name: string,
): string => `arn:aws:scheduler:${region}:${accountId}:schedule/${group}/${name}`;

/** Throws `ResourceNotFoundException`. */
export const foundGroup = ({ groups }: Scheduler, name: string): Group => {
  const group = groups.get(name);
  if (group) return group;
  throw new AwsError('ResourceNotFoundException', `Schedule group ${name} does not exist.`, 404);
};

/** Throws `ResourceNotFoundException`. */
export const foundSchedule = (scheduler: Scheduler, group: string, name: string): Schedule => {
  const schedule = scheduler.schedules.get(scheduleArn(scheduler, group, name));
  if (schedule) return schedule;
  throw new AwsError('ResourceNotFoundException', `Schedule ${name} does not exist.`, 404);
};

/** A moment as the API answers it: seconds since the epoch. */
export const seconds = (milliseconds: number): number => milliseconds / 1000;
