import { api } from '../../shared/api.ts';
import { STAFF } from '../staff.ts';
import { listGaps } from '../store/gaps.ts';
import { createListGaps, ListGapsInput } from './step.ts';

export const handler = api({ allow: STAFF, input: ListGapsInput, status: 200 }, createListGaps({ listGaps }));
