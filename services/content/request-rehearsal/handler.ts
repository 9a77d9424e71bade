import { api } from '../../shared/api.ts';
import { readRelease, writeRehearsal } from '../store/releases.ts';
import { tools } from '../wiring.ts';
import { createRequestRehearsal, RequestRehearsalInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'admin'], input: RequestRehearsalInput, status: 202 },
  createRequestRehearsal({ ...tools, readRelease, writeRehearsal }),
);
