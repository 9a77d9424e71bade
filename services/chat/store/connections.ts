import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { variable } from '../../shared/environment.ts';

const client = /* @__PURE__ */ new ApiGatewayManagementApiClient({
  endpoint: /* @__PURE__ */ variable('SOCKET_CALLBACK_URL'),
  // A reader that takes nothing must not hold up the others.
  requestHandler: { requestTimeout: 3_000, connectionTimeout: 1_000 },
});

const isGone = (error: unknown): boolean => error instanceof Error && error.name === 'GoneException';

/** Sends a text to one socket; false where it has ended. */
export const post = async (ConnectionId: string, text: string): Promise<boolean> => {
  try {
    await client.send(new PostToConnectionCommand({ ConnectionId, Data: text }));
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
};

/** Ends a socket; one that has ended counts as well. */
export const hangUp = async (ConnectionId: string): Promise<void> => {
  try {
    await client.send(new DeleteConnectionCommand({ ConnectionId }));
  } catch (error) {
    if (!isGone(error)) throw error;
  }
};
