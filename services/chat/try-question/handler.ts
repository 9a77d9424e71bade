import { api } from '../../shared/api.ts';
import { openShelf } from '../reading.ts';
import { createOpenRehearsal } from '../rehearsals.ts';
import { STAFF } from '../staff.ts';
import { readKnowledge } from '../store/knowledge.ts';
import { createTryQuestion, TryQuestionInput } from './step.ts';

export const handler = api(
  { allow: STAFF, input: TryQuestionInput, status: 200 },
  createTryQuestion({ openShelf, openRehearsal: createOpenRehearsal({ readKnowledge }) }),
);
