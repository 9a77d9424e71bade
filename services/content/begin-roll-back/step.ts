import * as z from 'zod';
import { untilWritten } from '../changing.ts';
import { existingRelease, type ReleaseDeps } from '../release-changing.ts';
import { decideRelease } from '../release-publication.ts';
import { changedSince, partsBack } from '../release-scope.ts';
import { type ReleasedDeps, readReleased } from '../released-windows.ts';
import type { RequestDeps } from '../request.ts';

export const BeginRollBackInput = z.strictObject({ releaseId: z.uuid(), releaseVersion: z.int().positive() });
export type BeginRollBackInput = z.infer<typeof BeginRollBackInput>;

type Deps = ReleaseDeps & ReleasedDeps & RequestDeps;

export type BegunBack =
  | { outcome: 'superseded' }
  /** Others have changed all of it, so nothing is to be put back. */
  | { outcome: 'nothing'; publicationId: string }
  | { outcome: 'begun'; publicationId: string };

/** Begins the one publication that puts back what was public before a release; once. */
export const createBeginRollBack =
  (deps: Deps) =>
  async ({ releaseId, releaseVersion }: BeginRollBackInput): Promise<BegunBack> => {
    const release = existingRelease(await deps.readRelease(releaseId), releaseId);
    const { rollBack } = release;
    if (release.version !== releaseVersion || release.state !== 'rolling-back' || !rollBack)
      return { outcome: 'superseded' };
    const { publicationId } = rollBack;
    return untilWritten<BegunBack>(deps, async () => {
      const begun = { outcome: 'begun' as const, publicationId };
      if (await deps.readPublication(publicationId)) return { changes: [], result: begun };
      const { windows, now } = await readReleased(deps, release);
      const parts = partsBack(release, windows, changedSince(release, windows, now));
      if (parts.length === 0) return { changes: [], result: { outcome: 'nothing' as const, publicationId } };
      const { changes, publication } = await decideRelease(deps, {
        ...{ publicationId, parts, release: { releaseId }, correlationId: release.correlationId },
        caller: { name: rollBack.by, requestId: releaseId },
      });
      return { changes, publication, result: begun };
    });
  };
