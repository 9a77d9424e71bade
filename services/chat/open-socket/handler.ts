import { socketRoute } from '../../shared/socket.ts';
import { noteSocket } from '../store/sockets.ts';
import { changing, tokens } from '../wiring.ts';
import { createOpenSocket, OpenSocketInput } from './step.ts';

export const handler = socketRoute(OpenSocketInput, createOpenSocket({ ...changing, ...tokens, noteSocket }));
