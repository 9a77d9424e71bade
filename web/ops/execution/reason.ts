import { counted } from '@marquee/ui/count.ts';
import { formatDuration } from '@marquee/ui/duration.ts';
import type { ExecutionTree, Visit } from '../history/model.ts';
import { remedyOf } from './remedies.ts';

/** Why an execution stands as it does. */
export type Reason = {
  standing: 'failed' | 'timedout' | 'aborted' | 'waiting';
  title: string;
  /** Whole sentences: how often it was tried, what became of the rest, what a Catch did. */
  story: readonly string[];
  todo?: string;
  error?: string;
  /** The error in its own words, all of it. */
  said?: string;
  /** The state to look at. */
  visit?: number;
};

const FAILED: ReadonlySet<string> = new Set(['failed', 'timedout']);

/** What an error says: the message within a function's cause, else the cause as it is. */
export const saidOf = (cause: string | undefined): string | undefined => {
  if (!cause?.startsWith('{')) return cause;
  try {
    const { errorMessage } = JSON.parse(cause) as { errorMessage?: unknown };
    return typeof errorMessage === 'string' && errorMessage !== '' ? errorMessage : cause;
  } catch {
    return cause;
  }
};

/** The state that an execution failed for: the inmost one, and where a Fail state ends it, the one whose error led there. */
export const culpritOf = ({ visits }: ExecutionTree): Visit | undefined => {
  const top = visits.filter(({ parent }) => parent === undefined);
  const last = top.findLast(({ standing, type }) => FAILED.has(standing) && type !== 'Fail');
  const caught = top.findLast(({ standing }) => standing === 'caught');
  const start = last ?? caught ?? top.findLast(({ standing }) => FAILED.has(standing) || standing === 'aborted');
  return start && inmost(visits, start);
};

/** A state with its error; a Fail state's own is told by what it ended: the history has it there alone. */
export const withError = (tree: ExecutionTree, visit: Visit): Visit => {
  if (visit.type !== 'Fail' || visit.error !== undefined) return visit;
  for (let at: Visit | undefined = visit; at; at = tree.visits.find(({ id }) => id === at?.parent))
    if (at.error !== undefined) return { ...visit, error: at.error, cause: at.cause };
  const { error, cause } = tree;
  return error === undefined ? visit : { ...visit, error, ...(cause !== undefined && { cause }) };
};

const inmost = (visits: readonly Visit[], visit: Visit): Visit => {
  const within = visits.filter(({ parent, standing }) => parent === visit.id && FAILED.has(standing));
  const same = within.findLast(({ error }) => error === visit.error) ?? within.at(-1);
  return same ? inmost(visits, same) : visit;
};

const TIMES = ['', '', ' twice', ' three times', ' four times', ' five times', ' six times'];
const timesOf = (count: number): string => TIMES[count] ?? ` ${count} times`;

/** The failed attempts at the end, since it last succeeded or began. */
const failuresOf = ({ attempts }: Visit) =>
  attempts.slice(attempts.findLastIndex(({ standing }) => standing === 'succeeded') + 1);

const secondsOf = (cause: string | undefined): string | undefined =>
  /timed out after ([\d.]+) seconds/.exec(cause ?? '')?.[1];

const titleOf = (
  visit: Visit,
  visits: readonly Visit[],
  error: string | undefined,
  cause: string | undefined,
): string => {
  const failures = failuresOf(visit);
  const seconds = secondsOf(cause);
  const what = seconds ? `ran out of its ${Number(seconds)} seconds` : remedyOf(error, cause).says;
  const around = visits.find(({ id }) => id === visit.parent);
  const item = around?.type === 'Map' && visit.branch !== undefined ? `, on item ${visit.branch}` : '';
  return `${visit.name} ${what}${timesOf(failures.length)}${item}`;
};

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** Pauses are planned in tenths of a second; the rest is the runtime's own time. */
const rounded = (ms: number): number => (ms < 1000 ? ms : Math.round(ms / 100) * 100);

const triesOf = (visit: Visit): string[] => {
  const failures = failuresOf(visit);
  if (failures.length < 2) return failures.length === 1 ? ['It was tried once.'] : [];
  const waits = failures.flatMap(({ scheduledAt }, index) => {
    const before = failures[index - 1]?.endedAt;
    return before === undefined ? [] : formatDuration(rounded(scheduledAt - before));
  });
  const errors = new Set(failures.map(({ error }) => error));
  const others = errors.size > 1 ? ` The attempts ended in different errors: ${listed([...errors].map(String))}.` : '';
  return [`It was tried ${failures.length} times, with waits of ${listed(waits)}.${others}`];
};

const restOf = (visit: Visit, visits: readonly Visit[]): string[] => {
  const around = visits.find(({ id }) => id === visit.parent);
  if (!around || around.branches.length < 2) return [];
  const what = around.type === 'Map' ? 'item' : 'branch';
  const others = around.branches.filter(({ index }) => index !== visit.branch);
  const count = (...standings: string[]) => others.filter(({ standing }) => standings.includes(standing)).length;
  const parts = [
    [count('succeeded', 'retried', 'caught'), 'succeeded'],
    [count('failed', 'timedout'), 'failed too'],
    [count('aborted'), 'called off'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return said.length === 0
    ? []
    : [
        `Of the ${counted(others.length, `other ${what}`, what === 'branch' ? 'other branches' : undefined)}, ${listed(said)}.`,
      ];
};

/** The Catch that took the error, at the state or at one around it, and what came of it. */
const caughtBy = (visit: Visit, tree: ExecutionTree): string[] => {
  for (let at: Visit | undefined = visit; at; at = tree.visits.find(({ id }) => id === at?.parent)) {
    if (at.standing !== 'caught') continue;
    const where = at === visit ? 'Its error' : `The error of ${at.name}`;
    const end = tree.visits.findLast(({ parent }) => parent === undefined);
    const led = end && end.name !== at.next?.name ? `, which led to ${end.name}` : '';
    return [`${where} was caught: ${at.next?.name ?? 'the next state'} went on${led}.`];
  }
  return ['No Catch took the error, so the execution ended with it.'];
};

const stopped = (tree: ExecutionTree): Reason => {
  const at = tree.visits.findLast(({ standing }) => standing === 'aborted');
  return {
    standing: 'aborted',
    title: at ? `Somebody stopped it in ${at.name}` : 'Somebody stopped it',
    story: tree.error || tree.cause ? [] : ['No reason was given.'],
    todo: 'Redrive goes on where it was stopped.',
    error: tree.error,
    said: tree.cause,
    visit: at?.id,
  };
};

const waiting = ({ visits }: ExecutionTree): Reason | undefined => {
  const at = visits.findLast(({ standing, branches }) => standing === 'waiting' && branches.length === 0);
  if (!at) return undefined;
  const attempt = at.attempts.at(-1);
  if (attempt?.standing === 'waiting')
    return {
      standing: 'waiting',
      title: `${at.name} waits for an answer from outside`,
      story: ['It handed out a task token, and goes on when somebody answers with it.'],
      visit: at.id,
    };
  if (at.error === undefined) return undefined;
  return {
    standing: 'waiting',
    title: `${at.name} waits before it is tried again`,
    story: [`${counted(at.attempts.length, 'attempt')} failed so far.`],
    error: at.error,
    said: saidOf(at.cause),
    visit: at.id,
  };
};

/** Why an execution failed or stands still, in words, with what to do next; undefined where all is well. */
export const reasonOf = (tree: ExecutionTree): Reason | undefined => {
  if (tree.standing === 'running') return waiting(tree);
  if (tree.standing === 'aborted') return stopped(tree);
  if (tree.standing !== 'failed' && tree.standing !== 'timedout') return undefined;
  const visit = culpritOf(tree);
  if (tree.standing === 'timedout' && !visit?.error)
    return {
      standing: 'timedout',
      title: `It took longer than it may${visit ? `, and was in ${visit.name} then` : ''}`,
      story: [],
      todo: remedyOf('States.Timeout', undefined).todo,
      error: tree.error ?? 'States.Timeout',
      visit: visit?.id,
    };
  if (!visit) return { standing: 'failed', title: 'It failed', story: [], error: tree.error, said: saidOf(tree.cause) };
  const error = visit.error ?? tree.error;
  const cause = visit.error === undefined ? tree.cause : visit.cause;
  return {
    standing: visit.standing === 'timedout' ? 'timedout' : 'failed',
    title: titleOf(visit, tree.visits, error, cause),
    story: [...triesOf(visit), ...restOf(visit, tree.visits), ...caughtBy(visit, tree)],
    todo: remedyOf(error, cause).todo,
    error,
    said: saidOf(cause),
    visit: visit.id,
  };
};
