import { createHash, timingSafeEqual } from 'node:crypto';
import type { OriginAnswer } from '../../cloudfront/s3-origin.ts';
import type { AppClient } from '../backend.ts';
import { json } from './answers.ts';
import { hasPages, mayRefresh } from './clients.ts';
import { formClient, formField } from './form-client.ts';
import type { Endpoint, Hosted, HostedRequest } from './place.ts';
import { OAuthRefusal } from './refusals.ts';
import { createTokens, grantOf, keepRefreshToken, verified } from './tokens.ts';
import { userOf } from './users.ts';

/** Gives tokens for a code, or new ones for a refresh token. @see https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html */
export const token: Endpoint = async (hosted, request) => {
  const grantType = formField(request, 'grant_type');
  if (grantType !== 'authorization_code' && grantType !== 'refresh_token')
    throw new OAuthRefusal(grantType === undefined ? 'invalid_request' : 'unsupported_grant_type');
  const client = await formClient(hosted, request);
  if (!hasPages(client)) throw new OAuthRefusal('unauthorized_client');
  return grantType === 'authorization_code' ? forCode(hosted, request, client) : renew(hosted, request, client);
};

const forCode = async (hosted: Hosted, request: HostedRequest, client: AppClient): Promise<OriginAnswer> => {
  const { pool } = request;
  if (!client.AllowedOAuthFlows?.includes('code')) throw new OAuthRefusal('unauthorized_client');
  const [code, redirectUri] = [formField(request, 'code'), formField(request, 'redirect_uri')];
  if (code === undefined || redirectUri === undefined) throw new OAuthRefusal('invalid_request');
  // Whoever presents a code uses it up, so that nobody can try one verifier after the other.
  const granted = hosted.kept.take('code', code);
  const serves =
    granted?.poolId === pool.options.Id &&
    granted.clientId === client.ClientId &&
    granted.redirectUri === redirectUri &&
    meets(granted.challenge, formField(request, 'code_verifier'));
  const user = serves ? await userOf(hosted, pool, granted) : undefined;
  if (!granted || !user) throw new OAuthRefusal('invalid_grant');
  const made = await createTokens(hosted, pool, client, user, granted);
  await keepRefreshToken(hosted, pool, user, made.refreshToken);
  return json(200, {
    ...(made.idToken === undefined ? {} : { id_token: made.idToken }),
    access_token: made.accessToken,
    refresh_token: made.refreshToken,
    expires_in: made.expiresIn,
    token_type: 'Bearer',
  });
};

const renew = async (hosted: Hosted, request: HostedRequest, client: AppClient): Promise<OriginAnswer> => {
  const { pool } = request;
  if (!mayRefresh(client)) throw new OAuthRefusal('unauthorized_client');
  const refreshToken = formField(request, 'refresh_token');
  if (refreshToken === undefined) throw new OAuthRefusal('invalid_request');
  const claims = await verified(hosted, pool, refreshToken);
  const user = await pool.getUserByRefreshToken(hosted.backend.context, refreshToken);
  if (!claims || !user || user.Enabled === false) throw new OAuthRefusal('invalid_grant');
  const grant = grantOf(claims);
  if ((grant.clientId ?? client.ClientId) !== client.ClientId) throw new OAuthRefusal('invalid_grant');
  const made = await createTokens(hosted, pool, client, user, grant, String(claims.jti));
  return json(200, {
    ...(made.idToken === undefined ? {} : { id_token: made.idToken }),
    access_token: made.accessToken,
    expires_in: made.expiresIn,
    token_type: 'Bearer',
  });
};

/** Whether a verifier is that of a challenge; a code that was asked for without one is given for none. */
const meets = (challenge: string | undefined, verifier: string | undefined): boolean => {
  if (challenge === undefined || verifier === undefined) return challenge === verifier;
  const [asked, given] = [Buffer.from(challenge), Buffer.from(hashOf(verifier))];
  return VERIFIER.test(verifier) && asked.length === given.length && timingSafeEqual(asked, given);
};

/** @see https://www.rfc-editor.org/rfc/rfc7636#section-4.1 */
const VERIFIER = /^[\w.~-]{43,128}$/;

const hashOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
