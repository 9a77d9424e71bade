import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import type { Clock } from '../../clock.ts';
import type { Authorizer } from '../model.ts';
import { type IdentityValues, identityOf } from './identity-source.ts';

export type KeysOf = (issuer: string) => Record<string, unknown>[] | undefined;

/** What an HTTP API's JWT authorizer found out; `claims` as the function gets them, all values text. */
export type Authorization =
  | { ok: true; claims: Record<string, string>; scopes: string[] | null }
  | { ok: false; status: 401 | 403; challenge: string };

/** Checks tokens as an HTTP API does: signature, issuer, audience or client, time, scopes. */
export const createJwtAuthorize =
  (keysOf: KeysOf, clock: Clock) =>
  async (authorizer: Authorizer, wanted: readonly string[], values: IdentityValues): Promise<Authorization> => {
    const token = identityOf(authorizer.identitySources[0] ?? '', values)?.replace(/^bearer\s+/i, '');
    if (!token) return { ok: false, status: 401, challenge: 'Bearer' };
    const keys = keysOf(authorizer.issuer);
    if (!keys) return refuse(`no keys are known for the issuer ${authorizer.issuer}`);
    try {
      const { payload } = await jwtVerify(token, createLocalJWKSet({ keys } as unknown as JSONWebKeySet), {
        issuer: authorizer.issuer,
        algorithms: ['RS256', 'RS384', 'RS512'],
        currentDate: new Date(clock.now()),
      });
      if (!audienceOf(payload).some((audience) => authorizer.audience.includes(audience)))
        return refuse('the token does not have a valid audience');
      if (payload.iat !== undefined && payload.iat * 1000 > clock.now())
        return refuse('the token is issued in the future');
      const scopes = scopesOf(payload);
      if (wanted.length > 0 && !wanted.some((scope) => scopes.includes(scope))) {
        return {
          ok: false,
          status: 403,
          challenge: `Bearer scope="${wanted.join(' ')}" error="insufficient_scope"`,
        };
      }
      return { ok: true, claims: flatten(payload), scopes: wanted.length > 0 ? [...wanted] : null };
    } catch (error) {
      if (error instanceof errors.JWTExpired) return refuse('the token has expired');
      if (error instanceof errors.JOSEError)
        return refuse('signing key, issuer or signature of the token is not the expected one');
      throw error;
    }
  };

const refuse = (description: string): Authorization => ({
  ok: false,
  status: 401,
  challenge: `Bearer scope="" error="invalid_token" error_description="${description}"`,
});

/** The token's scopes: texts parted by spaces in `scope`, or the list that some issuers write as `scp`. */
const scopesOf = ({ scope, scp }: JWTPayload): string[] => {
  const given = scope ?? scp;
  return typeof given === 'string' ? given.split(' ') : Array.isArray(given) ? given.map(String) : [];
};

/** `aud`, or Cognito's `client_id` where an access token has no `aud`. */
const audienceOf = ({ aud, client_id }: JWTPayload): string[] =>
  aud === undefined ? (typeof client_id === 'string' ? [client_id] : []) : [aud].flat();

/** API Gateway hands claims on as text: lists as `[a b]`. */
const flatten = (payload: JWTPayload): Record<string, string> =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
    ]),
  );
