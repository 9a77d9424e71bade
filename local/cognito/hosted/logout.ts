import { redirect } from './answers.ts';
import { readAuthorizationRequest } from './authorization-request.ts';
import { clientOfPool, isRegistered } from './clients.ts';
import { loginAction } from './login.ts';
import type { Endpoint } from './place.ts';
import { PageRefusal } from './refusals.ts';
import { endSession } from './sessions.ts';

/**
 * Ends the browser's session, and sends it to a sign-out address of the client or, where the app names an address to come
 * back to, to sign in again.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
export const logout: Endpoint = async (hosted, request) => {
  const { pool, parameters } = request;
  const [clientId, logoutUri] = [parameters.get('client_id'), parameters.get('logout_uri')];
  if (logoutUri === null) {
    await readAuthorizationRequest(hosted, request);
    return redirect(loginAction(request), [endSession(hosted, request)]);
  }
  const twice = ['client_id', 'logout_uri'].some((name) => parameters.getAll(name).length > 1);
  if (clientId === null || twice) throw new PageRefusal('invalid_request');
  const client = await clientOfPool(hosted, pool, clientId);
  if (!client) throw new PageRefusal('invalid_client');
  if (!isRegistered(hosted, logoutUri, client.LogoutURLs)) throw new PageRefusal('redirect_mismatch');
  return redirect(logoutUri, [endSession(hosted, request)]);
};
