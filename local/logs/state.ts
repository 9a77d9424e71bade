import type { Clock } from '../clock.ts';
import type { MetricFilters } from './metric-filters.ts';
import type { Policies } from './policies.ts';
import type { Group, LogStore } from './store.ts';

export type GroupInput = { logGroupName?: string; logGroupIdentifier?: string };

/** What CloudWatch Logs' actions work with. */
export type Logs = {
  clock: Clock;
  store: LogStore;
  filters: MetricFilters;
  policies: Policies;
  /** The ARN of a group as IAM judges it, with `:*` behind it, and that of a stream. */
  arnOf: (group: string) => string;
  streamArn: (group: string, stream: string) => string;
  /** The name of a group as a caller names it, by name or ARN, whether it is there or not. */
  nameOf: (input: GroupInput) => string;
  /** An existing group. Throws `ResourceNotFoundException`. */
  groupOf: (input: GroupInput) => Group;
};
