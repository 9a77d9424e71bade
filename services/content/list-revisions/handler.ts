import { api } from '../../shared/api.ts';
import { listRevisions, readItem } from '../store/items.ts';
import { createListRevisions, ListRevisionsInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'admin'], input: ListRevisionsInput, status: 200 },
  createListRevisions({ readItem, listRevisions }),
);
