import { api } from '../../shared/api.ts';
import { changeGap, readGap } from '../store/gaps.ts';
import { createDismissGap, DismissGapInput } from './step.ts';

export const handler = api(
  { allow: ['editor', 'publisher', 'admin'], input: DismissGapInput, status: 200 },
  createDismissGap({ readGap, changeGap }),
);
