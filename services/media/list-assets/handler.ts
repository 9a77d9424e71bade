import { api } from '../../shared/api.ts';
import { signer } from '../signer.ts';
import { listAssets, readContent } from '../store.ts';
import { createListAssets, ListAssetsInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'operator', 'admin'], input: ListAssetsInput, status: 200 },
  createListAssets({ now: Date.now, listAssets, readContent, signer }),
);
