import { api } from '../../shared/api.ts';
import { readAsset } from '../store.ts';
import { writePatch } from '../store-details.ts';
import { createRestoreAsset, RestoreAssetInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'admin'], input: RestoreAssetInput, status: 200 },
  createRestoreAsset({ now: Date.now, readAsset, writePatch }),
);
