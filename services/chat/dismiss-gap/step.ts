import * as z from 'zod';
import { changeExistingGap, type GapDeps, OF_GAP } from '../gaps.ts';

export const DismissGapInput = z.strictObject(OF_GAP);
export type DismissGapInput = z.infer<typeof DismissGapInput>;

/** Says that nothing is to be made of a group. Once more changes nothing. */
export const createDismissGap =
  (deps: GapDeps) =>
  async ({ id }: DismissGapInput) => {
    const { gapId, state } = await changeExistingGap(deps, id, (found) =>
      found.state === 'dismissed' ? found : { ...found, state: 'dismissed' },
    );
    return { gapId, state };
  };
