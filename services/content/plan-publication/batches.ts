import type { Wanted } from '../site/expected.ts';

/** Pages that one function makes: about a quarter of a second of work. */
const IN_A_BATCH = 25;

/** The most batches: each is about eight events of an execution's history, which may have 25,000. */
const MOST_BATCHES = 1_000;

/** Shares pages out, each batch of one language, so that every language is rendered on its own. */
export const inBatches = (pages: readonly Wanted[]): Wanted[][] => {
  const size = Math.max(IN_A_BATCH, Math.ceil(pages.length / MOST_BATCHES));
  return [...Map.groupBy(pages, ({ locale }) => locale).values()].flatMap((members) =>
    Array.from({ length: Math.ceil(members.length / size) }, (_, index) =>
      members.slice(index * size, (index + 1) * size),
    ),
  );
};
