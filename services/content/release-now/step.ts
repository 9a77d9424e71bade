import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import { type Release, shownRelease } from '../release.ts';
import { changeRelease, requireCalm, runOf } from '../release-changing.ts';
import { arm, requireReady, type ScheduleDeps } from '../schedule-release/step.ts';
import type { ShowReleaseInput } from '../show-release/step.ts';

/** Releases every window that is left, now. */
export const createReleaseNow =
  (deps: ScheduleDeps) =>
  async ({ id }: ShowReleaseInput, caller: Caller): Promise<Release> =>
    changeRelease(deps, id, async (release) => {
      requireCalm(release);
      if (release.items.length === 0) throw new Refusal(409, 'no-items', 'The release has no items.', 'items');
      if (release.windows.every(({ state }) => state === 'released')) {
        throw new Refusal(409, 'no-windows', 'The release has no window that is not released.', 'windows');
      }
      const instant = new Date(deps.now()).toISOString();
      const windows = release.windows.map((window) => (window.state === 'released' ? window : { ...window, instant }));
      const armed = await arm(deps, release, caller, windows);
      requireReady(await deps.judge(armed), ['blocking', 'waiting']);
      return { release: armed, announce: runOf('scheduled', armed, caller.requestId), result: shownRelease(armed) };
    });
