import type { DatabaseSync } from 'node:sqlite';

/** How a task that hands out a token ended: with an output (JSON text), or with an error. */
export type TokenOutcome = { output: string } | { error?: string; cause?: string };

export type TokenRow = { token: string; execution: number; heartbeat_at: number | null; outcome: string | null };

/** Task tokens that wait for an answer, with the answer until its execution has taken it. */
export const createTokenStore = (database: DatabaseSync) => {
  const insert = database.prepare('INSERT OR IGNORE INTO states_tokens (token, execution) VALUES (?, ?)');
  const get = database.prepare('SELECT * FROM states_tokens WHERE token = ?');
  const answer = database.prepare('UPDATE states_tokens SET outcome = ? WHERE token = ?');
  const beat = database.prepare('UPDATE states_tokens SET heartbeat_at = ? WHERE token = ?');
  const remove = database.prepare('DELETE FROM states_tokens WHERE token = ?');
  const removeOf = database.prepare('DELETE FROM states_tokens WHERE execution = ?');
  return {
    insert: (token: string, execution: number) => insert.run(token, execution),
    get: (token: string) => get.get(token) as TokenRow | undefined,
    answer: (token: string, outcome: TokenOutcome) => answer.run(JSON.stringify(outcome), token),
    beat: (token: string, at: number) => beat.run(at, token),
    remove: (token: string) => remove.run(token),
    removeOf: (execution: number) => removeOf.run(execution),
  };
};

export type TokenStore = ReturnType<typeof createTokenStore>;
