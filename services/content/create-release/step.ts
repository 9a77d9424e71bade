import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import { RELEASE_BODY, type Release, windowOf } from '../release.ts';
import type { ReleaseDeps } from '../release-changing.ts';
import { type MemberDeps, requireMembers } from '../release-members.ts';

export const CreateReleaseInput = z.strictObject({
  name: RELEASE_BODY.name,
  items: RELEASE_BODY.items.default([]),
  assets: RELEASE_BODY.assets.default([]),
  windows: RELEASE_BODY.windows.default([]),
});
export type CreateReleaseInput = z.infer<typeof CreateReleaseInput>;

/** Keeps a new release as a draft, version 1: it holds nothing back and does nothing yet. */
export const createCreateRelease =
  (deps: Pick<ReleaseDeps, 'writeRelease' | 'now' | 'newId'> & MemberDeps) =>
  async ({ name, items, assets, windows }: CreateReleaseInput, caller: Caller): Promise<Release> => {
    await requireMembers(deps, { items, assets });
    const at = new Date(deps.now()).toISOString();
    const release: Release = {
      ...{ releaseId: deps.newId(), name, version: 1, state: 'draft', items, assets },
      windows: windows.map((window) => windowOf({ ...window, windowId: undefined }, deps.newId)),
      ...{ createdBy: caller.name, createdAt: at, updatedBy: caller.name, updatedAt: at },
      correlationId: deps.newId(),
    };
    if (await deps.writeRelease({ release })) return release;
    throw new Refusal(409, 'busy', 'The release could not be kept; try again.');
  };
