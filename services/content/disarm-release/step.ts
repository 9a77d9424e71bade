import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import { isArmed, type Release, shownRelease, stateOfWindows } from '../release.ts';
import { changeRelease, nextVersion, type ReleaseDeps, requireCalm } from '../release-changing.ts';
import type { ShowReleaseInput } from '../show-release/step.ts';

/** Calls a release off: what is not released yet does not happen, and what it has is held back by it no more. */
export const createDisarmRelease =
  (deps: ReleaseDeps) =>
  async ({ id }: ShowReleaseInput, caller: Caller): Promise<Release> =>
    changeRelease(deps, id, (release) => {
      requireCalm(release);
      if (!isArmed(release)) {
        throw new Refusal(409, 'not-scheduled', `The release “${release.name}” is not scheduled.`, 'id');
      }
      const { scheduledBy: _, armedVersions: __, ...rest } = release;
      const next = nextVersion(rest, caller.name, deps, {});
      const called = { ...next, state: stateOfWindows(next) };
      return { release: called, result: shownRelease(called) };
    });
