import { api } from '../../shared/api.ts';
import { readRevision } from '../store/items.ts';
import { changing, checking } from '../wiring.ts';
import { createSaveItem, SaveItemInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'admin'], input: SaveItemInput, status: 200, conditional: true },
  createSaveItem({ ...changing, ...checking, readRevision }),
);
