import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { AwsError } from '../aws/error.ts';
import type { Clock } from '../clock.ts';

/** How long an answer is kept for its token, in milliseconds. */
const KEPT = 8 * 3_600_000;

/** Answers kept by the token that the client gave, so that a request that comes twice is done once. */
export const createClientTokens = (database: DatabaseSync, clock: Clock) => {
  database.exec(`CREATE TABLE IF NOT EXISTS scheduler_client_tokens (
    token TEXT PRIMARY KEY, request TEXT NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL) STRICT`);
  const get = database.prepare('SELECT request, answer FROM scheduler_client_tokens WHERE token = ? AND at > ?');
  const put = database.prepare('INSERT OR REPLACE INTO scheduler_client_tokens VALUES (?, ?, ?, ?)');
  const expire = database.prepare('DELETE FROM scheduler_client_tokens WHERE at <= ?');

  return {
    /**
     * Does what a request asks for, or answers as before where its token is known.
     * Throws `ConflictException` where the token came with another request.
     */
    once<Answer extends object>(operation: string, input: { ClientToken?: string }, run: () => Answer): Answer {
      const { ClientToken: token, ...rest } = input;
      if (token === undefined) return run();
      const now = clock.now();
      const request = createHash('sha256')
        .update(`${operation}\n${JSON.stringify(rest)}`)
        .digest('base64');
      const known = get.get(token, now - KEPT);
      if (known?.request === request) return JSON.parse(String(known.answer)) as Answer;
      if (known) throw new AwsError('ConflictException', 'The client token was used with another request.', 409);
      const answer = run();
      expire.run(now - KEPT);
      put.run(token, request, JSON.stringify(answer), now);
      return answer;
    },
  };
};

export type ClientTokens = ReturnType<typeof createClientTokens>;
