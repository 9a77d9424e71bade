import { api } from '../../shared/api.ts';
import { members, releasing } from '../release-wiring.ts';
import { createSaveRelease, SaveReleaseInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'admin'], conditional: true, input: SaveReleaseInput, status: 200 },
  createSaveRelease({ ...releasing, ...members }),
);
