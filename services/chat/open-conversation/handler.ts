import { variable } from '../../shared/environment.ts';
import { openApi } from '../../shared/open-api.ts';
import { limitsFrom } from '../limits.ts';
import { open } from '../store/conversations.ts';
import { takeToken } from '../store/limits.ts';
import { tokens, tools } from '../wiring.ts';
import { createOpenConversation, OpenConversationInput } from './step.ts';

const limits = limitsFrom(variable('CHAT_LIMITS'));

export const handler = openApi(
  { input: OpenConversationInput, status: 201 },
  createOpenConversation({ ...tools, ...tokens, limits, origin: variable('SITE_URL'), takeToken, open }),
);
