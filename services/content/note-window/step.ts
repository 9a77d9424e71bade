import * as z from 'zod';
import type { Publication } from '../publication.ts';
import { type Release, type ReleaseWindow, stateOfWindows } from '../release.ts';
import { changeRelease, type ReleaseDeps } from '../release-changing.ts';
import { ELSEWHERE } from '../territories.ts';

export const NoteWindowInput = z.strictObject({
  releaseId: z.uuid(),
  windowId: z.uuid(),
  publicationId: z.uuid(),
});
export type NoteWindowInput = z.infer<typeof NoteWindowInput>;

type Deps = ReleaseDeps & { readPublication: (publicationId: string) => Promise<Publication | undefined> };

/** Notes what became of a window. One whose publication is neither live nor failed by now counts as failed. */
export const createNoteWindow =
  (deps: Deps) =>
  async ({ releaseId, windowId, publicationId }: NoteWindowInput): Promise<{ state: ReleaseWindow['state'] }> => {
    const publication = await deps.readPublication(publicationId);
    return changeRelease(deps, releaseId, (release) => {
      const known = release.windows.find((window) => window.windowId === windowId);
      if (known?.state !== 'releasing' || known.publicationId !== publicationId) {
        return { result: { state: known?.state ?? 'failed' } };
      }
      const noted = noteOf(known, publication);
      const windows = release.windows.map((window) => (window.windowId === windowId ? noted : window));
      return { release: settled({ ...release, windows }), result: { state: noted.state } };
    });
  };

const noteOf = (window: ReleaseWindow, publication: Publication | undefined): ReleaseWindow => {
  if (publication?.state === 'live') return { ...window, state: 'released', siteVersion: publication.siteVersion };
  const unsettled = {
    ...{ itemId: '', name: '', field: '', message: 'The publication was neither live nor refused in time.' },
    remedy: 'An operator finds the execution by this publication; then release it again.',
  };
  return {
    ...window,
    state: 'failed',
    problems: publication?.state === 'failed' ? (publication.problems ?? []) : [unsettled],
  };
};

/** A release that is public everywhere holds nothing back any more; one that stays closed somewhere still does. */
const settled = (release: Release): Release => {
  const state = stateOfWindows(release);
  const isEverywhere = release.windows.some(({ territories }) => territories.includes(ELSEWHERE));
  if (state !== 'released' || !isEverywhere) return { ...release, state };
  const { scheduledBy: _, ...rest } = release;
  return { ...rest, state };
};
