import { api } from '../../shared/api.ts';
import { readAsset } from '../store.ts';
import { signPart } from '../store-parts.ts';
import { createSignParts, SignPartsInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'admin'], input: SignPartsInput, status: 200 },
  createSignParts({ readAsset, signPart }),
);
