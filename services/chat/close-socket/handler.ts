import { socketRoute } from '../../shared/socket.ts';
import { conversationOf, detach, dropSocket } from '../store/sockets.ts';
import { CloseSocketInput, createCloseSocket } from './step.ts';

export const handler = socketRoute(CloseSocketInput, createCloseSocket({ conversationOf, detach, dropSocket }));
