import { Refusal } from '../shared/refusal.ts';
import type { Tools } from './changing.ts';
import type { ArmedRelease } from './embargo.ts';
import { armedOf, isArmed, type Release, type StoredRelease } from './release.ts';

/** What starts the workflow of a release: its windows are to be waited for, or it is to be put back. */
export type ReleaseRun = {
  kind: 'scheduled' | 'roll-back';
  releaseId: string;
  name: string;
  releaseVersion: number;
  at: string;
  correlationId: string;
  causationId: string;
};

/** What one action does to a release. */
export type ReleaseChange = {
  /** The release as it is to be. */
  release: Release;
  /** `writes` of the release as it was read; undefined where it is new. */
  writes?: number;
  /** What it holds back from then on; without it, nothing. */
  holds?: ArmedRelease;
  announce?: ReleaseRun;
  /** Whether it is to be there no more. */
  remove?: true;
};

export type ReleaseDeps = Tools & {
  readRelease: (releaseId: string) => Promise<StoredRelease | undefined>;
  writeRelease: (change: ReleaseChange) => Promise<boolean>;
  pause: (milliseconds: number) => Promise<void>;
};

/** The release, which must be there. */
export const existingRelease = (release: StoredRelease | undefined, releaseId: string): StoredRelease => {
  if (!release) throw new Refusal(404, 'no-such-release', `There is no release ${releaseId}.`, 'id');
  return release;
};

const MOST_TRIES = 20;

/** What is decided of a release: as it is to be, or nothing where it stays as it is. */
export type Decided<Result> = { release?: Release; announce?: ReleaseRun; remove?: true; result: Result };

/** Reads a release, decides and writes; again from the start where it was changed in between. */
export const changeRelease = async <Result>(
  { readRelease, writeRelease, pause }: Pick<ReleaseDeps, 'readRelease' | 'writeRelease' | 'pause'>,
  releaseId: string,
  decide: (release: StoredRelease) => Promise<Decided<Result>> | Decided<Result>,
): Promise<Result> => {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const stored = existingRelease(await readRelease(releaseId), releaseId);
    const { release, announce, remove, result } = await decide(stored);
    if (!release) return result;
    const { writes } = stored;
    const holds = isArmed(release) && !remove ? { holds: armedOf(release) } : {};
    const change: ReleaseChange = { release: withoutWrites(release), writes, ...holds };
    if (await writeRelease({ ...change, ...(announce ? { announce } : {}), ...(remove ? { remove } : {}) }))
      return result;
    await pause(Math.min(400, 10 * 2 ** attempt));
  }
  throw new Refusal(409, 'busy', 'Others keep changing this release; try again.');
};

const withoutWrites = ({ writes: _, ...release }: Release & { writes?: number }): Release => release;

/** A release that somebody changed: its next version. */
export const nextVersion = (
  release: StoredRelease,
  by: string,
  { now }: Pick<Tools, 'now'>,
  more: Partial<Release>,
): Release => ({
  ...withoutWrites(release),
  version: release.version + 1,
  updatedBy: by,
  updatedAt: new Date(now()).toISOString(),
  ...more,
});

/** What starts the workflow of this version of a release. */
export const runOf = (kind: ReleaseRun['kind'], release: Release, causationId: string): ReleaseRun => ({
  kind,
  releaseId: release.releaseId,
  name: release.name,
  releaseVersion: release.version,
  at: release.updatedAt,
  correlationId: release.correlationId,
  causationId,
});

/** Throws a `Refusal` while something of the release is under way. */
export const requireCalm = ({ state, name }: Release): void => {
  if (state !== 'releasing' && state !== 'rolling-back') return;
  const what = state === 'releasing' ? 'being released' : 'being put back';
  throw new Refusal(409, 'under-way', `The release “${name}” is ${what} right now; wait until it is done.`, 'id');
};
