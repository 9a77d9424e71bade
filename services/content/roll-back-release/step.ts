import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import { uuidFor } from '../../shared/uuid.ts';
import { type Release, shownRelease } from '../release.ts';
import { changeRelease, nextVersion, type ReleaseDeps, requireCalm, runOf } from '../release-changing.ts';
import { changedSince } from '../release-scope.ts';
import { type ReleasedDeps, readReleased } from '../released-windows.ts';
import { ReleaseId } from '../show-release/step.ts';

export const RollBackReleaseInput = z.strictObject({
  id: ReleaseId,
  /** Whether items that others have changed since may stay as they are. */
  anyway: z.boolean('expected true or false').default(false),
});
export type RollBackReleaseInput = z.infer<typeof RollBackReleaseInput>;

/**
 * Puts back, in one step and in every territory, what was public before a release; what is not released yet does not happen. Refused
 * where others have changed one of its items since, unless those may stay as they are.
 */
export const createRollBackRelease =
  (deps: ReleaseDeps & ReleasedDeps) =>
  async ({ id, anyway }: RollBackReleaseInput, caller: Caller): Promise<Release> =>
    changeRelease(deps, id, async (release) => {
      requireCalm(release);
      const { windows, now } = await readReleased(deps, release);
      if (windows.length === 0) {
        throw new Refusal(
          409,
          'nothing-released',
          `Nothing of the release “${release.name}” is public; call it off instead.`,
          'id',
        );
      }
      const changed = changedSince(release, windows, now);
      if (changed.length > 0 && !anyway) {
        const message = `Others have changed ${changed.join(', ')} since. Roll back anyway, and they stay as they are now.`;
        throw new Refusal(409, 'changed-since', message, 'anyway', { items: changed });
      }
      const { scheduledBy: _, armedVersions: __, ...rest } = release;
      const next = nextVersion(rest, caller.name, deps, { state: 'rolling-back' });
      const publicationId = uuidFor(`roll back ${id} ${next.version}`);
      const rollBack = { publicationId, by: caller.name, at: next.updatedAt, changedSince: changed };
      const going: Release = { ...next, rollBack };
      return { release: going, announce: runOf('roll-back', going, caller.requestId), result: shownRelease(going) };
    });
