import * as z from 'zod';
import type { Publication } from '../publication.ts';
import type { Release, ReleaseState } from '../release.ts';
import { changeRelease, type ReleaseDeps } from '../release-changing.ts';
import { changedSince } from '../release-scope.ts';
import { type ReleasedDeps, readReleased } from '../released-windows.ts';

export const NoteRollBackInput = z.strictObject({ releaseId: z.uuid(), publicationId: z.uuid() });
export type NoteRollBackInput = z.infer<typeof NoteRollBackInput>;

/** Notes that a release is put back: its windows wait again, should it be scheduled once more. */
export const createNoteRollBack =
  (deps: ReleaseDeps & ReleasedDeps) =>
  async ({ releaseId, publicationId }: NoteRollBackInput): Promise<{ state: ReleaseState; changedSince: string[] }> => {
    const publication = await deps.readPublication(publicationId);
    return changeRelease(deps, releaseId, async (release) => {
      const { rollBack } = release;
      if (release.state !== 'rolling-back' || rollBack?.publicationId !== publicationId) {
        return { result: { state: release.state, changedSince: [...(rollBack?.changedSince ?? [])] } };
      }
      const left = await leftOut(deps, release, publication);
      const isBack = publication === undefined ? left.length === release.items.length : publication.state === 'live';
      const problems = isBack ? {} : { problems: publication?.problems ?? [] };
      const state: ReleaseState = isBack ? 'rolled-back' : 'failed';
      const windows = release.windows.map((window) =>
        isBack ? { ...window, state: 'waiting' as const, publicationId: undefined, siteVersion: undefined } : window,
      );
      const noted = { ...release, state, windows, rollBack: { ...rollBack, changedSince: left, ...problems } };
      return { release: noted, result: { state, changedSince: left } };
    });
  };

/** Items of the release that the way back left as they were. */
const leftOut = async (
  deps: ReleasedDeps,
  release: Release,
  publication: Publication | undefined,
): Promise<string[]> => {
  if (!publication) {
    const { windows, now } = await readReleased(deps, release);
    return changedSince(release, windows, now);
  }
  const back = new Set(publication.items.map(({ itemId }) => itemId));
  return release.items.flatMap(({ itemId }) => (back.has(itemId) ? [] : [itemId]));
};
