import { api } from '../../shared/api.ts';
import { readRelease } from '../store/releases.ts';
import { createShowRelease, ShowReleaseInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'operator', 'admin'], input: ShowReleaseInput, status: 200 },
  createShowRelease({ readRelease }),
);
