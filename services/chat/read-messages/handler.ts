import { openApi } from '../../shared/open-api.ts';
import { readNotes, readTurns } from '../store/conversations.ts';
import { committing, pushing, tokens } from '../wiring.ts';
import { createReadMessages, ReadMessagesInput } from './step.ts';

export const handler = openApi(
  { input: ReadMessagesInput, status: 200 },
  createReadMessages({ ...committing, ...pushing, ...tokens, readTurns, readNotes }),
);
