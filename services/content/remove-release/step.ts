import { Refusal } from '../../shared/refusal.ts';
import { changeRelease, type ReleaseDeps } from '../release-changing.ts';
import type { ShowReleaseInput } from '../show-release/step.ts';

/** Throws a release away that is a draft, or was put back. */
export const createRemoveRelease =
  (deps: ReleaseDeps) =>
  async ({ id }: ShowReleaseInput): Promise<{ releaseId: string }> =>
    changeRelease(deps, id, (release) => {
      if (release.state !== 'draft' && release.state !== 'rolled-back') {
        const remedy = release.state === 'scheduled' ? 'call it off first' : 'roll it back first';
        throw new Refusal(409, 'not-a-draft', `The release “${release.name}” is ${release.state}; ${remedy}.`, 'id');
      }
      return { release, remove: true, result: { releaseId: id } };
    });
