import { api } from '../../shared/api.ts';
import { listAudit, readItem } from '../store/items.ts';
import { createShowHistory, ShowHistoryInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'admin'], input: ShowHistoryInput, status: 200 },
  createShowHistory({ readItem, listAudit }),
);
