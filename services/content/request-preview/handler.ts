import { api } from '../../shared/api.ts';
import { variable } from '../../shared/environment.ts';
import { signingKey } from '../../shared/signing-key.ts';
import { changing } from '../wiring.ts';
import { createRequestPreview, RequestPreviewInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'admin'], input: RequestPreviewInput, status: 202 },
  createRequestPreview({ ...changing, origin: variable('SITE_URL'), signingKey }),
);
