import { formatDuration } from '@marquee/ui/duration.ts';
import type { ExecutionTree, Standing, Visit } from '../history/model.ts';

/** A stretch of an execution's bar: its part of the whole, from 0 to 1. */
export type Stretch = { part: number; standing: Standing };

/** What only an execution's history tells. */
export type Insight = {
  /** Where it is, or where it failed, in a few words. */
  where?: string;
  stretches: readonly Stretch[];
  /** Dollars, at list price. */
  cost?: number;
  caught: boolean;
  /** A state succeeded, though not at its first attempt. */
  retried: boolean;
};

const isTop = ({ parent }: Visit): boolean => parent === undefined;

/** The innermost visit that is under way, or that failed for good. */
const place = (tree: ExecutionTree): Visit | undefined => {
  const wanted: readonly Standing[] =
    tree.endedAt === undefined ? ['running', 'waiting'] : ['failed', 'timedout', 'aborted'];
  const found = tree.visits.filter(({ standing }) => wanted.includes(standing));
  return found.findLast(({ id }) => !found.some(({ parent }) => parent === id));
};

const inWords = (visit: Visit | undefined, now: number): string | undefined => {
  if (!visit) return undefined;
  const item = visit.branch === undefined ? '' : `, item ${visit.branch}`;
  const waits = visit.standing === 'waiting' ? `, waits ${formatDuration(now - visit.enteredAt)}` : '';
  const tries = visit.attempts.length > 1 ? `, ${visit.attempts.length} attempts` : '';
  return `${visit.name}${item}${tries}${waits}`;
};

const stretchesOf = (tree: ExecutionTree, now: number): Stretch[] => {
  const whole = Math.max(1, (tree.endedAt ?? now) - tree.startedAt);
  return tree.visits.filter(isTop).flatMap((visit): Stretch[] => {
    const parts = visit.attempts.length > 1 ? visit.attempts : [];
    if (parts.length > 0)
      return parts.map(({ scheduledAt, endedAt, standing }) => ({
        part: ((endedAt ?? now) - scheduledAt) / whole,
        standing,
      }));
    return [{ part: ((visit.exitedAt ?? tree.endedAt ?? now) - visit.enteredAt) / whole, standing: visit.standing }];
  });
};

/** Bars are so narrow that stretches below this part are not seen. */
const SEEN = 0.01;

/** Neighbours that stand alike are one. */
const joined = (stretches: readonly Stretch[]): Stretch[] => {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    const apart = stretch.standing === 'timedout' || stretch.standing === 'failed';
    if (last && last.standing === stretch.standing && !apart) last.part += stretch.part;
    else if (stretch.part >= SEEN || apart) result.push({ ...stretch });
  }
  return result;
};

/** Reads an execution's history for its row. */
export const insightOf = (tree: ExecutionTree, now: number): Insight => ({
  where: inWords(place(tree), now),
  stretches: joined(stretchesOf(tree, now)),
  caught: tree.visits.some(({ standing }) => standing === 'caught'),
  retried: tree.visits.some(({ standing }) => standing === 'retried'),
});
