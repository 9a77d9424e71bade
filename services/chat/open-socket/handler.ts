import { socketRoute } from '../../shared/socket.ts';
import { read } from '../store/conversations.ts';
import { noteSocket } from '../store/sockets.ts';
import { tokens } from '../wiring.ts';
import { createOpenSocket, OpenSocketInput } from './step.ts';

export const handler = socketRoute(OpenSocketInput, createOpenSocket({ ...tokens, read, noteSocket }));
