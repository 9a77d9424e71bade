import type { Timer } from '../../clock.ts';
import type { JsonObject } from '../language/json.ts';
import { textOf } from '../language/json-text.ts';
import { StateError } from '../language/state-error.ts';
import type { Ending, ExecutionRow } from '../store/executions.ts';
import { JournalError } from '../store/journal.ts';
import { checkSize } from './data-limit.ts';
import { interpret } from './interpret.ts';
import { HistoryFull, type Run } from './run.ts';
import { Thread } from './thread.ts';

const FULL = 'The execution reached the maximum number of history events (25000).';

/** Events that end an execution, by the status that they leave it in. */
const END_EVENTS: Readonly<Record<string, string>> = {
  ABORTED: 'ExecutionAborted',
  FAILED: 'ExecutionFailed',
  SUCCEEDED: 'ExecutionSucceeded',
  TIMED_OUT: 'ExecutionTimedOut',
};

/** Runs an execution from where its history leaves it to its end, or until it is called off. Never throws. */
export const drive = async (run: Run): Promise<void> => {
  const { core, definition } = run;
  const thread = new Thread({ run, path: '', scope: run.scope, last: 0, variables: {} });
  const timeout = deadline(run, timeLimit(run));
  try {
    const output = await interpret(definition, run.input, thread);
    checkSize(output, run.row.name);
    await succeed(run, { status: 'SUCCEEDED', output: textOf(output), at: core.clock.now() }, thread.last);
  } catch (error) {
    fail(run, error, thread.last);
  } finally {
    timeout?.cancel();
  }
};

const fail = (run: Run, problem: unknown, last: number): void => {
  // A run that was called off has ended already; one that cannot be written must stay as it was kept.
  if (problem instanceof JournalError || run.scope.cancelled) return;
  endIfWritable(run, { status: 'FAILED', ...namesOf(problem), at: run.core.clock.now() }, last);
};

const endIfWritable = (run: Run, ending: Ending, last: number): void => {
  try {
    end(run, ending, last);
  } catch (failure) {
    if (!(failure instanceof JournalError)) throw failure;
  }
};

const namesOf = (problem: unknown): { error?: string | undefined; cause?: string | undefined } => {
  if (problem instanceof StateError) return { error: problem.error, cause: problem.reason };
  if (problem instanceof HistoryFull) return { error: 'States.Runtime', cause: FULL };
  return {
    error: 'States.Runtime',
    cause: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem),
  };
};

/** Longest time that an Express execution may take, in seconds. */
const LONGEST_EXPRESS = 300;

const timeLimit = ({ row, definition: { TimeoutSeconds } }: Run): number | undefined =>
  row.type === 'EXPRESS' ? Math.min(TimeoutSeconds ?? LONGEST_EXPRESS, LONGEST_EXPRESS) : TimeoutSeconds;

const deadline = (run: Run, seconds: number | undefined): Timer | undefined =>
  seconds === undefined
    ? undefined
    : run.rest.at(run.beganAt + seconds * 1000, () => {
        if (run.scope.cancelled) return;
        endIfWritable(run, { status: 'TIMED_OUT', error: 'States.Timeout', at: run.core.clock.now() }, 0);
      });

/** Ends an execution together with others that end now, which costs a fraction of ending each alone. */
const succeed = async (run: Run, ending: Ending, previous: number): Promise<void> => {
  const { core, row, scope } = run;
  if (row.type === 'EXPRESS' || row.map_run_arn !== null) return end(run, ending, previous);
  let ended = false;
  const work = (): void => {
    if (scope.cancelled) return; // it was stopped meanwhile
    ended = true;
    writeEnd(run, ending, previous);
    store(run, ending);
  };
  await core.journal.group(work, () => ended && tell(run, ending));
};

/** Ends an execution: its last event and its status are kept together before anybody learns of them. */
export const end = (run: Run, ending: Ending, previous: number): void => {
  writeEnd(run, ending, previous);
  // What a child ended with is kept together with its end, also where an Express one has no history of its own.
  const kept = run.row.map_run_arn === null ? run : run.core.journal;
  kept.flush(() => store(run, ending));
  tell(run, ending);
};

const writeEnd = (run: Run, ending: Ending, previous: number): void => {
  run.writeEnd(END_EVENTS[ending.status] ?? 'ExecutionFailed', previous, detailsOf(ending));
  run.scope.cancel();
};

const store = ({ core, row }: Run, ending: Ending): void => {
  const { key } = row;
  if (key < 0) return; // a transient one is not in the store
  if (row.map_run_arn !== null) core.mapChildren.end(key, ending);
  if (row.type === 'EXPRESS') core.executions.remove(key);
  else core.executions.end(key, ending);
  core.tokens.removeOf(key);
};

const tell = ({ core, row }: Run, ending: Ending): void => {
  core.runs.delete(row.key);
  const ended = endedRow(row, ending);
  core.endings.ended(ended);
  core.sleepers.stir(row.arn);
  if (row.type === 'STANDARD') core.announce(ended);
  const machine = core.machines.byArn(row.machine_arn);
  if (machine?.status === 'DELETING' && !core.executions.hasRunning(row.machine_arn)) core.machines.remove(machine.arn);
};

const detailsOf = ({ status, output, error, cause }: Ending): JsonObject =>
  status === 'SUCCEEDED'
    ? { output: output ?? 'null', outputDetails: { truncated: false } }
    : { ...(cause === undefined ? {} : { cause }), ...(error === undefined ? {} : { error }) };

const endedRow = (row: ExecutionRow, { status, output, error, cause, at }: Ending): ExecutionRow => ({
  ...row,
  status,
  output: output ?? null,
  error: error ?? null,
  cause: cause ?? null,
  stopped_at: at,
});
