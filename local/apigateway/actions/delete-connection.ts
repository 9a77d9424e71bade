import type { Operation } from '../../aws/service.ts';
import type { Connections } from '../websocket/connections.ts';
import { type ConnectionInput, MEMBERS, openConnection, permissionOn } from './on-connection.ts';

/** Ends a connection; its `$disconnect` route is told. */
export const deleteConnection = (connections: Connections): Operation => ({
  members: MEMBERS,
  permissions: permissionOn(connections, 'DELETE'),
  run(input: ConnectionInput) {
    const { id } = openConnection(connections, input);
    connections.close(id, 1000, 'Connection closed normally');
    return {};
  },
});
