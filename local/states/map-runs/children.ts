import type { Core } from '../core.ts';
import { definitionHash, redrive, startAll } from '../interpreter/start.ts';
import type { Visit } from '../interpreter/visit.ts';
import { StateError } from '../language/state-error.ts';
import { EXCEEDED, exceeds } from '../states/map/tolerance.ts';
import type { ExecutionRow } from '../store/executions.ts';
import type { ChildRow } from '../store/map-children.ts';
import type { MapRunRow } from '../store/map-runs.ts';
import { executionName, newChildArn } from './arns.ts';

/** Most children of a map run that AWS runs at a time. */
const MOST_AT_A_TIME = 10_000;

/** Children that are started before the event loop gets a turn: those that end at once are gone before more are in memory. */
const BURST = 40;

/** What all children of a map run have in common; the rest of an execution's row is theirs. */
type ChildTemplate = Omit<ExecutionRow, 'key' | 'arn' | 'name' | 'input'>;

/** `ended` has the error where too many children failed; `reject` what kept the engine from going on. */
type Done = { ended: (exceeded?: StateError) => void; reject: (error: unknown) => void };

/** Runs all children of a map run, or goes on with them, and answers the error where too many failed. */
export const runChildren = (visit: Visit, mapRun: MapRunRow): Promise<StateError | undefined> => {
  const { core } = visit.run;
  const template = templateOf(visit, mapRun);
  return visit.scope.wait<StateError | undefined>((resolve, reject) => {
    const children = new Children(core, mapRun.key, template, { ended: resolve, reject });
    children.run();
    return () => children.leave();
  });
};

const templateOf = ({ run, state }: Visit, mapRun: MapRunRow): ChildTemplate => {
  const { StartAt = '', States = {} } = state.ItemProcessor ?? state.Iterator ?? {};
  const { QueryLanguage } = run.definition;
  const definition = JSON.stringify({ ...(QueryLanguage && { QueryLanguage }), StartAt, States });
  const hash = definitionHash(definition);
  run.core.executions.define(hash, definition);
  return {
    ...run.row,
    machine_arn: mapRun.machine_arn,
    map_run_arn: mapRun.arn,
    type: mapRun.type,
    definition_hash: hash,
    status: 'RUNNING',
    output: null,
    error: null,
    cause: null,
    stopped_at: null,
    redrive_count: 0,
    redriven_at: null,
    announced: null,
    version_arn: null,
    alias_arn: null,
  };
};

/** The children of one map run, as many at a time as it allows, until all have ended or too many have failed. */
class Children {
  readonly #core: Core;
  readonly #mapRun: number;
  readonly #template: ChildTemplate;
  readonly #done: Done;
  readonly #running = new Map<string, () => void>();
  #total = 0;
  #failed = 0;
  #planned = false;
  #over = false;

  constructor(core: Core, mapRun: number, template: ChildTemplate, done: Done) {
    this.#core = core;
    this.#mapRun = mapRun;
    this.#template = template;
    this.#done = done;
  }

  /** Begins, or goes on where an earlier run of the process was. */
  run(): void {
    const { mapChildren, pumps } = this.#core;
    for (const { status, items } of mapChildren.counts(this.#mapRun)) {
      this.#total += items;
      if (status === 'FAILED' || status === 'TIMED_OUT' || status === 'ABORTED') this.#failed += items;
    }
    for (const { arn, items } of mapChildren.running(this.#mapRun)) this.#watch(arn, items);
    pumps.set(this.#mapRun, () => this.#plan());
    this.#plan();
  }

  /** Watches no longer; children that run go on. */
  leave(): void {
    this.#over = true;
    this.#core.pumps.delete(this.#mapRun);
    for (const forget of this.#running.values()) forget();
    this.#running.clear();
  }

  #plan(): void {
    if (this.#planned) return;
    this.#planned = true;
    setImmediate(() => {
      this.#planned = false;
      if (this.#over) return;
      try {
        this.#pump();
      } catch (error) {
        this.#done.reject(error);
      }
    });
  }

  #pump(): void {
    const { mapRuns, mapChildren } = this.#core;
    const mapRun = mapRuns.byKey(this.#mapRun);
    if (!mapRun) throw new Error(`The map run ${this.#mapRun} is not in the store`);
    const tolerance = { count: mapRun.tolerated_count, percentage: mapRun.tolerated_percentage };
    if (exceeds(tolerance, this.#failed, this.#total)) {
      this.#done.ended(new StateError(...EXCEEDED));
      return;
    }
    const most = mapRun.max_concurrency > 0 ? Math.min(mapRun.max_concurrency, MOST_AT_A_TIME) : MOST_AT_A_TIME;
    const room = Math.max(0, Math.min(most - this.#running.size, BURST));
    const next = room > 0 ? mapChildren.waiting(this.#mapRun, room) : [];
    if (next.length > 0) this.#start(next);
    if (this.#running.size === 0 && next.length === 0 && room > 0) this.#done.ended();
    else if (next.length === room && room > 0) this.#plan();
  }

  #start(children: readonly ChildRow[]): void {
    const core = this.#core;
    const at = core.clock.now();
    const fresh: { child: ChildRow; row: ExecutionRow }[] = [];
    for (const child of children) {
      const known = child.arn === null ? undefined : core.executions.byArn(child.arn);
      const arn = child.arn ?? newChildArn(this.#template.machine_arn, this.#template.type);
      // An Express child that did not succeed has no execution left, and runs anew under its old ARN.
      if (known) redrive(core, known, () => core.mapChildren.begin(child, arn, known.key, at));
      else fresh.push({ child, row: this.#rowOf(child, arn, at) });
      this.#watch(arn, child.items);
    }
    startAll(
      core,
      fresh.map(({ row }) => row),
      () => {
        for (const { child, row } of fresh) core.mapChildren.begin(child, row.arn, row.key, at);
      },
    );
  }

  #rowOf(child: ChildRow, arn: string, at: number): ExecutionRow {
    return { ...this.#template, key: 0, arn, name: executionName(arn), input: child.input, started_at: at };
  }

  #watch(arn: string, items: number): void {
    const forget = this.#core.endings.when(arn, ({ status }) => {
      this.#running.delete(arn);
      if (status !== 'SUCCEEDED') this.#failed += items;
      this.#plan();
    });
    this.#running.set(arn, forget);
  }
}
