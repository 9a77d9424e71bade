import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { remember } from '../remember.ts';

export type SessionCredentials = {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration: Date;
};

export type Session = { roleArn: string; sessionName: string; expiresAt: number; secretAccessKey: string };

/**
 * Temporary credentials that need no table: the session token says whose they are and until when, sealed with a secret,
 * and both keys follow from it. So a URL presigned before a restart still verifies after it.
 */
export const createSessions = (secret: Buffer) => {
  const seal = (purpose: string, text: string): Buffer =>
    createHmac('sha256', secret).update(`${purpose}\n${text}`).digest();
  const keys = (sessionToken: string) => ({
    accessKeyId: `ASIA${base32(seal('key', sessionToken)).slice(0, 16)}`,
    secretAccessKey: seal('secret', sessionToken).toString('base64').slice(0, 40),
  });

  const unseal = remember(500, (sessionToken): (Session & { accessKeyId: string }) | undefined => {
    const [claims = '', mac = ''] = sessionToken.split('.');
    const expected = seal('token', claims);
    const given = Buffer.from(mac, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    const text = Buffer.from(claims, 'base64url').toString();
    const [roleArn, sessionName, expiresAt] = JSON.parse(text) as [string, string, number];
    return { roleArn, sessionName, expiresAt, ...keys(sessionToken) };
  });

  return {
    issue(roleArn: string, sessionName: string, expiresAt: number): SessionCredentials {
      const claims = Buffer.from(JSON.stringify([roleArn, sessionName, expiresAt])).toString('base64url');
      const sessionToken = `${claims}.${seal('token', claims).toString('base64url')}`;
      return { ...keys(sessionToken), sessionToken, expiration: new Date(expiresAt) };
    },

    /** The session behind a token, or undefined where the token is not ours or belongs to another key. */
    open(accessKeyId: string, sessionToken: string): Session | undefined {
      const session = unseal(sessionToken);
      return session?.accessKeyId === accessKeyId ? session : undefined;
    },
  };
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const base32 = (bytes: Buffer): string => Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('');

/** The secret that seals sessions, made on first use and kept in `folder`, readable by its owner alone. */
export const sessionSecret = (folder: string | undefined): Buffer => {
  if (!folder) return randomBytes(32);
  const file = join(folder, 'session-secret');
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = readFileSync(file);
  if (secret.length >= 32) return secret;
  // A crash between creation and the write leaves an empty file.
  const fresh = randomBytes(32);
  writeFileSync(file, fresh, { mode: 0o600 });
  return fresh;
};
