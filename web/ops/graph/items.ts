import type { Branch, Standing } from '../history/model.ts';

/** Cells of one page of a strip. */
export const ITEMS_A_PAGE = 60;

const RANK: Readonly<Record<Standing, number>> = {
  failed: 0,
  timedout: 0,
  aborted: 1,
  caught: 2,
  running: 3,
  waiting: 3,
  retried: 4,
  succeeded: 5,
};

/** Items in the order of a strip: as they are, or over one page those that failed first. */
export const inStrip = (items: readonly Branch[]): readonly Branch[] =>
  items.length <= ITEMS_A_PAGE
    ? items
    : [...items].sort((a, b) => RANK[a.standing] - RANK[b.standing] || a.index - b.index);

/** One page of a strip; the first is 0. */
export const pageOfStrip = (items: readonly Branch[], page: number): readonly Branch[] =>
  inStrip(items).slice(page * ITEMS_A_PAGE, (page + 1) * ITEMS_A_PAGE);
