import * as z from 'zod';
import { Refusal } from '../../shared/refusal.ts';
import { momentsKey, type Rehearsal, type RehearsedMoment } from '../rehearsal.ts';
import { ReleaseId } from '../show-release/step.ts';

export const ShowRehearsalInput = z.strictObject({
  id: ReleaseId,
  rehearsalId: z.uuid('expected the id of a rehearsal'),
});
export type ShowRehearsalInput = z.infer<typeof ShowRehearsalInput>;

type Deps = {
  readRehearsal: (releaseId: string, rehearsalId: string) => Promise<Rehearsal | undefined>;
  readJson: <Value>(key: string) => Promise<Value>;
};

/** A rehearsal, with its moments once they are made. */
export const createShowRehearsal =
  ({ readRehearsal, readJson }: Deps) =>
  async ({ id, rehearsalId }: ShowRehearsalInput): Promise<Rehearsal & { moments: readonly RehearsedMoment[] }> => {
    const rehearsal = await readRehearsal(id, rehearsalId);
    if (!rehearsal) {
      throw new Refusal(404, 'no-such-rehearsal', `The release has no rehearsal ${rehearsalId}.`, 'rehearsalId');
    }
    const moments = rehearsal.state === 'done' ? await readJson<RehearsedMoment[]>(momentsKey(rehearsalId)) : [];
    return { ...rehearsal, moments };
  };
