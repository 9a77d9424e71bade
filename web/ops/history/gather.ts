import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { createFold } from './fold.ts';
import type { ExecutionTree } from './model.ts';

export type Gathered = {
  /** Takes a page of events, of whatever place in the history and in whatever order. */
  add(events: readonly HistoryEvent[]): void;
  /** All events that are known, by their ids; the same array as long as nothing is added. */
  events(): readonly HistoryEvent[];
  /** The execution as far as its events are known from the first on. */
  tree(): ExecutionTree;
  /** The first event that is missing. */
  next(): number;
  has(id: number): boolean;
};

/**
 * Events as they arrive: the first page, the newest, then those between. The fold is given them in order, as far as none is
 * missing; `gaps` says that some never come, as in a log that has errors alone.
 */
export const gather = (definition?: string, gaps = false): Gathered => {
  const fold = createFold(definition);
  const known = new Map<number, HistoryEvent>();
  let sorted: readonly HistoryEvent[] | undefined;
  let next = 1;
  return {
    add(events) {
      const before = known.size;
      for (const event of events) known.set(event.id ?? 0, event);
      if (known.size === before) return;
      sorted = undefined;
      if (gaps) {
        const all = inOrder(known);
        next = (all.at(-1)?.id ?? 0) + 1;
        return fold.add(all);
      }
      const more: HistoryEvent[] = [];
      for (let event = known.get(next); event; event = known.get(++next)) more.push(event);
      fold.add(more);
    },
    events() {
      sorted ??= inOrder(known);
      return sorted;
    },
    tree: () => fold.tree(),
    next: () => next,
    has: (id) => known.has(id),
  };
};

const inOrder = (known: ReadonlyMap<number, HistoryEvent>): HistoryEvent[] =>
  [...known.values()].sort((one, other) => (one.id ?? 0) - (other.id ?? 0));
