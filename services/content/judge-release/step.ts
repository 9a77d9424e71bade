import { existingRelease, type ReleaseDeps } from '../release-changing.ts';
import type { ShowReleaseInput } from '../show-release/step.ts';
import { createJudge, type JudgeDeps, type Readiness } from './judge.ts';

/** What a release still lacks. */
export const createJudgeRelease = ({ readRelease, ...deps }: Pick<ReleaseDeps, 'readRelease'> & JudgeDeps) => {
  const judge = createJudge(deps);
  return async ({ id }: ShowReleaseInput): Promise<Readiness> => judge(existingRelease(await readRelease(id), id));
};
