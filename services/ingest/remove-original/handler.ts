import { api } from '../../shared/api.ts';
import { deleteObject, markRemoved, readAsset } from '../store.ts';
import { readUses } from '../store-uses.ts';
import { createRemoveOriginal, RemoveOriginalInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'admin'], input: RemoveOriginalInput, status: 202 },
  createRemoveOriginal({ now: Date.now, readAsset, readUses, deleteObject, markRemoved }),
);
