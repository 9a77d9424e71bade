import { api } from '../../shared/api.ts';
import { readAsset } from '../store.ts';
import { listParts } from '../store-parts.ts';
import { createListParts, ListPartsInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'admin'], input: ListPartsInput, status: 200 },
  createListParts({ readAsset, listParts }),
);
