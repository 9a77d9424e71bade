import type { TagStore } from '../aws/tag-store.ts';
import type { Clock } from '../clock.ts';
import type { Alarms } from './alarms/alarms.ts';
import type { Dashboards } from './dashboards.ts';
import type { MetricStore } from './metrics/store.ts';

/** What CloudWatch's actions work with. */
export type CloudWatch = {
  clock: Clock;
  accountId: string;
  region: string;
  store: MetricStore;
  alarms: Alarms;
  dashboards: Dashboards;
  tags: TagStore;
};

export const alarmArn = ({ accountId, region }: { accountId: string; region: string }, name: string): string =>
  `arn:aws:cloudwatch:${region}:${accountId}:alarm:${name}`;
