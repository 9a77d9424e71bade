import { api } from '../../shared/api.ts';
import { changing } from '../wiring.ts';
import { createRestoreItem, RestoreItemInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'admin'], input: RestoreItemInput, status: 200 },
  createRestoreItem(changing),
);
