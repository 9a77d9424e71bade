import { api } from '../../shared/api.ts';
import { STAFF } from '../staff.ts';
import { readAsked } from '../store/asked.ts';
import { tools } from '../wiring.ts';
import { createListAsked, ListAskedInput } from './step.ts';

export const handler = api(
  { allow: STAFF, input: ListAskedInput, status: 200 },
  createListAsked({ ...tools, readAsked }),
);
