import type { OriginAnswer } from '../../cloudfront/s3-origin.ts';
import type { User } from '../backend.ts';
import { redirect, withParameters } from './answers.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { epochSeconds, type Hosted, type HostedRequest } from './place.ts';
import { sessionCookie } from './sessions.ts';
import { attributeOf } from './users.ts';

/** Sends the browser back to the app with a code, which serves once, this client and this address only. */
export const redirectWithCode = (
  { kept }: Hosted,
  { pool }: HostedRequest,
  { client, redirectUri, scopes, state, challenge, nonce }: AuthorizationRequest,
  user: User,
  authTime: number,
  cookies: readonly string[] = [],
): OriginAnswer => {
  const code = kept.put('code', {
    ...{ poolId: pool.options.Id, clientId: client.ClientId, redirectUri, scopes, authTime, challenge, nonce },
    ...identityOf(user),
  });
  return redirect(withParameters(redirectUri, { code, state }), cookies);
};

/** Signs a browser in, and sends it back to the app. */
export const completeSignIn = (
  hosted: Hosted,
  request: HostedRequest,
  asked: AuthorizationRequest,
  user: User,
): OriginAnswer => {
  const authTime = epochSeconds(hosted.clock);
  const session = hosted.kept.put('session', { poolId: request.pool.options.Id, ...identityOf(user), authTime });
  return redirectWithCode(hosted, request, asked, user, authTime, [sessionCookie(session, request)]);
};

export const identityOf = (user: User) => ({ username: user.Username, sub: attributeOf(user, 'sub') ?? '' });
