import { randomUUID } from 'node:crypto';
import { api } from '../../shared/api.ts';
import { createAsset, signForm } from '../store.ts';
import { beginParts } from '../store-parts.ts';
import { createIssueUploadTicket, IssueUploadTicketInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'admin'], input: IssueUploadTicketInput, status: 201 },
  createIssueUploadTicket({ now: Date.now, newId: randomUUID, createAsset, signForm, beginParts }),
);
