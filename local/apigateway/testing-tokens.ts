import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Clock } from '../clock.ts';
import type { KeysOf } from './authorize/jwt.ts';

export const ISSUER = 'https://issuer.example';
export const AUDIENCE = 'studio';

/** Somebody who signs tokens, and whose keys are known. */
export const openIssuer = async (clock: Clock) => {
  const pair = await generateKeyPair('RS256');
  const keys = [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }];
  const keysOf: KeysOf = (issuer) => (issuer === ISSUER ? keys : undefined);
  return {
    keysOf,
    /** A token that an authorizer of this issuer takes, but for what is said otherwise. */
    token(claims: Record<string, unknown> = {}, signer = pair.privateKey): Promise<string> {
      const now = Math.floor(clock.now() / 1000);
      return new SignJWT({ iss: ISSUER, aud: AUDIENCE, exp: now + 3600, sub: 'u1', ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
        .sign(signer);
    },
  };
};
