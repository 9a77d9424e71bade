import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import type { Connections } from '../websocket/connections.ts';
import { LARGEST_MESSAGE } from '../websocket/frame-limit.ts';
import { type ConnectionInput, gone, MEMBERS, openConnection, permissionOn } from './on-connection.ts';

type Input = ConnectionInput & { Data?: string | Uint8Array };

/** Sends a message to the client of a connection. */
export const postToConnection = (connections: Connections): Operation => ({
  members: [...MEMBERS, 'Data'],
  permissions: permissionOn(connections, 'POST'),
  async run(input: Input) {
    const data = Buffer.from(input.Data ?? '');
    if (data.length > LARGEST_MESSAGE) throw new AwsError('PayloadTooLargeException', 'Message too long', 413);
    const { id } = openConnection(connections, input);
    if (!(await connections.send(id, data))) throw gone();
    return {};
  },
});
