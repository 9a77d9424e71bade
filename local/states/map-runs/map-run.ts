import { notRedrivable } from '../actions/redrivable.ts';
import type { Visit } from '../interpreter/visit.ts';
import { QueryError, type StateError } from '../language/state-error.ts';
import type { Tolerance } from '../states/map/tolerance.ts';
import { detailsOf } from '../store/line.ts';
import type { ChildRow } from '../store/map-children.ts';
import type { MapRunRow } from '../store/map-runs.ts';
import { labelOf, newMapRunArn } from './arns.ts';
import { authorise } from './authorise.ts';

const PAGE = 500;

/** Errors after which a redrive starts a new map run: the same results would fail again. */
const NOT_REDRIVEN = new Set(['States.DataLimitExceeded', 'States.Runtime', 'States.QueryEvaluationError']);

type Settings = Tolerance & { concurrency: number };

/** The map run of the present attempt, begun unless the history has it. Throws where the role may not start children. */
export const openMapRun = (visit: Visit, settings: Settings): MapRunRow => {
  const { run, path, attempt, state, name } = visit;
  const { core, row } = run;
  const recorded = visit.replayed('MapRunStarted');
  const known = recorded && core.mapRuns.byArn(String(detailsOf(recorded).mapRunArn));
  if (known) return known;
  authorise(visit);
  const machineArn = `${row.machine_arn}/${labelOf(row.machine_arn, name, state)}`;
  const arn = newMapRunArn(machineArn);
  visit.event('MapRunStarted', { mapRunArn: arn });
  core.journal.flush(() =>
    core.mapRuns.insert({
      arn,
      execution: row.key,
      path,
      attempt,
      machine_arn: machineArn,
      type: (state.ItemProcessor ?? state.Iterator)?.ProcessorConfig?.ExecutionType ?? 'STANDARD',
      max_concurrency: settings.concurrency,
      tolerated_count: settings.count,
      tolerated_percentage: settings.percentage,
      started_at: core.clock.now(),
    }),
  );
  return stored(visit, arn);
};

/** The map run that a redrive of the execution takes up again, or undefined where a new one is to begin. */
export const redrivenMapRun = (visit: Visit): MapRunRow | undefined => {
  const { run, path, attempt } = visit;
  const { core } = run;
  const recorded = visit.replayed('MapRunRedriven');
  if (recorded) return core.mapRuns.byArn(String(detailsOf(recorded).mapRunArn));
  const known = core.mapRuns.ofAttempt(run.row.key, path, attempt);
  if (!known || known.status === 'RUNNING' || known.status === 'SUCCEEDED' || !visit.recorded.done) return undefined;
  if (NOT_REDRIVEN.has(known.error ?? '')) return undefined;
  visit.event('MapRunRedriven', { mapRunArn: known.arn, redriveCount: known.redrive_count + 1 });
  core.journal.flush(() => {
    core.mapRuns.redrive(known.key, core.clock.now());
    for (const child of unsuccessful(visit, known)) core.mapChildren.pendingRedrive(child);
  });
  return stored(visit, known.arn);
};

/** Children that can be run again: every Express one, and Standard ones as far as their executions can be redriven. */
function* unsuccessful({ run: { core } }: Visit, { key }: MapRunRow): Generator<ChildRow> {
  for (const status of ['FAILED', 'TIMED_OUT', 'ABORTED'] as const) {
    for (let after = -1; ; ) {
      const page = core.mapChildren.page(key, after, PAGE, status);
      for (const child of page) {
        const execution = child.arn === null ? undefined : core.executions.byArn(child.arn);
        if (!execution || notRedrivable(core, execution) === undefined) yield child;
      }
      if (page.length < PAGE) break;
      after = page.at(-1)?.position ?? after;
    }
  }
}

/** Ends a map run together with the event that tells it. */
export const succeed = (visit: Visit, { key }: MapRunRow): void => {
  const { core } = visit.run;
  visit.event('MapRunSucceeded');
  core.journal.flush(() => core.mapRuns.end(key, 'SUCCEEDED', core.clock.now()));
};

/** As `succeed`. A query that failed has an event of its own, which the visit writes. */
export const fail = (visit: Visit, { key }: MapRunRow, problem: StateError | QueryError): void => {
  const { core } = visit.run;
  const { error } = problem;
  if (!(problem instanceof QueryError)) {
    const { reason } = problem;
    visit.event('MapRunFailed', {
      ...(reason === undefined ? {} : { cause: reason }),
      ...(error === undefined ? {} : { error }),
    });
  }
  core.journal.flush(() => {
    core.mapRuns.end(key, 'FAILED', core.clock.now(), error);
    core.mapChildren.notRedriven(key);
  });
};

const stored = ({ run: { core } }: Visit, arn: string): MapRunRow => {
  const row = core.mapRuns.byArn(arn);
  if (!row) throw new Error(`The map run ${arn} is not in the store`);
  return row;
};
