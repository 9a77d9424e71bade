import { api } from '../../shared/api.ts';
import { readItem, readRevision } from '../store/items.ts';
import { CompareRevisionsInput, createCompareRevisions } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'admin'], input: CompareRevisionsInput, status: 200 },
  createCompareRevisions({ readItem, readRevision }),
);
