import type { Caller } from '../../shared/caller.ts';
import { createBeginRollBack } from '../begin-roll-back/step.ts';
import { CreateReleaseInput, createCreateRelease } from '../create-release/step.ts';
import { createDisarmRelease } from '../disarm-release/step.ts';
import { createJudge } from '../judge-release/judge.ts';
import { createJudgeRelease } from '../judge-release/step.ts';
import { createListReleases, ListReleasesInput } from '../list-releases/step.ts';
import { createNoteRollBack } from '../note-roll-back/step.ts';
import { createNoteWindow } from '../note-window/step.ts';
import { createOpenWindow } from '../open-window/step.ts';
import { createRehearseRelease } from '../rehearse-release/step.ts';
import type { Release } from '../release.ts';
import { createReleaseNow } from '../release-now/step.ts';
import { createRemoveRelease } from '../remove-release/step.ts';
import { createRequestRehearsal } from '../request-rehearsal/step.ts';
import { createRollBackRelease, RollBackReleaseInput } from '../roll-back-release/step.ts';
import { createSaveRelease, SaveReleaseInput } from '../save-release/step.ts';
import { createScheduleRelease } from '../schedule-release/step.ts';
import { createShowRehearsal } from '../show-rehearsal/step.ts';
import { createShowRelease } from '../show-release/step.ts';
import { renderPage } from '../site/render-page.ts';
import type { Newsroom } from './newsroom.ts';

export const EDITOR: Caller = { name: 'ada@example.com', roles: ['editor'], requestId: 'a-request' };
export const PUBLISHER: Caller = { name: 'grace@example.com', roles: ['publisher'], requestId: 'a-request' };

/** Everything that is done with releases in a newsroom, by an editor and a publisher; each step of a workflow runs twice. */
export const releaseSteps = (room: Newsroom) => {
  const deps = { ...room, ...room.publishing, origin: 'https://example.com' };
  const judging = { ...deps, countRenditions: async () => ({ ready: 1, total: 1 }) };
  const judge = createJudge(judging);
  const [open, note] = [createOpenWindow(deps), createNoteWindow(deps)];
  const [begin, noteBack] = [createBeginRollBack(deps), createNoteRollBack(deps)];
  const twice = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    const first = await act();
    const again = await act();
    if (JSON.stringify(again) === JSON.stringify(first)) return first;
    throw new Error(`Twice is not the same as once: ${JSON.stringify([first, again])}`);
  };
  return {
    create: async (input: object) => createCreateRelease(deps)(CreateReleaseInput.parse(input), EDITOR),
    show: (id: string) => createShowRelease(deps)({ id }),
    list: async (input: object) => createListReleases(deps)(ListReleasesInput.parse(input)),
    save: async (id: string, ifMatch: number, body: object, caller = EDITOR) =>
      createSaveRelease(deps)(SaveReleaseInput.parse({ id, ifMatch: String(ifMatch), ...body }), caller),
    remove: (id: string) => createRemoveRelease(deps)({ id }),
    readiness: (id: string) => createJudgeRelease(judging)({ id }),
    schedule: (id: string) => createScheduleRelease({ ...deps, judge })({ id }, PUBLISHER),
    go: (id: string) => createReleaseNow({ ...deps, judge })({ id }, PUBLISHER),
    disarm: (id: string) => createDisarmRelease(deps)({ id }, PUBLISHER),
    rollBack: async (id: string, more: object = {}) =>
      createRollBackRelease(deps)(RollBackReleaseInput.parse({ id, ...more }), PUBLISHER),
    /** What the workflow does at a moment; answers what is left. */
    run: async ({ releaseId, version: releaseVersion }: Release, now: string) => {
      for (;;) {
        const opened = await twice(() => open({ releaseId, releaseVersion, now }));
        if (opened.outcome !== 'begun') return opened;
        const { windowId, publicationId } = opened;
        await room.perform(publicationId);
        await twice(() => note({ releaseId, windowId, publicationId }));
      }
    },
    /** What the workflow does to put a release back. */
    putBack: async ({ releaseId, version: releaseVersion }: Release) => {
      const begun = await twice(() => begin({ releaseId, releaseVersion }));
      if (begun.outcome === 'superseded') return begun;
      const { publicationId } = begun;
      if (begun.outcome === 'begun') await room.perform(publicationId);
      return twice(() => noteBack({ releaseId, publicationId }));
    },
    rehearse: async (releaseId: string, territory?: string) => {
      const place = territory ? { territory } : {};
      const { rehearsalId } = await createRequestRehearsal(deps)({ id: releaseId, ...place }, EDITOR);
      const rehearse = createRehearseRelease({
        ...deps,
        signingKey: async () => 'a key',
        open: (manifest, now) => room.open(manifest, { now, mediaUrl: (path) => `${path}?signed` }),
        render: renderPage,
      });
      await twice(() => rehearse({ releaseId, rehearsalId }));
      return createShowRehearsal(deps)({ id: releaseId, rehearsalId });
    },
  };
};
