import { api } from '../../shared/api.ts';
import { createJudge } from '../judge-release/judge.ts';
import { judging } from '../judge-release/wiring.ts';
import { members, releasing } from '../release-wiring.ts';
import { ShowReleaseInput } from '../show-release/step.ts';
import { createScheduleRelease } from './step.ts';

export const handler = api(
  { allow: ['publisher', 'admin'], input: ShowReleaseInput, status: 200 },
  createScheduleRelease({ ...releasing, ...members, judge: createJudge(judging) }),
);
