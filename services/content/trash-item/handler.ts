import { api } from '../../shared/api.ts';
import { changing } from '../wiring.ts';
import { createTrashItem, TrashItemInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'admin'], input: TrashItemInput, status: 200 },
  createTrashItem(changing),
);
