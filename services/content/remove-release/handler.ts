import { api } from '../../shared/api.ts';
import { releasing } from '../release-wiring.ts';
import { ShowReleaseInput } from '../show-release/step.ts';
import { createRemoveRelease } from './step.ts';

export const handler = api(
  { allow: ['publisher', 'admin'], input: ShowReleaseInput, status: 200 },
  createRemoveRelease(releasing),
);
