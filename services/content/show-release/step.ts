import * as z from 'zod';
import { type Release, shownRelease } from '../release.ts';
import { existingRelease, type ReleaseDeps } from '../release-changing.ts';

export const ReleaseId = z.uuid('expected the id of a release');
export const ShowReleaseInput = z.strictObject({ id: ReleaseId });
export type ShowReleaseInput = z.infer<typeof ShowReleaseInput>;

/** A release as it is now. */
export const createShowRelease =
  ({ readRelease }: Pick<ReleaseDeps, 'readRelease'>) =>
  async ({ id }: ShowReleaseInput): Promise<Release> =>
    shownRelease(existingRelease(await readRelease(id), id));
