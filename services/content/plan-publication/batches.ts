import type { PlannedPage } from '../site/plan.ts';

/** Pages that one function makes: about a quarter of a second of work. */
const IN_A_BATCH = 25;

/** The most batches: each is about eight events of an execution's history, which may have 25,000. */
const MOST_BATCHES = 1_000;

/** Shares pages out, each batch of one language and of those who see the same, so that each is rendered on its own. */
export const inBatches = (pages: readonly PlannedPage[]): PlannedPage[][] => {
  const size = Math.max(IN_A_BATCH, Math.ceil(pages.length / MOST_BATCHES));
  const groups = Map.groupBy(pages, ({ locale, territory = '' }) => `${territory} ${locale}`);
  return [...groups.values()].flatMap((members) =>
    Array.from({ length: Math.ceil(members.length / size) }, (_, index) =>
      members.slice(index * size, (index + 1) * size),
    ),
  );
};
