import { api } from '../../shared/api.ts';
import { changing, checking } from '../wiring.ts';
import { CreateItemInput, createCreateItem } from './step.ts';

export const handler = api(
  { allow: ['editor', 'admin'], input: CreateItemInput, status: 201 },
  createCreateItem({ ...changing, ...checking }),
);
