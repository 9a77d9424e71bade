import { socketRoute } from '../../shared/socket.ts';
import { readNotes, readTurns } from '../store/conversations.ts';
import { attach, conversationOf } from '../store/sockets.ts';
import { changing } from '../wiring.ts';
import { createResumeSocket, ResumeSocketInput } from './step.ts';

export const handler = socketRoute(
  ResumeSocketInput,
  createResumeSocket({ ...changing, readTurns, readNotes, conversationOf, attach }),
  { tell: changing.post },
);
