import { socketRoute } from '../../shared/socket.ts';
import { readNotes, readTurns } from '../store/conversations.ts';
import { attach, conversationOf } from '../store/sockets.ts';
import { committing, pushing } from '../wiring.ts';
import { createResumeSocket, ResumeSocketInput } from './step.ts';

export const handler = socketRoute(
  ResumeSocketInput,
  createResumeSocket({ ...committing, ...pushing, readTurns, readNotes, conversationOf, attach }),
  { tell: pushing.post },
);
