import { randomUUID } from 'node:crypto';
import { RenditionRetryRequested } from '@marquee/events/schemas/rendition-retry-requested.ts';
import { api } from '../../shared/api.ts';
import { publish } from '../../shared/publish.ts';
import { readAsset, readContent } from '../store.ts';
import { createRetryRendition, RetryRenditionInput } from './step.ts';

const requestRetry = (detail: RenditionRetryRequested) => publish(RenditionRetryRequested, detail);

export const handler = api(
  { allow: ['editor', 'admin'], input: RetryRenditionInput, status: 202 },
  createRetryRendition({ now: Date.now, newId: randomUUID, readAsset, readContent, requestRetry }),
);
