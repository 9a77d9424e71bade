import type { DatabaseSync } from 'node:sqlite';
import type { ResourceType } from '../assembly/resource-type.ts';
import type { Cloud, Service } from '../aws/service.ts';
import { createTagStore, MOST_TAGS } from '../aws/tag-store.ts';
import type { Clock } from '../clock.ts';
import { createDeclared } from '../declared.ts';
import { AlarmActions, type AlarmEvent } from './alarms/actions-queue.ts';
import { Alarms } from './alarms/alarms.ts';
import { createAlarmStore } from './alarms/store.ts';
import { createDashboards } from './dashboards.ts';
import { validation } from './errors.ts';
import type { Distribution } from './metrics/distribution.ts';
import { putEmbedded } from './metrics/embedded.ts';
import { MetricStore } from './metrics/store.ts';
import { operationsOf } from './operations.ts';
import { alarmType, dashboardType, sweep } from './resources.ts';
import type { CloudWatch } from './state.ts';
import { handle, renderError } from './wire/handle.ts';

/** Where the services put their own numbers; cheap enough for every call. */
export type Metrics = {
  put(
    namespace: string,
    name: string,
    dimensions: Readonly<Record<string, string>>,
    value: number | Distribution,
    unit?: string,
    at?: number,
  ): void;
  /** Calls `source` before numbers are written or read, so that it can put what it has; the answer asks for that to be soon. */
  gather(source: () => void): () => void;
  /** The present time, in milliseconds since the epoch. */
  now(): number;
};

export type CloudWatchOptions = {
  /** For alarms and what they are to do. */
  database: DatabaseSync;
  /** For numbers. */
  metricsDatabase: DatabaseSync;
  clock: Clock;
  accountId: string;
  region: string;
  cloud: () => Cloud;
  /** Puts an event on the default bus. */
  publish: (event: AlarmEvent) => void;
};

/** CloudWatch's metrics, alarms and dashboards. */
export const createCloudWatch = (options: CloudWatchOptions) => {
  const { database, metricsDatabase, clock, accountId, region, cloud, publish } = options;
  const place = { clock, accountId, region };
  let touched: Alarms['touched'] = () => {};
  const store = new MetricStore(metricsDatabase, clock, (metric) => touched(metric));
  const alarmStore = createAlarmStore(database);
  const actions = new AlarmActions({ database, clock, accountId, cloud, store: alarmStore, publish });
  const alarms = new Alarms({ ...place, database, metrics: store, store: alarmStore, actions });
  touched = (metric) => alarms.touched(metric);
  const cloudWatch: CloudWatch = {
    ...place,
    store,
    alarms,
    dashboards: createDashboards(database),
    tags: createTagStore(database, 'cloudwatch_tags', () =>
      validation(`A resource can have at most ${MOST_TAGS} tags.`),
    ),
  };
  const declared = createDeclared(database, 'cloudwatch_declared');
  const service: Service = {
    name: 'cloudwatch',
    signingName: 'monitoring',
    operations: operationsOf(cloudWatch),
    handle,
    renderError,
  };
  const resourceTypes: ResourceType[] = [alarmType(cloudWatch, declared), dashboardType(cloudWatch, declared)];
  const metrics: Metrics = {
    put: (namespace, name, dimensions, value, unit, at) =>
      store.put({ namespace, name, dimensions }, value, { unit, at }),
    gather: (source) => store.gather(source),
    now: () => clock.now(),
  };
  return {
    service,
    resourceTypes,
    metrics,
    /** Takes the metrics out of a log line that has some. */
    takeEmbedded: (message: string): void => putEmbedded(store, message),
    /** Begins to evaluate alarms, once the template is carried out; answers how many actions of an earlier run go on. */
    resume(): number {
      sweep(cloudWatch, declared);
      return alarms.resume();
    },
    async close(): Promise<void> {
      await alarms.close();
      store.close();
    },
  };
};
