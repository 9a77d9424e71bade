import { api } from '../../shared/api.ts';
import { released, releasing } from '../release-wiring.ts';
import { createRollBackRelease, RollBackReleaseInput } from './step.ts';

export const handler = api(
  { allow: ['publisher', 'admin'], input: RollBackReleaseInput, status: 202 },
  createRollBackRelease({ ...releasing, ...released }),
);
