import type { DatabaseSync } from 'node:sqlite';
import type { Clock, Timer } from '../../clock.ts';
import { transaction } from '../../database.ts';
import { type Metric, MINUTE } from '../metrics/metric.ts';
import type { MetricStore } from '../metrics/store.ts';
import type { AlarmActions } from './actions-queue.ts';
import { type Alarm, type AlarmSettings, type AlarmState, watched, watchKey } from './alarm.ts';
import { datapointsOf } from './datapoints.ts';
import { judge } from './judge.ts';
import type { AlarmStore } from './store.ts';

export type AlarmsOptions = {
  database: DatabaseSync;
  clock: Clock;
  accountId: string;
  region: string;
  metrics: MetricStore;
  store: AlarmStore;
  actions: AlarmActions;
};

/**
 * The alarms: each is looked at when a minute ends, as long as there is something in the periods that it looks at or its
 * metric gets new numbers. While nothing changes, nothing runs.
 */
export class Alarms {
  readonly #options: AlarmsOptions;
  /** Names of alarms by the metrics that they look at. */
  #watching = new Map<string, Set<string>>();
  /** Names of those that the next minute may change. */
  readonly #awake = new Set<string>();
  #timer: Timer | undefined;
  #running = false;

  constructor(options: AlarmsOptions) {
    this.#options = options;
    this.#watch();
  }

  get store(): AlarmStore {
    return this.#options.store;
  }

  /** Begins to evaluate; answers how many actions of an earlier run go on. */
  resume(): number {
    this.#running = true;
    for (const { settings } of this.store.all()) this.#awake.add(settings.AlarmName);
    this.#arm();
    return this.#options.actions.resume();
  }

  async close(): Promise<void> {
    this.#running = false;
    this.#timer?.cancel();
    this.#timer = undefined;
    await this.#options.actions.close();
  }

  /** A metric has new numbers. */
  touched({ namespace, name }: Metric): void {
    if (this.#watching.size === 0) return;
    const names = this.#watching.get(watchKey(namespace, name));
    if (!names) return;
    for (const each of names) this.#awake.add(each);
    this.#arm();
  }

  /** Makes an alarm, or gives it other settings; its state stays as it is. */
  put(settings: AlarmSettings): Alarm {
    const { clock, store, accountId, region } = this.#options;
    const now = clock.now();
    const known = store.get(settings.AlarmName);
    const arn = `arn:aws:cloudwatch:${region}:${accountId}:alarm:${settings.AlarmName}`;
    const initial: AlarmState = {
      value: 'INSUFFICIENT_DATA',
      reason: 'Unchecked: Initial alarm creation',
      updatedAt: now,
      transitionedAt: now,
    };
    const alarm: Alarm = { arn, settings, configuredAt: now, state: known?.state ?? initial };
    transaction(this.#options.database, () => {
      store.put(alarm);
      const summary = `Alarm "${settings.AlarmName}" ${known ? 'updated' : 'created'}`;
      store.note(settings.AlarmName, now, 'ConfigurationUpdate', summary, {
        version: '1.0',
        type: known ? 'Update' : 'Create',
      });
    });
    this.#watch();
    this.#awake.add(settings.AlarmName);
    this.#arm();
    return alarm;
  }

  remove(names: readonly string[]): void {
    const { database, store, clock } = this.#options;
    transaction(database, () => {
      for (const name of names) {
        store.remove(name);
        store.note(name, clock.now(), 'ConfigurationUpdate', `Alarm "${name}" deleted`, {
          version: '1.0',
          type: 'Delete',
        });
      }
    });
    for (const name of names) this.#awake.delete(name);
    this.#watch();
  }

  /** Puts an alarm into a state, until it is evaluated again. */
  set(alarm: Alarm, state: Pick<AlarmState, 'value' | 'reason' | 'reasonData'>): void {
    const { database, store, actions, clock, accountId, region } = this.#options;
    const now = clock.now();
    const before = alarm.state;
    const changed = state.value !== before.value;
    const after: Alarm = {
      ...alarm,
      state: { ...state, updatedAt: now, transitionedAt: changed ? now : before.transitionedAt },
    };
    const start = transaction(database, () => {
      store.put(after);
      if (!changed) return undefined;
      const summary = `Alarm updated from ${before.value} to ${state.value}`;
      store.note(alarm.settings.AlarmName, now, 'StateUpdate', summary, {
        version: '1.0',
        oldState: toldState(before),
        newState: toldState(after.state),
      });
      return actions.keep({ alarm: after, before, accountId, region });
    });
    start?.();
    this.#awake.add(alarm.settings.AlarmName);
    this.#arm();
  }

  #watch(): void {
    this.#watching = new Map();
    for (const { settings } of this.store.all())
      for (const key of watched(settings))
        this.#watching.set(key, (this.#watching.get(key) ?? new Set()).add(settings.AlarmName));
  }

  #arm(): void {
    if (!this.#running || this.#timer || this.#awake.size === 0) return;
    const { clock } = this.#options;
    const next = (Math.floor(clock.now() / MINUTE) + 1) * MINUTE;
    this.#timer = clock.at(next, () => {
      this.#timer = undefined;
      this.#evaluate();
      this.#arm();
    });
  }

  #evaluate(): void {
    const { clock, metrics, store } = this.#options;
    const names = [...this.#awake];
    this.#awake.clear();
    for (const name of names) {
      const alarm = store.get(name);
      if (!alarm) continue;
      const datapoints = datapointsOf(metrics, alarm.settings, clock.now());
      const judged = judge(alarm.settings, datapoints, clock.now());
      // `set` keeps it awake: once more is looked at what it has become.
      if (judged && judged.value !== alarm.state.value) this.set(alarm, judged);
      else if (datapoints.some(({ value }) => value !== undefined)) this.#awake.add(name);
    }
  }
}

const toldState = ({ value, reason, reasonData }: AlarmState): object => ({
  stateValue: value,
  stateReason: reason,
  ...(reasonData === undefined ? {} : { stateReasonData: JSON.parse(reasonData) as object }),
});
