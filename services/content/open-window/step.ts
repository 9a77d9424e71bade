import * as z from 'zod';
import { uuidFor } from '../../shared/uuid.ts';
import { untilWritten } from '../changing.ts';
import { inTime } from '../judge-release/judge.ts';
import type { Publication } from '../publication.ts';
import { isArmed, type Release, type ReleaseState, type ReleaseWindow } from '../release.ts';
import { changeRelease, type ReleaseDeps } from '../release-changing.ts';
import { decideRelease } from '../release-publication.ts';
import type { RequestDeps } from '../request.ts';
import { scopeOf } from '../territories.ts';

export const OpenWindowInput = z.strictObject({
  releaseId: z.uuid(),
  releaseVersion: z.int().positive(),
  /** The moment, by the clock of the workflow that waited for it. */
  now: z.iso.datetime(),
});
export type OpenWindowInput = z.infer<typeof OpenWindowInput>;

export type Opened =
  /** Somebody changed the release or called it off: another execution goes on, or none. */
  | { outcome: 'superseded' }
  | { outcome: 'wait'; until: string }
  | { outcome: 'begun'; windowId: string; publicationId: string }
  | { outcome: 'done'; state: ReleaseState };

type Deps = ReleaseDeps &
  RequestDeps & { readPublication: (publicationId: string) => Promise<Publication | undefined> };

/** A window that begins within this many seconds is on time. */
const ON_TIME = 60;

/**
 * Begins the next window of a release that is due, or says until when to wait. What it begins it begins once: the window's
 * publication follows from the release's version and the window.
 */
export const createOpenWindow =
  (deps: Deps) =>
  async ({ releaseId, releaseVersion, now }: OpenWindowInput): Promise<Opened> => {
    const { opened, release } = await changeRelease(deps, releaseId, (found) => decide(found, releaseVersion, now));
    if (opened.outcome === 'begun') await begin(deps, release, opened, now);
    return opened;
  };

type Decision = { opened: Opened; release: Release };

const decide = (release: Release, version: number, now: string): { release?: Release; result: Decision } => {
  const same = (opened: Opened) => ({ result: { opened, release } });
  // One that is public everywhere is armed no more.
  if (release.version === version && release.state === 'released') return same({ outcome: 'done', state: 'released' });
  if (release.version !== version || !isArmed(release)) return same({ outcome: 'superseded' });
  const under = release.windows.find(({ state }) => state === 'releasing');
  if (under?.publicationId) {
    return same({ outcome: 'begun', windowId: under.windowId, publicationId: under.publicationId });
  }
  const [next] = inTime(release.windows.filter(({ state }) => state === 'waiting'));
  if (!next) return same({ outcome: 'done', state: release.state });
  if (Date.parse(next.instant) > Date.parse(now)) return same({ outcome: 'wait', until: next.instant });
  const { windowId } = next;
  const publicationId = uuidFor(`release ${release.releaseId} ${release.version} ${windowId}`);
  const late = Math.floor((Date.parse(now) - Date.parse(next.instant)) / 1000);
  const begun: ReleaseWindow = { ...next, state: 'releasing', publicationId, lateSeconds: late > ON_TIME ? late : 0 };
  const windows = release.windows.map((window) => (window.windowId === windowId ? begun : window));
  const changed: Release = { ...release, state: 'releasing', windows };
  return { release: changed, result: { opened: { outcome: 'begun', windowId, publicationId }, release: changed } };
};

const begin = async (
  deps: Deps,
  release: Release,
  { windowId, publicationId }: Extract<Opened, { outcome: 'begun' }>,
  now: string,
): Promise<void> => {
  const window = release.windows.find((each) => each.windowId === windowId);
  if (!window) return;
  const scope = scopeOf(window, release.windows);
  await untilWritten(deps, async () => {
    if (await deps.readPublication(publicationId)) return { changes: [], result: undefined };
    const { changes, publication } = await decideRelease(deps, {
      publicationId,
      release: { releaseId: release.releaseId, windowId },
      parts: release.items.map(({ itemId, version = release.armedVersions?.[itemId] ?? 1 }) => ({
        ...{ itemId, version, scope },
      })),
      caller: { name: release.scheduledBy ?? release.updatedBy, requestId: release.releaseId },
      correlationId: release.correlationId,
      due: { instant: later(window.instant, now), lateSeconds: window.lateSeconds ?? 0 },
    });
    return { changes, publication, result: undefined };
  });
};

/** What is begun late is judged as of when it begins. */
const later = (one: string, other: string): string => (Date.parse(one) > Date.parse(other) ? one : other);
