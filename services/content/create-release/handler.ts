import { api } from '../../shared/api.ts';
import { members, releasing } from '../release-wiring.ts';
import { CreateReleaseInput, createCreateRelease } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'admin'], input: CreateReleaseInput, status: 201 },
  createCreateRelease({ ...releasing, ...members }),
);
