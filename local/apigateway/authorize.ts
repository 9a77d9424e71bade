import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import type { Clock } from '../clock.ts';
import type { Authorizer, Route } from './api.ts';

export type KeysOf = (issuer: string) => Record<string, unknown>[] | undefined;

/** What an HTTP API's JWT authorizer found out; `claims` as the function gets them, all values text. */
export type Authorization =
  | { ok: true; claims: Record<string, string>; scopes: string[] | null }
  | { ok: false; status: 401 | 403; challenge: string };

/** Checks tokens as an HTTP API does: signature, issuer, audience or client, time, scopes. */
export const createAuthorize =
  (keysOf: KeysOf, clock: Clock) =>
  async (authorizer: Authorizer, route: Route, headers: Readonly<Record<string, string>>): Promise<Authorization> => {
    const name = authorizer.identitySource.replace('$request.header.', '').toLowerCase();
    const token = headers[name]?.replace(/^bearer\s+/i, '');
    if (!token) return { ok: false, status: 401, challenge: 'Bearer' };
    const keys = keysOf(authorizer.issuer);
    if (!keys) return refuse(`no keys are known for the issuer ${authorizer.issuer}`);
    try {
      const { payload } = await jwtVerify(token, createLocalJWKSet({ keys } as unknown as JSONWebKeySet), {
        issuer: authorizer.issuer,
        currentDate: new Date(clock.now()),
      });
      if (!audienceOf(payload).some((audience) => authorizer.audience.includes(audience)))
        return refuse('the token does not have a valid audience');
      const scopes = typeof payload.scope === 'string' ? payload.scope.split(' ') : [];
      if (route.scopes.length > 0 && !route.scopes.some((scope) => scopes.includes(scope))) {
        return {
          ok: false,
          status: 403,
          challenge: `Bearer scope="${route.scopes.join(' ')}" error="insufficient_scope"`,
        };
      }
      return { ok: true, claims: flatten(payload), scopes: route.scopes.length > 0 ? [...route.scopes] : null };
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
