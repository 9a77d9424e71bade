import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { IfMatch } from '../../shared/if-match.ts';
import { Refusal } from '../../shared/refusal.ts';
import {
  isArmed,
  RELEASE_BODY,
  type Release,
  type ReleaseWindow,
  shownRelease,
  stateOfWindows,
  windowOf,
} from '../release.ts';
import { changeRelease, nextVersion, type ReleaseDeps, requireCalm, runOf } from '../release-changing.ts';
import { type MemberDeps, requireMembers } from '../release-members.ts';
import { ReleaseId } from '../show-release/step.ts';

export const SaveReleaseInput = z.strictObject({ id: ReleaseId, ifMatch: IfMatch, ...RELEASE_BODY });
export type SaveReleaseInput = z.infer<typeof SaveReleaseInput>;

/**
 * Keeps the next version of a release. What has happened stays: windows that are released, and from the first of them on the items
 * and assets. One that is armed waits for its moments as it is now, and only a publisher changes it.
 */
export const createSaveRelease =
  (deps: ReleaseDeps & MemberDeps) =>
  async ({ id, ifMatch, name, items, assets, windows }: SaveReleaseInput, caller: Caller): Promise<Release> => {
    const found = await requireMembers(deps, { items, assets });
    return changeRelease(deps, id, (release) => {
      if (release.version !== ifMatch) throw conflict(release, ifMatch);
      requireCalm(release);
      if (isArmed(release) && !caller.roles.some((role) => role === 'publisher' || role === 'admin')) {
        throw new Refusal(403, 'forbidden', 'The release is scheduled; only a publisher changes it.');
      }
      const isBegun = release.windows.some(({ state }) => state === 'released');
      if (isBegun && !isDeepStrictEqual([release.items, release.assets], [items, assets])) {
        throw new Refusal(409, 'released', 'A window is released, so its items and assets stay as they are.', 'items');
      }
      const kept = windows.map((window) => keptWindow(release, windowOf(window, deps.newId)));
      const lost = release.windows.find(
        ({ windowId, state }) => state === 'released' && !kept.some((window) => window.windowId === windowId),
      );
      if (lost) {
        throw new Refusal(
          409,
          'released',
          `The window of ${lost.territories.join(', ')} is released; it stays.`,
          'windows',
        );
      }
      const armedVersions = isArmed(release)
        ? { armedVersions: versionsOf(items, (itemId) => found.get(itemId)?.version ?? 1, release.armedVersions) }
        : {};
      const next = nextVersion(release, caller.name, deps, { name, items, assets, windows: kept, ...armedVersions });
      const saved = { ...next, state: release.state === 'rolled-back' ? release.state : stateOfWindows(next) };
      const announce = isArmed(saved) ? { announce: runOf('scheduled', saved, caller.requestId) } : {};
      return { release: saved, result: shownRelease(saved), ...announce };
    });
  };

/** The versions that become public: those that are named, those decided on before, else the newest. */
export const versionsOf = (
  items: Release['items'],
  newest: (itemId: string) => number,
  decided: Release['armedVersions'] = {},
): NonNullable<Release['armedVersions']> =>
  Object.fromEntries(items.map(({ itemId, version }) => [itemId, version ?? decided[itemId] ?? newest(itemId)]));

/** A window that is released stays as it was. */
const keptWindow = (release: Release, next: ReleaseWindow): ReleaseWindow => {
  const before = release.windows.find(({ windowId }) => windowId === next.windowId);
  if (before?.state !== 'released') return next;
  const { territories, at, zone } = before;
  if (isDeepStrictEqual([territories, at, zone], [next.territories, next.at, next.zone])) return before;
  throw new Refusal(
    409,
    'released',
    `The window of ${territories.join(', ')} is released; it stays as it is.`,
    'windows',
  );
};

const conflict = (release: Release, seen: number): Refusal => {
  const { version, updatedBy: by, updatedAt: at } = release;
  const message = `${by} changed this release in between: it is at version ${version}, and your change is of version ${seen}. Take up what you need from it and save again.`;
  return new Refusal(412, 'version-conflict', message, 'If-Match', { current: { version, by, at, release } });
};
