import type { ArmedRelease } from '../embargo.ts';
import type { Rehearsal } from '../rehearsal.ts';
import type { StoredRelease } from '../release.ts';
import type { ReleaseChange, ReleaseRun } from '../release-changing.ts';
import type { PageRequest } from '../store/items.ts';

/** The content table's releases in memory, with what its stream would announce of them. */
export const memoryReleases = () => {
  const releases = new Map<string, StoredRelease>();
  const armed = new Map<string, ArmedRelease>();
  const runs: ReleaseRun[] = [];
  const rehearsals = new Map<string, Rehearsal>();
  const keyOf = ({ updatedAt, releaseId }: StoredRelease): string => `${updatedAt}#${releaseId}`;
  return {
    releases,
    runs,
    rehearsals,
    readArmed: async (): Promise<ArmedRelease[]> => structuredClone([...armed.values()]),
    readRelease: async (releaseId: string): Promise<StoredRelease | undefined> => {
      const found = releases.get(releaseId);
      // What DynamoDB gives back has no members that are undefined.
      return found && JSON.parse(JSON.stringify(found));
    },
    writeRelease: async ({ release, writes, holds, announce, remove }: ReleaseChange): Promise<boolean> => {
      const { releaseId } = release;
      if (releases.get(releaseId)?.writes !== writes) return false;
      if (remove) releases.delete(releaseId);
      else releases.set(releaseId, { ...structuredClone(release), writes: (writes ?? 0) + 1 });
      if (holds) armed.set(releaseId, structuredClone(holds));
      else armed.delete(releaseId);
      if (announce) runs.push(announce);
      return true;
    },
    listReleases: async ({ limit, after }: PageRequest): Promise<{ values: StoredRelease[]; next?: string }> => {
      const all = [...releases.values()].sort((one, other) => (keyOf(one) < keyOf(other) ? 1 : -1));
      const left = all.filter((release) => after === undefined || keyOf(release) < after);
      const values = left.slice(0, limit);
      const last = values.at(-1);
      return { values, ...(left.length > limit && last ? { next: keyOf(last) } : {}) };
    },
    readRehearsal: async (releaseId: string, rehearsalId: string): Promise<Rehearsal | undefined> =>
      rehearsals.get(`${releaseId} ${rehearsalId}`),
    writeRehearsal: async (rehearsal: Rehearsal): Promise<void> =>
      void rehearsals.set(`${rehearsal.releaseId} ${rehearsal.rehearsalId}`, structuredClone(rehearsal)),
  };
};
