import { api } from '../../shared/api.ts';
import { signer } from '../signer.ts';
import { listAssets } from '../store.ts';
import { createListAssets, ListAssetsInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'admin'], input: ListAssetsInput, status: 200 },
  createListAssets({ listAssets, signer }),
);
