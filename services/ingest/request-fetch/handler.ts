import { randomUUID } from 'node:crypto';
import { AssetFetchRequested } from '@marquee/events/schemas/asset-fetch-requested.ts';
import { api } from '../../shared/api.ts';
import { publish } from '../../shared/publish.ts';
import { createAsset } from '../store.ts';
import { createRequestFetch, RequestFetchInput } from './step.ts';

const requestFetch = (detail: AssetFetchRequested) => publish(AssetFetchRequested, detail);

export const handler = api(
  { allow: ['editor', 'admin'], input: RequestFetchInput, status: 202 },
  createRequestFetch({ now: Date.now, newId: randomUUID, createAsset, requestFetch }),
);
