import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Rehearsal } from '../rehearsal.ts';
import { existingRelease, type ReleaseDeps } from '../release-changing.ts';
import { ReleaseId } from '../show-release/step.ts';
import { Country } from '../territories.ts';

export const RequestRehearsalInput = z.strictObject({
  id: ReleaseId,
  /** Where the site is looked at. Default: in the first territory of each window. */
  territory: Country.optional(),
});
export type RequestRehearsalInput = z.infer<typeof RequestRehearsalInput>;

type Deps = Pick<ReleaseDeps, 'readRelease' | 'now' | 'newId'> & {
  writeRehearsal: (rehearsal: Rehearsal) => Promise<void>;
};

/** How long what is rehearsed can be looked at, in milliseconds. */
const SHOWN = 24 * 3_600_000;

/** Has the site made as it will be before, at and after the windows of a release, for nobody but those who are shown it. */
export const createRequestRehearsal =
  ({ readRelease, writeRehearsal, now, newId }: Deps) =>
  async ({ id, territory }: RequestRehearsalInput, caller: Caller): Promise<Rehearsal> => {
    const release = existingRelease(await readRelease(id), id);
    if (release.items.length === 0 || release.windows.length === 0) {
      const what = release.items.length === 0 ? 'items' : 'windows';
      throw new Refusal(409, `no-${what}`, `The release has no ${what} to rehearse.`, what);
    }
    const rehearsal: Rehearsal = {
      ...{ rehearsalId: newId(), releaseId: id, state: 'working', requestedBy: caller.name },
      ...(territory ? { territory } : {}),
      requestedAt: new Date(now()).toISOString(),
      expiresAt: new Date(now() + SHOWN).toISOString(),
      ...{ correlationId: newId(), causationId: caller.requestId },
    };
    await writeRehearsal(rehearsal);
    return rehearsal;
  };
