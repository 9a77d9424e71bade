import { api } from '../../shared/api.ts';
import { listItems, readRevisions } from '../store/items.ts';
import { createListItems, ListItemsInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'admin'], input: ListItemsInput, status: 200 },
  createListItems({ listItems, readRevisions }),
);
