import { api } from '../../shared/api.ts';
import { readItem, readRevision } from '../store/items.ts';
import { createShowItem, ShowItemInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'admin'], input: ShowItemInput, status: 200 },
  createShowItem({ readItem, readRevision }),
);
