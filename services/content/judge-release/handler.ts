import { api } from '../../shared/api.ts';
import { releasing } from '../release-wiring.ts';
import { ShowReleaseInput } from '../show-release/step.ts';
import { createJudgeRelease } from './step.ts';
import { judging } from './wiring.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'admin'], input: ShowReleaseInput, status: 200 },
  createJudgeRelease({ ...releasing, ...judging }),
);
