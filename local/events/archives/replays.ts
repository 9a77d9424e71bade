import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../clock.ts';
import { transaction } from '../../database.ts';
import type { Intake } from '../intake.ts';
import type { Archives } from './archives.ts';

export type ReplayState = 'STARTING' | 'RUNNING' | 'COMPLETED' | 'CANCELLED' | 'FAILED';

/** A replay; times are milliseconds since the epoch. */
export type Replay = {
  name: string;
  description?: string;
  archive: string;
  archiveArn: string;
  from: number;
  to: number;
  bus: string;
  busArn: string;
  /** ARNs of the rules that get the events; all of the bus where left out. */
  only?: readonly string[];
  state: ReplayState;
  reason?: string;
  /** The event that was sent last. */
  after: { at: number; position: number };
  startedAt: number;
  endedAt?: number;
};

/** Events sent in one transaction. */
const BATCH = 50;

/** How long a replay is known after its end, in milliseconds. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-replay-archived-event.html */
const KEPT = 90 * 86_400_000;

type Options = { database: DatabaseSync; clock: Clock; archives: Archives; intake: () => Intake };

/** Replays: archived events sent again, some at a time. Where a replay is stands in the transaction of what it sent. */
export class Replays {
  readonly #options: Options;
  readonly #statements;
  #closed = false;

  constructor(options: Options) {
    this.#options = options;
    const { database } = options;
    database.exec(`CREATE TABLE IF NOT EXISTS events_replays (
      name TEXT PRIMARY KEY, started_at INTEGER NOT NULL, state TEXT NOT NULL, settings TEXT NOT NULL) STRICT`);
    this.#statements = {
      put: database.prepare('INSERT OR REPLACE INTO events_replays VALUES (?, ?, ?, ?)'),
      get: database.prepare('SELECT settings FROM events_replays WHERE name = ?'),
      all: database.prepare('SELECT settings FROM events_replays ORDER BY name'),
      expire: database.prepare(
        "DELETE FROM events_replays WHERE started_at < ? AND state NOT IN ('STARTING', 'RUNNING')",
      ),
    };
  }

  get(name: string): Replay | undefined {
    const row = this.#statements.get.get(name);
    return row && (JSON.parse(String(row.settings)) as Replay);
  }

  all(): Replay[] {
    return this.#statements.all.all().map(({ settings }) => JSON.parse(String(settings)) as Replay);
  }

  /** Keeps a replay, then begins it. */
  start(replay: Replay): void {
    this.#statements.expire.run(this.#options.clock.now() - KEPT);
    this.#put(replay);
    this.#soon(replay.name);
  }

  /** Ends a replay where it is. */
  cancel(replay: Replay): void {
    this.#put({ ...replay, state: 'CANCELLED', endedAt: this.#options.clock.now() });
  }

  /** Goes on with what an earlier run left; answers how many. */
  resume(): number {
    const left = this.all().filter(({ state }) => state === 'STARTING' || state === 'RUNNING');
    for (const { name } of left) this.#soon(name);
    return left.length;
  }

  close(): void {
    this.#closed = true;
  }

  #soon(name: string): void {
    const { clock } = this.#options;
    clock.at(clock.now(), () => this.#step(name));
  }

  #step(name: string): void {
    const replay = this.#closed ? undefined : this.get(name);
    if (replay?.state !== 'STARTING' && replay?.state !== 'RUNNING') return;
    const { archives, database, intake, clock } = this.#options;
    if (!archives.get(replay.archive)) {
      this.#put({ ...replay, state: 'FAILED', reason: 'The archive was deleted.', endedAt: clock.now() });
      return;
    }
    const found = archives.read(replay.archive, replay, replay.after, BATCH);
    const last = found.at(-1);
    const start = transaction(database, () => {
      if (!last) this.#put({ ...replay, state: 'COMPLETED', endedAt: clock.now() });
      else this.#put({ ...replay, state: 'RUNNING', after: { at: last.at, position: last.position } });
      return intake().keep(
        found.map(({ event: { detail, ...event } }) => ({
          event: { ...event, 'replay-name': replay.name, detail },
          to: { bus: replay.bus, only: replay.only },
        })),
      );
    });
    start();
    if (last) this.#soon(name);
  }

  #put(replay: Replay): void {
    this.#statements.put.run(replay.name, replay.startedAt, replay.state, JSON.stringify(replay));
  }
}
