import type { Operation } from '../../aws/service.ts';
import type { Connections } from '../websocket/connections.ts';
import { type ConnectionInput, MEMBERS, openConnection, permissionOn } from './on-connection.ts';

/** Tells when a connection was made and last used, and by whom. */
export const getConnection = (connections: Connections): Operation => ({
  members: MEMBERS,
  permissions: permissionOn(connections, 'GET'),
  run(input: ConnectionInput) {
    const { connectedAt, lastActiveAt, sourceIp, userAgent } = openConnection(connections, input);
    return {
      connectedAt: new Date(connectedAt).toISOString(),
      identity: { sourceIp, ...(userAgent === undefined ? {} : { userAgent }) },
      lastActiveAt: new Date(lastActiveAt).toISOString(),
    };
  },
});
