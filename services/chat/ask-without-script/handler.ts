import { fileURLToPath } from 'node:url';
import { TurnAccepted } from '@marquee/events/schemas/turn-accepted.ts';
import { readFrame } from '@marquee/site/static.ts';
import { variable } from '../../shared/environment.ts';
import { formPage } from '../../shared/form-page.ts';
import { publish } from '../../shared/publish.ts';
import { createAcceptTurn } from '../accept-turn/step.ts';
import { limitsFrom } from '../limits.ts';
import { createOpenConversation } from '../open-conversation/step.ts';
import { createReadMessages } from '../read-messages/step.ts';
import { open, readNotes, readTurn, readTurns, readWithAsked } from '../store/conversations.ts';
import { takeToken } from '../store/limits.ts';
import { changing, tokens, tools } from '../wiring.ts';
import { AskWithoutScriptInput, createAskWithoutScript } from './step.ts';

const limits = limitsFrom(variable('CHAT_LIMITS'));
const deps = {
  ...tools,
  ...changing,
  ...tokens,
  limits,
  takeToken,
  open,
  readTurn,
  readTurns,
  readNotes,
  readWithAsked,
};

export const handler = formPage(
  AskWithoutScriptInput,
  createAskWithoutScript({
    ...tools,
    files: await readFrame(fileURLToPath(new URL('./static/', import.meta.url))),
    open: createOpenConversation({ ...deps, origin: variable('SITE_URL') }),
    accept: createAcceptTurn({ ...deps, publish: (detail) => publish(TurnAccepted, detail) }),
    read: createReadMessages(deps),
    pause: () => new Promise((resolve) => setTimeout(resolve, 150)),
  }),
);
