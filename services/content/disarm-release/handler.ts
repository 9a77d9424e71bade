import { api } from '../../shared/api.ts';
import { releasing } from '../release-wiring.ts';
import { ShowReleaseInput } from '../show-release/step.ts';
import { createDisarmRelease } from './step.ts';

export const handler = api(
  { allow: ['publisher', 'admin'], input: ShowReleaseInput, status: 200 },
  createDisarmRelease(releasing),
);
