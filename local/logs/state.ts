import type { LogStore } from './store.ts';

/** What CloudWatch Logs' actions work with. */
export type Logs = {
  store: LogStore;
  arnOf: (group: string) => string;
  /** The name of an existing group, given by name or ARN. Throws `ResourceNotFoundException`. */
  groupOf: (input: { logGroupName?: string; logGroupIdentifier?: string }) => string;
};
