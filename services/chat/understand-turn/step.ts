import * as z from 'zod';
import type { Library } from '../answering/library.ts';
import { understand } from '../answering/understand.ts';
import type { Understood } from '../answering/understood.ts';
import { OUTCOMES, Source, Suggestion } from '../model/answer.ts';

/** What of an earlier turn helps to understand the next one. */
export const Recent = z.strictObject({
  question: z.string(),
  asked: z.string().optional(),
  outcome: z.enum(OUTCOMES).optional(),
  sources: z.array(Source).readonly().optional(),
  suggestions: z.array(Suggestion).readonly().optional(),
});

export const UnderstandTurnInput = z.strictObject({
  text: z.string().min(1),
  locale: z.string().min(1),
  territory: z.string().optional(),
  recent: z.array(Recent),
});
export type UnderstandTurnInput = z.infer<typeof UnderstandTurnInput>;

type Deps = {
  /** What is public now in a territory, by language, and the version of the site that it belongs to. */
  openShelf: (territory?: string) => Promise<{ siteVersion: number; libraries: ReadonlyMap<string, Library> }>;
};

/** Finds out what is asked, and what of the site says it. Whoever asks the same of the same version gets the same. */
export const createUnderstandTurn =
  ({ openShelf }: Deps) =>
  async (asked: UnderstandTurnInput): Promise<{ understood: Understood; siteVersion: number }> => {
    const { siteVersion, libraries } = await openShelf(asked.territory);
    return { understood: understand(asked, libraries), siteVersion };
  };
