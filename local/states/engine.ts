import type { DatabaseSync } from 'node:sqlite';
import type { ResourceType } from '../assembly/resource-type.ts';
import type { Principal } from '../aws/principal.ts';
import type { Cloud, Service } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import { remember } from '../remember.ts';
import { notRedrivable } from './actions/redrivable.ts';
import type { Core, LogEntry } from './core.ts';
import { Polls } from './integrations/polls.ts';
import { createAnnouncer, type OnStatusChange } from './interpreter/announcer.ts';
import { Endings } from './interpreter/endings.ts';
import { Sleepers } from './interpreter/sleepers.ts';
import { awake, resume } from './interpreter/start.ts';
import type { Definition } from './language/definition.ts';
import { abortOrphans } from './map-runs/abort.ts';
import { activityType } from './resources/activity.ts';
import { aliasType } from './resources/alias.ts';
import { stateMachineType } from './resources/state-machine.ts';
import { versionType } from './resources/version.ts';
import { createService } from './service.ts';
import { createActivityStore } from './store/activities.ts';
import { createAliasStore } from './store/aliases.ts';
import { createExecutionStore } from './store/executions.ts';
import { Journal } from './store/journal.ts';
import { createMachineStore } from './store/machines.ts';
import { createMapChildStore } from './store/map-children.ts';
import { createMapRunStore } from './store/map-runs.ts';
import { createTables } from './store/schema.ts';
import { createTokenStore } from './store/tokens.ts';
import { createVersionStore } from './store/versions.ts';

export type StatesOptions = {
  database: DatabaseSync;
  clock: Clock;
  /** A function where the cloud is put together later than this. */
  cloud: Cloud | (() => Cloud);
  /** Throws `AwsError` for a role that does not exist. */
  principalOf: (roleArn: string) => Principal;
  accountId: string;
  region: string;
  log?: (entry: LogEntry) => void;
  /** Called for each execution's change of status with the detail of AWS's event; at least once, in order. */
  onStatusChange?: OnStatusChange;
  /** A number in [0, 1), for the jitter of retries. */
  random?: () => number;
};

export type States = {
  service: Service;
  resourceTypes: ResourceType[];
  /** Carries on every execution that ran when the process last ended, and says how many. */
  resume(): number;
  /** How many executions are in memory; those that wait for long are not. */
  loaded(): number;
  /** Stops where it is; `resume` on the same database goes on from there. */
  close(): Promise<void>;
};

/** Definitions kept parsed. */
const KEPT_DEFINITIONS = 500;

/** Step Functions on a database. */
export const createStates = (options: StatesOptions): States => {
  const { database, clock, cloud, principalOf, accountId, region, log, random = Math.random } = options;
  createTables(database);
  const executions = createExecutionStore(database);
  const journal = new Journal(database);
  const announcer = createAnnouncer(executions, journal, (row) => notRedrivable(core, row), options.onStatusChange);
  const core: Core = {
    clock,
    cloud: typeof cloud === 'function' ? cloud : () => cloud,
    principalOf,
    accountId,
    region,
    random,
    journal,
    executions,
    machines: createMachineStore(database),
    tokens: createTokenStore(database),
    mapRuns: createMapRunStore(database),
    mapChildren: createMapChildStore(database),
    pumps: new Map(),
    versions: createVersionStore(database),
    aliases: createAliasStore(database),
    activities: createActivityStore(database),
    runs: new Map(),
    answers: new Map(),
    polls: new Polls(),
    endings: new Endings(executions),
    sleepers: new Sleepers(database, clock, (execution) => void awake(core, execution)),
    definitionOf: remember(KEPT_DEFINITIONS, (hash) => JSON.parse(executions.definition(hash)) as Definition),
    log,
    announce: announcer.announce,
  };
  return {
    service: createService(core),
    resourceTypes: [stateMachineType, activityType, versionType, aliasType].map((type) => type(core)),
    resume: () => {
      announcer.catchUp();
      const rows = executions.running().filter(({ key }) => !core.runs.has(key) && !core.sleepers.has(key));
      for (const row of rows) resume(core, row);
      abortOrphans(core);
      return rows.length;
    },
    loaded: () => core.runs.size,
    close: async () => {
      core.polls.close();
      core.sleepers.close();
      for (const run of core.runs.values()) run.scope.cancel();
      core.runs.clear();
      core.journal.close();
      await announcer.settled();
    },
  };
};
