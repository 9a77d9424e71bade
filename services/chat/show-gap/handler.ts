import { api } from '../../shared/api.ts';
import { STAFF } from '../staff.ts';
import { readAsks, readGap } from '../store/gaps.ts';
import { createShowGap, ShowGapInput } from './step.ts';

export const handler = api({ allow: STAFF, input: ShowGapInput, status: 200 }, createShowGap({ readGap, readAsks }));
