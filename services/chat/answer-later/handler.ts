import { openApi } from '../../shared/open-api.ts';
import { read, readTurn } from '../store/conversations.ts';
import { putPromise } from '../store/promises.ts';
import { tokens } from '../wiring.ts';
import { AnswerLaterInput, createAnswerLater } from './step.ts';

export const handler = openApi(
  { input: AnswerLaterInput, status: 200 },
  createAnswerLater({ ...tokens, read, readTurn, putPromise }),
);
