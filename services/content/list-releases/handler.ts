import { api } from '../../shared/api.ts';
import { listReleases } from '../store/releases.ts';
import { createListReleases, ListReleasesInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'operator', 'admin'], input: ListReleasesInput, status: 200 },
  createListReleases({ listReleases }),
);
