import { randomUUID } from 'node:crypto';
import { api } from '../../shared/api.ts';
import { deleteObject, readAsset, signForm } from '../store.ts';
import { beginParts } from '../store-parts.ts';
import { beginAgain, noteReplacement } from '../store-replacement.ts';
import { createRequestReplacement, RequestReplacementInput } from './step.ts';

const stored = { readAsset, noteReplacement, beginAgain, deleteObject, signForm, beginParts };

export const handler = api(
  { allow: ['editor', 'admin'], input: RequestReplacementInput, status: 201 },
  createRequestReplacement({ now: Date.now, newId: randomUUID, ...stored }),
);
