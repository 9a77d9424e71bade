import type { Principal } from '../aws/principal.ts';
import type { Cloud } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import type { Polls } from './integrations/polls.ts';
import type { Endings } from './interpreter/endings.ts';
import type { Run } from './interpreter/run.ts';
import type { Sleepers } from './interpreter/sleepers.ts';
import type { Definition } from './language/definition.ts';
import type { ActivityStore } from './store/activities.ts';
import type { AliasStore } from './store/aliases.ts';
import type { ExecutionRow, ExecutionStore } from './store/executions.ts';
import type { Journal } from './store/journal.ts';
import type { MachineStore } from './store/machines.ts';
import type { MapChildStore } from './store/map-children.ts';
import type { MapRunStore } from './store/map-runs.ts';
import type { TokenStore } from './store/tokens.ts';
import type { VersionStore } from './store/versions.ts';

/** One entry for a log group; `at` in milliseconds since the epoch. */
export type LogEntry = { logGroupArn: string; stream: string; message: string; at: number };

/** The detail of AWS's event `Step Functions Execution Status Change`. */
export type StatusChange = Readonly<Record<string, unknown>>;

/** What actions and the interpreter share. */
export type Core = {
  clock: Clock;
  cloud: () => Cloud;
  /** Throws `AwsError` for a role that does not exist. */
  principalOf: (roleArn: string) => Principal;
  accountId: string;
  region: string;
  /** A number in [0, 1), for jitter. */
  random: () => number;
  journal: Journal;
  executions: ExecutionStore;
  machines: MachineStore;
  tokens: TokenStore;
  mapRuns: MapRunStore;
  mapChildren: MapChildStore;
  /** Map runs whose children run in this process, by key: calling one has it read its settings again. */
  pumps: Map<number, () => void>;
  versions: VersionStore;
  aliases: AliasStore;
  activities: ActivityStore;
  /** Executions that run in this process, by key. */
  runs: Map<number, Run>;
  /** Who waits for an answer, by task token. */
  answers: Map<string, () => void>;
  /** Workers that wait for a task of an activity. */
  polls: Polls;
  endings: Endings;
  /** Executions that wait and have left memory. */
  sleepers: Sleepers;
  /** The definition that an execution started with, by its hash. */
  definitionOf: (hash: string) => Definition;
  log?: ((entry: LogEntry) => void) | undefined;
  announce: (row: ExecutionRow) => void;
};
