import { AwsError } from '../../aws/error.ts';
import type { CallContext, Permission } from '../../aws/service.ts';
import { CONNECTION_ID } from '../ids.ts';
import type { Connections } from '../websocket/connections.ts';
import type { OpenConnection } from '../websocket/model.ts';

/** `apiId` and `stage` come from the address that was called. */
export type ConnectionInput = { ConnectionId: string; apiId?: string; stage?: string };

export const gone = (): AwsError =>
  new AwsError('GoneException', 'The connection with the provided id no longer exists.', 410);

/** The open connection of an id. Throws `GoneException`, or `BadRequestException` for what is no id. */
export const openConnection = (
  connections: Connections,
  { ConnectionId, apiId, stage }: ConnectionInput,
): OpenConnection => {
  if (!CONNECTION_ID.test(ConnectionId))
    throw new AwsError('BadRequestException', `Invalid connectionId: ${ConnectionId}`, 400);
  const found = connections.find(ConnectionId);
  const elsewhere = (apiId !== undefined && found?.apiId !== apiId) || (stage !== undefined && found?.stage !== stage);
  if (!found || elsewhere) throw gone();
  return found;
};

/** `execute-api:ManageConnections` on the connection, as its API's stage has it. */
export const permissionOn =
  (connections: Connections, method: string) =>
  ({ ConnectionId, apiId, stage }: ConnectionInput, { region, accountId }: CallContext): Permission[] => {
    const found = connections.find(ConnectionId);
    const place = `${apiId ?? found?.apiId ?? '*'}/${stage ?? found?.stage ?? '*'}`;
    const resource = `arn:aws:execute-api:${region}:${accountId}:${place}/${method}/@connections/${ConnectionId}`;
    return [{ action: 'execute-api:ManageConnections', resource }];
  };

export const MEMBERS = ['ConnectionId', 'apiId', 'stage'] as const;
