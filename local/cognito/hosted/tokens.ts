import { createHash, createPrivateKey, createPublicKey, type JsonWebKey, randomUUID } from 'node:crypto';
import { decodeJwt, errors, jwtVerify, SignJWT } from 'jose';
import type { AppClient, User, UserPool } from '../backend.ts';
import type { Hosted } from './place.ts';
import { claimsOf } from './user-claims.ts';

/** What somebody granted an app: for how much, and when they signed in for it. */
export type Grant = { scopes: readonly string[]; authTime: number; nonce?: string };

type Claims = Record<string, unknown>;

/** The claim of a refresh token with what it renews. No authorizer takes a token for it, as it has no audience and no client. */
type RefreshGrant = { clientId: string; scopes: string[]; authTime: number };

/** Tokens as `InitiateAuth` makes them, for what was granted. `originId` is the refresh token's, which they can be revoked by. */
export const createTokens = async (
  hosted: Hosted,
  pool: UserPool,
  client: AppClient,
  user: User,
  { scopes, authTime, nonce }: Grant,
  originId: string = randomUUID(),
) => {
  const { backend } = hosted;
  const groups = await pool.listUserGroupMembership(backend.context, user);
  const made = await backend.tokens.generate(backend.context, user, groups, client, undefined, 'HostedAuth');
  const shared = { auth_time: authTime, origin_jti: originId };
  const access: Claims = { ...decodeJwt(made.AccessToken), ...shared, scope: scopes.join(' ') };
  const accessToken = await sign(hosted, access);
  const { email: _, email_verified: __, ...id } = decodeJwt(made.IdToken);
  const idClaims = {
    ...Object.fromEntries(Object.entries(id).filter(([name]) => !name.startsWith('custom:'))),
    ...claimsOf(user, scopes),
    ...shared,
    at_hash: halfHash(accessToken),
    ...(nonce === undefined ? {} : { nonce }),
  };
  const grant: RefreshGrant = { clientId: client.ClientId, scopes: [...scopes], authTime };
  const refresh = { ...decodeJwt(made.RefreshToken), jti: originId, token_use: 'refresh', grant };
  return {
    accessToken,
    /** Only who asked for `openid` is told who signed in. */
    idToken: scopes.includes('openid') ? await sign(hosted, idClaims) : undefined,
    refreshToken: await sign(hosted, refresh),
    expiresIn: Number(access.exp) - Number(access.iat),
  };
};

const sign = ({ backend: { privateKey } }: Hosted, claims: Claims): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: privateKey.id, typ: 'JWT' })
    .sign(createPrivateKey(privateKey.pem));

/** The claims of a token that a pool of here signed and that has not ended; undefined for any other. */
export const verified = async (hosted: Hosted, pool: UserPool, token: string): Promise<Claims | undefined> => {
  const { backend, clock, issuerDomain } = hosted;
  const key = createPublicKey({ key: backend.publicKey as JsonWebKey, format: 'jwk' });
  const issuer = `${issuerDomain}/${pool.options.Id}`;
  try {
    return (await jwtVerify(token, key, { issuer, currentDate: new Date(clock.now()) })).payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
};

/** What a refresh token renews. One that `InitiateAuth` gave lets its user act on their own account. */
export const grantOf = (claims: Claims): Partial<RefreshGrant> & { scopes: string[]; authTime: number } =>
  (claims.grant as RefreshGrant | undefined) ?? {
    scopes: ['aws.cognito.signin.user.admin'],
    authTime: Number(claims.iat),
  };

/** Keeps a refresh token with its user; those that have ended go. */
export const keepRefreshToken = ({ changeUser, clock }: Hosted, pool: UserPool, { Username }: User, token: string) => {
  const lives = (each: string): boolean => Number(decodeJwt(each).exp) * 1000 > clock.now();
  return changeUser(pool, Username, (user) => ({
    ...user,
    RefreshTokens: [...(user.RefreshTokens ?? []).filter(lives), token],
  }));
};

/** @see https://openid.net/specs/openid-connect-core-1_0.html#CodeIDToken */
const halfHash = (token: string): string =>
  createHash('sha256').update(token).digest().subarray(0, 16).toString('base64url');
