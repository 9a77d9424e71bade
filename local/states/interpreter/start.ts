import { createHash } from 'node:crypto';
import { remember } from '../../remember.ts';
import type { Core } from '../core.ts';
import type { ExecutionRow } from '../store/executions.ts';
import type { Line } from '../store/line.ts';
import type { MachineRow } from '../store/machines.ts';
import { drive } from './drive.ts';
import { durableHistory, passingHistory } from './history.ts';
import { loggerOf } from './logger.ts';
import { REDRIVEN } from './replay.ts';
import { Run } from './run.ts';

export type Starting = {
  machine: MachineRow;
  arn: string;
  name: string;
  input: string;
  traceHeader?: string | undefined;
  /** By what it was started, where that was not the machine itself. */
  versionArn?: string | undefined;
  aliasArn?: string | undefined;
};

export const definitionHash = remember(500, (definition) => createHash('sha256').update(definition).digest('hex'));

/** Starts an execution, unless one of that ARN is known already; gives its row when the start is kept. */
export const start = async (core: Core, starting: Starting): Promise<{ row: ExecutionRow; known: boolean }> => {
  const row = newRow(core, starting);
  core.executions.define(row.definition_hash, starting.machine.definition);
  let known: ExecutionRow | undefined;
  const insert = (): void => {
    row.key = core.executions.insertNew(row);
    if (row.key === 0) known = core.executions.byArn(row.arn);
  };
  // Its first event follows when the journal is next written: an execution that has none is begun again.
  await core.journal.group(insert, () => {
    if (!known) begin(runOf(core, row), false);
  });
  return { row: known ?? row, known: known !== undefined };
};

/** Starts an execution that leaves no trace in the store. */
export const startTransient = (core: Core, starting: Starting): Run => {
  const row = newRow(core, starting);
  core.executions.define(row.definition_hash, starting.machine.definition);
  row.key = transientKey();
  const run = runOf(core, row);
  begin(run);
  return run;
};

/** Starts executions together; `also` runs in the transaction that keeps them, once each row has its key. */
export const startAll = (core: Core, rows: readonly ExecutionRow[], also: () => void): void => {
  core.journal.flush(() => {
    for (const row of rows) row.key = core.executions.insert(row);
    also();
  });
  // Their first events follow when the journal is next written: one that has none is begun again.
  for (const row of rows) begin(runOf(core, row), false);
};

/** Carries on an execution that an earlier run of the process began, from where its history leaves it. */
export const resume = (core: Core, row: ExecutionRow): Run => {
  const lines = row.type === 'STANDARD' ? core.journal.lines(row.key) : [];
  const run = runOf(core, row, lines);
  if (lines.length === 0) begin(run);
  else void drive(run);
  return run;
};

/** An execution that runs, brought back to memory where it sleeps; undefined for one that has ended. */
export const awake = (core: Core, key: number): Run | undefined => {
  const known = core.runs.get(key);
  if (known) return known;
  core.sleepers.remove(key);
  const row = core.executions.byKey(key);
  return row?.status === 'RUNNING' ? resume(core, row) : undefined;
};

/** Runs an execution again that did not succeed, from the states that did not; `also` is kept together with that. */
export const redrive = (core: Core, row: ExecutionRow, also?: () => void): number => {
  const at = core.clock.now();
  const lines = core.journal.lines(row.key);
  const last = lines.at(-1)?.id ?? 0;
  const event = { id: last + 1, sub: 0, path: '', type: REDRIVEN, previous: last, at, memo: null };
  const count = row.redrive_count + 1;
  const line = { ...event, details: JSON.stringify({ redriveCount: count }) };
  core.journal.append(row.key, line);
  core.journal.flush(() => {
    core.executions.redrive(row.key, at);
    also?.();
  });
  const redriven: ExecutionRow = { ...row, status: 'RUNNING', redrive_count: count, redriven_at: at, stopped_at: null };
  core.announce(redriven);
  void drive(runOf(core, redriven, [...lines, line]));
  return at;
};

const begin = (run: Run, kept = true): void => {
  const { input, role_arn } = run.row;
  run.write('', 'ExecutionStarted', 0, { input, inputDetails: { truncated: false }, roleArn: role_arn });
  if (kept) run.flush();
  if (run.row.type === 'STANDARD') run.core.announce(run.row);
  void drive(run);
};

const runOf = (core: Core, row: ExecutionRow, lines: readonly Line[] = []): Run => {
  const seen = loggerOf(core, row);
  const history = row.type === 'STANDARD' ? durableHistory(core.journal, row.key, seen) : passingHistory(seen);
  const run = new Run(core, row, core.definitionOf(row.definition_hash), history, lines);
  core.runs.set(row.key, run);
  return run;
};

export const newRow = (
  core: Core,
  { machine, arn, name, input, traceHeader, versionArn, aliasArn }: Starting,
): ExecutionRow => ({
  key: 0,
  arn,
  name,
  machine_arn: machine.arn,
  type: machine.type,
  definition_hash: definitionHash(machine.definition),
  role_arn: machine.role_arn,
  logging: machine.logging,
  status: 'RUNNING',
  input,
  output: null,
  error: null,
  cause: null,
  started_at: core.clock.now(),
  stopped_at: null,
  trace_header: traceHeader ?? null,
  redrive_count: 0,
  redriven_at: null,
  announced: null,
  version_arn: versionArn ?? null,
  alias_arn: aliasArn ?? null,
  revision_id: machine.revision_id,
  tracing: machine.tracing,
  map_run_arn: null,
});

let transients = 0;
/** A key for an execution that is not stored; those of stored ones are above 0. */
export const transientKey = (): number => {
  transients -= 1;
  return transients;
};
