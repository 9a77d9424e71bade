import * as z from 'zod';
import { afterOf, nextOf, PAGING } from '../../shared/paging.ts';
import type { Gap } from '../model/gap.ts';

export const ListGapsInput = z.strictObject({
  ...PAGING,
  state: z.enum(['open', 'drafted', 'answered', 'dismissed']).default('open'),
});
export type ListGapsInput = z.infer<typeof ListGapsInput>;

type Deps = {
  listGaps: (state: Gap['state'], page: { limit: number; after?: string }) => Promise<{ gaps: Gap[]; next?: string }>;
};

/** What fans asked without an answer, grouped, asked last first. */
export const createListGaps =
  ({ listGaps }: Deps) =>
  async ({ state, limit, next }: ListGapsInput) => {
    const found = await listGaps(state, { limit, after: afterOf(next) });
    return { gaps: found.gaps, next: nextOf(found.next) };
  };
