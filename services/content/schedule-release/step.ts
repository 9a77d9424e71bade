import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Readiness, ReadinessProblem } from '../judge-release/judge.ts';
import { type Release, type StoredRelease, shownRelease, stateOfWindows } from '../release.ts';
import { changeRelease, nextVersion, type ReleaseDeps, requireCalm, runOf } from '../release-changing.ts';
import { type MemberDeps, requireMembers } from '../release-members.ts';
import { versionsOf } from '../save-release/step.ts';
import type { ShowReleaseInput } from '../show-release/step.ts';

export type ScheduleDeps = ReleaseDeps & MemberDeps & { judge: (release: Release) => Promise<Readiness> };

/** A window lies at most so far ahead, in milliseconds: an execution lives for a year. */
const FARTHEST = 360 * 86_400_000;

/** Arms a release: its workflow waits for each window, and until then nothing else makes public what it has. */
export const createScheduleRelease =
  (deps: ScheduleDeps) =>
  async ({ id }: ShowReleaseInput, caller: Caller): Promise<Release> =>
    changeRelease(deps, id, async (release) => {
      requireCalm(release);
      const waiting = release.windows.filter(({ state }) => state !== 'released');
      if (release.items.length === 0) throw new Refusal(409, 'no-items', 'The release has no items.', 'items');
      if (waiting.length === 0)
        throw new Refusal(409, 'no-windows', 'No window of the release is left to wait for.', 'windows');
      waiting.forEach(({ instant, at, zone }) => {
        const moment = Date.parse(instant);
        const when = `${at.replace('T', ', ')} in ${zone}`;
        if (moment <= deps.now()) {
          throw new Refusal(400, 'in-the-past', `${when} is past; release it now, or choose a later time.`, 'windows');
        }
        if (moment > deps.now() + FARTHEST) {
          throw new Refusal(
            400,
            'too-far',
            `${when} is more than 360 days ahead; schedule it nearer to the day.`,
            'windows',
          );
        }
      });
      const armed = await arm(deps, release, caller, release.windows);
      requireReady(await deps.judge(armed), ['blocking']);
      return { release: armed, announce: runOf('scheduled', armed, caller.requestId), result: shownRelease(armed) };
    });

/** The release, armed: what becomes public is settled, and what failed is tried again. */
export const arm = async (
  deps: ScheduleDeps,
  release: StoredRelease,
  caller: Caller,
  windows: Release['windows'],
): Promise<Release> => {
  const items = await requireMembers(deps, release);
  const { rollBack: _, ...rest } = release;
  const armed = nextVersion(rest, caller.name, deps, {
    scheduledBy: caller.name,
    armedVersions: versionsOf(release.items, (itemId) => items.get(itemId)?.version ?? 1),
    windows: windows.map(({ problems: __, ...window }) =>
      window.state === 'released' ? window : { ...window, state: 'waiting', publicationId: undefined },
    ),
  });
  return { ...armed, state: stateOfWindows(armed) };
};

/** Throws a `Refusal` with everything that keeps the release back. */
export const requireReady = (readiness: Readiness, severities: readonly ReadinessProblem['severity'][]): void => {
  const all = [...readiness.items, ...readiness.assets, ...readiness.windows].flatMap(({ problems }) => problems);
  const problems = all.filter(({ severity }) => severities.includes(severity));
  if (problems.length === 0) return;
  const [first] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  throw new Refusal(409, 'not-ready', `The release is not ready: ${first?.message ?? ''}${more}`, undefined, {
    problems,
  });
};
