import { TurnAccepted } from '@marquee/events/schemas/turn-accepted.ts';
import { variable } from '../../shared/environment.ts';
import { openApi } from '../../shared/open-api.ts';
import { publish } from '../../shared/publish.ts';
import { limitsFrom } from '../limits.ts';
import { readTurn, readWithAsked } from '../store/conversations.ts';
import { changing, tokens, tools } from '../wiring.ts';
import { AcceptTurnInput, createAcceptTurn } from './step.ts';

const limits = limitsFrom(variable('CHAT_LIMITS'));
const deps = { ...tools, ...changing, ...tokens, limits, readTurn, readWithAsked };

export const handler = openApi(
  { input: AcceptTurnInput, status: 202 },
  createAcceptTurn({ ...deps, publish: (detail) => publish(TurnAccepted, detail) }),
);
