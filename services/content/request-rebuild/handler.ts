import { api } from '../../shared/api.ts';
import { write } from '../store/write.ts';
import { tools } from '../wiring.ts';
import { createRequestRebuild, RequestRebuildInput } from './step.ts';

export const handler = api(
  { allow: ['admin'], input: RequestRebuildInput, status: 202 },
  createRequestRebuild({ ...tools, write }),
);
