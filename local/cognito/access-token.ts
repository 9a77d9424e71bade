import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import { AwsError } from '../aws/error.ts';
import type { Clock } from '../clock.ts';

/**
 * Checks the token with which a user acts on their own account: signed by a pool of here, of the kind `access`, not past
 * its time and with the scope for it. Throws `NotAuthorizedException`.
 */
export const createAccessTokens = (publicKey: Record<string, unknown>, clock: Clock) => {
  const key = createPublicKey({ key: publicKey as JsonWebKey, format: 'jwk' });
  return async (token: unknown): Promise<void> => {
    try {
      const { payload } = await jwtVerify(String(token), key, { currentDate: new Date(clock.now()) });
      if (payload.token_use === 'access') return requireScope(payload.scope);
    } catch (error) {
      if (error instanceof AwsError) throw error;
      if (error instanceof errors.JWTExpired) throw new AwsError('NotAuthorizedException', 'Access Token has expired');
    }
    throw new AwsError('NotAuthorizedException', 'Invalid Access Token');
  };
};

/** One that a hosted sign-in gave may be for less. */
const requireScope = (scope: unknown): void => {
  if (!String(scope).split(' ').includes('aws.cognito.signin.user.admin'))
    throw new AwsError('NotAuthorizedException', 'Access Token does not have required scopes');
};
