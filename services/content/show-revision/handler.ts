import { api } from '../../shared/api.ts';
import { readRevision } from '../store/items.ts';
import { createShowRevision, ShowRevisionInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'admin'], input: ShowRevisionInput, status: 200 },
  createShowRevision({ readRevision }),
);
