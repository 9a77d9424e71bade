import { api } from '../../shared/api.ts';
import { linkToOriginal } from '../original-link.ts';
import { signer } from '../signer.ts';
import { readAsset, readContent } from '../store.ts';
import { createShowAsset, ShowAssetInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'operator', 'admin'], input: ShowAssetInput, status: 200 },
  createShowAsset({ readAsset, readContent, signer, linkToOriginal }),
);
