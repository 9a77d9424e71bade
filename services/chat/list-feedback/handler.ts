import { api } from '../../shared/api.ts';
import { STAFF } from '../staff.ts';
import { listFeedback } from '../store/feedback.ts';
import { createListFeedback, ListFeedbackInput } from './step.ts';

export const handler = api(
  { allow: STAFF, input: ListFeedbackInput, status: 200 },
  createListFeedback({ listFeedback }),
);
