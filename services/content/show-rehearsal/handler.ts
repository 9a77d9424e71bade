import { api } from '../../shared/api.ts';
import { readJson } from '../store/pages.ts';
import { readRehearsal } from '../store/releases.ts';
import { createShowRehearsal, ShowRehearsalInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'admin'], input: ShowRehearsalInput, status: 200 },
  createShowRehearsal({ readRehearsal, readJson }),
);
