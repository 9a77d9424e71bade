import { openApi } from '../../shared/open-api.ts';
import { forget } from '../store/conversations.ts';
import { changing, tokens } from '../wiring.ts';
import { createForgetConversation, ForgetConversationInput } from './step.ts';

export const handler = openApi(
  { input: ForgetConversationInput, status: 200 },
  createForgetConversation({ ...tokens, ...changing, forget }),
);
