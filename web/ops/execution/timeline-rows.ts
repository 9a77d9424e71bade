import { formatCount } from '@marquee/ui/count.ts';
import type { Attempt, ExecutionTree, Standing, Visit } from '../history/model.ts';

/** A piece of a row in time; without `to` it goes on. */
export type Bar = {
  kind: 'succeeded' | 'failed' | 'timedout' | 'aborted' | 'running' | 'wait' | 'span';
  standing: Standing;
  from: number;
  to?: number;
  /** The attempt's number, where there are several. */
  label?: string;
};

export type Row = {
  key: string;
  label: string;
  depth: number;
  standing: Standing;
  from: number;
  to?: number;
  bars: readonly Bar[];
  /** The state that the row is of; several items together have none. */
  visit?: Visit;
  /** A group of items that can be opened; `open` tells whether it is. */
  open?: boolean;
};

const FINE: ReadonlySet<Standing> = new Set(['succeeded']);

const attemptBars = (visit: Visit): Bar[] => {
  const bars: Bar[] = [];
  const several = visit.attempts.length > 1;
  let before: Attempt | undefined;
  for (const attempt of visit.attempts) {
    const { number, scheduledAt, endedAt, standing } = attempt;
    if (before?.endedAt !== undefined && scheduledAt > before.endedAt)
      bars.push({ kind: 'wait', standing: 'waiting', from: before.endedAt, to: scheduledAt });
    const waits = visit.resource?.endsWith('.waitForTaskToken') && standing === 'succeeded';
    const kind = waits || standing === 'waiting' ? 'wait' : standing;
    bars.push({ kind, standing, from: scheduledAt, to: endedAt, ...(several && { label: String(number) }) });
    before = attempt;
  }
  if (visit.standing === 'waiting' && before?.endedAt !== undefined)
    bars.push({ kind: 'wait', standing: 'waiting', from: before.endedAt });
  return bars;
};

const endOf = ({ exitedAt, attempts, standing }: Visit, tree: ExecutionTree): number | undefined =>
  exitedAt ??
  (standing === 'running' || standing === 'waiting' ? undefined : (attempts.at(-1)?.endedAt ?? tree.endedAt));

const barsOf = (visit: Visit, to: number | undefined): Bar[] => {
  const { type, standing, enteredAt: from } = visit;
  if (type === 'Map' || type === 'Parallel') return [{ kind: 'span', standing, from, to }];
  if (visit.attempts.length > 0) return attemptBars(visit);
  if (type === 'Wait') return [{ kind: 'wait', standing, from, to }];
  const plain = standing === 'failed' || standing === 'timedout' || standing === 'aborted' || standing === 'running';
  return [{ kind: plain ? standing : 'succeeded', standing, from, to }];
};

/** `0–5, 7, 8` */
export const ranges = (numbers: readonly number[]): string => {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([from, to]) => (to > from + 1 ? `${from}–${to}` : to > from ? `${from}, ${to}` : `${from}`))
    .join(', ');
};

/**
 * The rows of a timeline, in the order of entering, states within a Map or Parallel below it. Items that simply succeeded
 * are one row, which `open` opens by its key.
 */
export const rowsOf = (tree: ExecutionTree, open: ReadonlySet<string> = new Set()): Row[] => {
  const within = new Map<number | undefined, Visit[]>();
  for (const visit of tree.visits) {
    const known = within.get(visit.parent);
    if (known) known.push(visit);
    else within.set(visit.parent, [visit]);
  }
  const rows: Row[] = [];
  const addVisit = (visit: Visit, depth: number, item?: number): void => {
    const to = endOf(visit, tree);
    rows.push({
      key: String(visit.id),
      label: item === undefined ? visit.name : `Item ${item}: ${visit.name}`,
      depth,
      standing: visit.standing,
      from: visit.enteredAt,
      to,
      bars: barsOf(visit, to),
      visit,
    });
    const children = within.get(visit.id) ?? [];
    if (visit.type === 'Map') addItems(visit, children, depth + 1);
    else for (const child of children) addVisit(child, depth + 1);
  };
  const addItems = (map: Visit, children: readonly Visit[], depth: number): void => {
    const items = new Map<number, Visit[]>();
    for (const child of children) items.set(child.branch ?? 0, [...(items.get(child.branch ?? 0) ?? []), child]);
    const byNumber = [...items].sort(([one], [other]) => one - other);
    const isFine = ([, visits]: [number, Visit[]]) =>
      visits.every((v) => FINE.has(v.standing) && v.exitedAt !== undefined);
    const fine = byNumber.filter(isFine);
    const group = fine.length > 1 ? `${map.id}:items` : undefined;
    const isOpen = group !== undefined && open.has(group);
    for (const [item, visits] of byNumber.filter((each) => !group || !isFine(each)))
      for (const visit of visits) addVisit(visit, depth, item);
    if (!group) return;
    const all = fine.flatMap(([, visits]) => visits);
    const from = all.reduce((least, { enteredAt }) => Math.min(least, enteredAt), Number.POSITIVE_INFINITY);
    const to = all.reduce((most, { exitedAt = 0 }) => Math.max(most, exitedAt), 0);
    const label =
      fine.length > 40 ? `${formatCount(fine.length)} items` : `Items ${ranges(fine.map(([item]) => item))}`;
    const bars: Bar[] = [{ kind: 'succeeded', standing: 'succeeded', from, to }];
    rows.push({ key: group, label, depth, standing: 'succeeded', from, to, bars, open: isOpen });
    if (isOpen) for (const [item, visits] of fine) for (const visit of visits) addVisit(visit, depth + 1, item);
  };
  for (const visit of within.get(undefined) ?? []) addVisit(visit, 0);
  return rows;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Distances between marks, in milliseconds. */
const STEPS = [
  ...[1, 10, 100, SECOND].flatMap((unit) => [unit, 2 * unit, 5 * unit]),
  ...[10, 20, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 20, 30].map((count) => count * MINUTE),
  ...[1, 2, 4, 8, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14, 28, 56, 91, 182].map((count) => count * DAY),
];

/** Milliseconds that an axis of this length is marked at: at round numbers, and at most `most` of them after the first. */
export const ticksOf = (length: number, most = 5): number[] => {
  const step = STEPS.find((each) => length / each <= most) ?? length;
  return Array.from({ length: Math.floor(length / Math.max(1, step)) + 1 }, (_, index) => index * step);
};
