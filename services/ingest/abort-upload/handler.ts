import { api } from '../../shared/api.ts';
import { markRemoved, readAsset } from '../store.ts';
import { abortParts } from '../store-parts.ts';
import { dropReplacement } from '../store-replacement.ts';
import { AbortUploadInput, createAbortUpload } from './step.ts';

export const handler = api(
  { allow: ['editor', 'admin'], input: AbortUploadInput, status: 200 },
  createAbortUpload({ now: Date.now, readAsset, abortParts, markRemoved, dropReplacement }),
);
