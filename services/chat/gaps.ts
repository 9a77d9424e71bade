import * as z from 'zod';
import { Refusal } from '../shared/refusal.ts';
import type { Gap } from './model/gap.ts';

/** Of the path. */
export const OF_GAP = { id: z.uuid('expected the identifier of a group of questions') };

/** The group. Throws a `Refusal` where there is none. */
export const existingGap = (found: Gap | undefined, gapId: string): Gap => {
  if (found) return found;
  throw new Refusal(404, 'no-such-gap', `There is no group of questions ${gapId}.`, 'id');
};

export type GapDeps = {
  readGap: (gapId: string) => Promise<Gap | undefined>;
  changeGap: (from: Gap, to: Gap) => Promise<boolean>;
};

/** Changes a group as it is; decides anew where somebody was quicker. Throws a `Refusal` where there is none. */
export const changeExistingGap = async (
  { readGap, changeGap }: GapDeps,
  gapId: string,
  decide: (gap: Gap) => Gap,
): Promise<Gap> => {
  for (let attempt = 0; attempt < 8; attempt++) {
    const gap = existingGap(await readGap(gapId), gapId);
    const next = decide(gap);
    if (next === gap || (await changeGap(gap, next))) return next;
  }
  throw new Refusal(409, 'gap-busy', 'The group was changed by others at the same moment; try again.', 'id');
};
