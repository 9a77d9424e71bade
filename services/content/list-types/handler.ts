import { api } from '../../shared/api.ts';
import { createListTypes, ListTypesInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'admin'], input: ListTypesInput, status: 200 },
  createListTypes(),
);
