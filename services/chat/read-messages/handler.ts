import { openApi } from '../../shared/open-api.ts';
import { readNotes, readTurns } from '../store/conversations.ts';
import { changing, tokens } from '../wiring.ts';
import { createReadMessages, ReadMessagesInput } from './step.ts';

export const handler = openApi(
  { input: ReadMessagesInput, status: 200 },
  createReadMessages({ ...changing, ...tokens, readTurns, readNotes }),
);
