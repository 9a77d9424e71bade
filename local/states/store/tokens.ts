import type { DatabaseSync } from 'node:sqlite';

/** How a task that hands out a token ended: with an output (JSON text), or with an error. */
export type TokenOutcome = { output: string } | { error?: string; cause?: string };

/** The task of an activity has `activity_arn` and `input`, and once a worker has taken it, `taken_at` and perhaps `worker`. */
export type TokenRow = {
  token: string;
  execution: number;
  heartbeat_at: number | null;
  outcome: string | null;
  activity_arn: string | null;
  input: string | null;
  taken_at: number | null;
  worker: string | null;
};

/** A task that an activity's workers can take. */
export type Offer = { token: string; execution: number; activityArn: string; input: string };

/** Task tokens that wait for an answer, with the answer until its execution has taken it. */
export const createTokenStore = (database: DatabaseSync) => {
  const insert = database.prepare('INSERT OR IGNORE INTO states_tokens (token, execution) VALUES (?, ?)');
  const offer = database.prepare(
    `INSERT OR IGNORE INTO states_tokens (token, execution, activity_arn, input, scheduled)
     VALUES (?, ?, ?, ?, (SELECT coalesce(max(scheduled), 0) + 1 FROM states_tokens
     WHERE activity_arn = ? AND taken_at IS NULL))`,
  );
  const untaken = database.prepare(
    'SELECT * FROM states_tokens WHERE activity_arn = ? AND taken_at IS NULL ORDER BY scheduled',
  );
  const take = database.prepare('UPDATE states_tokens SET taken_at = ?, worker = ? WHERE token = ?');
  const get = database.prepare('SELECT * FROM states_tokens WHERE token = ?');
  const answer = database.prepare('UPDATE states_tokens SET outcome = ? WHERE token = ?');
  const beat = database.prepare('UPDATE states_tokens SET heartbeat_at = ? WHERE token = ?');
  const remove = database.prepare('DELETE FROM states_tokens WHERE token = ?');
  const removeOf = database.prepare('DELETE FROM states_tokens WHERE execution = ?');
  return {
    insert: (token: string, execution: number) => insert.run(token, execution),
    /** Puts a task at the end of its activity's queue; one that is there already stays where it is. */
    offer: ({ token, execution, activityArn, input }: Offer) =>
      offer.run(token, execution, activityArn, input, activityArn),
    /** The first task of an activity that nobody has taken and `wanted` holds for. */
    firstUntaken: (activityArn: string, wanted: (token: string) => boolean): TokenRow | undefined => {
      for (const row of untaken.iterate(activityArn) as Iterable<TokenRow>) if (wanted(row.token)) return row;
      return undefined;
    },
    take: (token: string, at: number, worker: string | undefined) => take.run(at, worker ?? null, token),
    get: (token: string) => get.get(token) as TokenRow | undefined,
    answer: (token: string, outcome: TokenOutcome) => answer.run(JSON.stringify(outcome), token),
    beat: (token: string, at: number) => beat.run(at, token),
    remove: (token: string) => remove.run(token),
    removeOf: (execution: number) => removeOf.run(execution),
  };
};

export type TokenStore = ReturnType<typeof createTokenStore>;
