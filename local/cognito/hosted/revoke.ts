import { empty } from './answers.ts';
import { formClient, formField } from './form-client.ts';
import type { Endpoint } from './place.ts';
import { OAuthRefusal } from './refusals.ts';
import { grantOf, verified } from './tokens.ts';

/**
 * Ends a refresh token. One that serves no more, or that never did, is revoked already.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/revocation-endpoint.html
 */
export const revoke: Endpoint = async (hosted, request) => {
  const { pool } = request;
  const client = await formClient(hosted, request);
  const token = formField(request, 'token');
  if (token === undefined || String(client.EnableTokenRevocation) === 'false')
    throw new OAuthRefusal('invalid_request');
  const claims = await verified(hosted, pool, token);
  if (claims?.token_use === 'access' || claims?.token_use === 'id') throw new OAuthRefusal('unsupported_token_type');
  const user = await pool.getUserByRefreshToken(hosted.backend.context, token);
  if (!claims || !user) return empty(200);
  if ((grantOf(claims).clientId ?? client.ClientId) !== client.ClientId) throw new OAuthRefusal('invalid_request');
  await hosted.changeUser(pool, user.Username, (now) => ({
    ...now,
    RefreshTokens: (now.RefreshTokens ?? []).filter((each) => each !== token),
  }));
  return empty(200);
};
