import * as z from 'zod';
import { existingGap, OF_GAP } from '../gaps.ts';
import type { Ask, Gap } from '../model/gap.ts';

export const ShowGapInput = z.strictObject(OF_GAP);
export type ShowGapInput = z.infer<typeof ShowGapInput>;

type Deps = {
  readGap: (gapId: string) => Promise<Gap | undefined>;
  readAsks: (gapId: string) => Promise<Ask[]>;
};

/** A group with each time that it was asked, and what became of it when it was asked again. */
export const createShowGap =
  ({ readGap, readAsks }: Deps) =>
  async ({ id }: ShowGapInput) => {
    const gap = existingGap(await readGap(id), id);
    return { ...gap, asks: await readAsks(id) };
  };
