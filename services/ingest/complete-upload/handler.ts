import { api } from '../../shared/api.ts';
import { readAsset } from '../store.ts';
import { abortParts, completeParts, hasObject, listParts } from '../store-parts.ts';
import { CompleteUploadInput, createCompleteUpload } from './step.ts';

export const handler = api(
  { allow: ['editor', 'admin'], input: CompleteUploadInput, status: 200 },
  createCompleteUpload({ readAsset, listParts, completeParts, abortParts, hasObject }),
);
