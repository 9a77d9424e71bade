import { decodeJwt } from 'jose';
import { json } from './answers.ts';
import type { Endpoint } from './place.ts';
import { OAuthRefusal } from './refusals.ts';
import { verified } from './tokens.ts';
import { claimsOf } from './user-claims.ts';
import { userOf } from './users.ts';

/**
 * Tells what the scopes of an access token tell of its user.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html
 */
export const userInfo: Endpoint = async (hosted, { pool, headers }) => {
  const [, token] = /^Bearer (\S+)$/i.exec(headers.authorization ?? '') ?? [];
  if (token === undefined) throw new OAuthRefusal('invalid_request', 'Bad OAuth2 request at UserInfo Endpoint');
  const claims = await verified(hosted, pool, token);
  const identity = { username: String(claims?.username), sub: String(claims?.sub) };
  const user = claims?.token_use === 'access' ? await userOf(hosted, pool, identity) : undefined;
  // A token that was renewed from one that is revoked is revoked with it.
  const origin = claims?.origin_jti;
  const kept = origin === undefined || user?.RefreshTokens?.some((each) => decodeJwt(each).jti === origin);
  if (!user || !kept)
    throw new OAuthRefusal(
      'invalid_token',
      'Access token is expired, disabled, or deleted, or the user has globally signed out.',
      401,
    );
  const scopes = String(claims?.scope).split(' ');
  if (!scopes.includes('openid'))
    throw new OAuthRefusal('invalid_token', 'Access token does not contain openid scope', 401);
  // It tells truths as texts, unlike the id token.
  const told = Object.entries(claimsOf(user, scopes)).map(([name, value]) => [name, String(value)]);
  return json(200, { ...Object.fromEntries(told), username: user.Username });
};
