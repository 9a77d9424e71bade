import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../clock.ts';

/** What each kind of handle stands for. Times are seconds since the epoch, as tokens have them. */
export type Kinds = {
  /** A browser that somebody signed in with. */
  session: { poolId: string; username: string; sub: string; authTime: number };
  /** Somebody who gave a temporary password and has to choose their own. */
  challenge: { poolId: string; username: string; sub: string };
  /** An authorization code. */
  code: {
    poolId: string;
    clientId: string;
    username: string;
    sub: string;
    redirectUri: string;
    scopes: string[];
    authTime: number;
    challenge?: string;
    nonce?: string;
  };
};

/** How long each serves, in milliseconds. @see https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login.html */
const LIFETIME: Record<keyof Kinds, number> = { session: 3_600_000, challenge: 180_000, code: 300_000 };

/** Values behind handles that nobody guesses. The database has no handle, only its hash; a `kill -9` loses none. */
export const createKept = (database: DatabaseSync, clock: Clock) => {
  database.exec(
    `CREATE TABLE IF NOT EXISTS cognito_hosted
       (hash TEXT PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL, expires_at INTEGER NOT NULL) STRICT`,
  );
  const insert = database.prepare('INSERT INTO cognito_hosted VALUES (?, ?, ?, ?)');
  const select = database.prepare('SELECT value, expires_at FROM cognito_hosted WHERE hash = ? AND kind = ?');
  const remove = database.prepare('DELETE FROM cognito_hosted WHERE hash = ? AND kind = ? RETURNING value, expires_at');
  const sweep = database.prepare('DELETE FROM cognito_hosted WHERE expires_at <= ?');
  const serving = <K extends keyof Kinds>(row: Record<string, unknown> | undefined): Kinds[K] | undefined =>
    row && Number(row.expires_at) > clock.now() ? JSON.parse(String(row.value)) : undefined;

  return {
    /** Keeps a value; the handle is for whoever may come back with it. */
    put<K extends keyof Kinds>(kind: K, value: Kinds[K]): string {
      sweep.run(clock.now());
      const handle = randomBytes(32).toString('base64url');
      insert.run(hashOf(handle), kind, JSON.stringify(value), clock.now() + LIFETIME[kind]);
      return handle;
    },
    get: <K extends keyof Kinds>(kind: K, handle: string): Kinds[K] | undefined =>
      serving<K>(select.get(hashOf(handle), kind)),
    /** The value, once: whoever asks again gets nothing. */
    take: <K extends keyof Kinds>(kind: K, handle: string): Kinds[K] | undefined =>
      serving<K>(remove.get(hashOf(handle), kind)),
  };
};

export type Kept = ReturnType<typeof createKept>;

const hashOf = (handle: string): string => createHash('sha256').update(handle).digest('base64url');
