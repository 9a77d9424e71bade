import { api } from '../../shared/api.ts';
import { readItems } from '../store/items.ts';
import { changing } from '../wiring.ts';
import { createRequestPublication, RequestPublicationInput } from './step.ts';

export const handler = api(
  { allow: ['publisher', 'admin'], input: RequestPublicationInput, status: 202 },
  createRequestPublication({ ...changing, readItems }),
);
