import { openApi } from '../../shared/open-api.ts';
import { forget, read } from '../store/conversations.ts';
import { pushing, tokens } from '../wiring.ts';
import { createForgetConversation, ForgetConversationInput } from './step.ts';

export const handler = openApi(
  { input: ForgetConversationInput, status: 200 },
  createForgetConversation({ ...tokens, ...pushing, read, forget }),
);
