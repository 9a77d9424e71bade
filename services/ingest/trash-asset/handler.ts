import { api } from '../../shared/api.ts';
import { readAsset } from '../store.ts';
import { writePatch } from '../store-details.ts';
import { createTrashAsset, TrashAssetInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'admin'], input: TrashAssetInput, status: 200 },
  createTrashAsset({ now: Date.now, readAsset, writePatch }),
);
