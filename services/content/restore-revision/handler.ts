import { api } from '../../shared/api.ts';
import { readRevision } from '../store/items.ts';
import { changing, checking } from '../wiring.ts';
import { createRestoreRevision, RestoreRevisionInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'admin'], input: RestoreRevisionInput, status: 200, conditional: true },
  createRestoreRevision({ ...changing, ...checking, readRevision }),
);
