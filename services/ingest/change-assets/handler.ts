import { api } from '../../shared/api.ts';
import { readAsset } from '../store.ts';
import { writePatch } from '../store-details.ts';
import { ChangeAssetsInput, createChangeAssets } from './step.ts';

export const handler = api(
  { allow: ['editor', 'admin'], input: ChangeAssetsInput, status: 200 },
  createChangeAssets({ now: Date.now, readAsset, writePatch }),
);
