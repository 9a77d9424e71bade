import type { DatabaseSync } from 'node:sqlite';
import { AwsError } from '../aws/error.ts';
import type { Principal } from '../aws/principal.ts';
import type { Cloud } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import { backOff, DONE, DurableQueue, type Verdict } from '../durable-queue/durable-queue.ts';
import type { Job } from '../durable-queue/job.ts';
import { callFor, type Delivery } from './destination-call.ts';
import type { FoundFunction, Functions } from './functions.ts';

export type DestinationOptions = {
  database: DatabaseSync;
  clock: Clock;
  functions: Functions;
  cloud: () => Cloud;
  /** A function's role as Lambda takes it on. Throws where it is not there or does not trust Lambda. */
  principalOf: (found: FoundFunction) => Principal;
};

/** How long a destination that is out of order is tried, in milliseconds: as long as an event may get. */
const LONGEST = 6 * 3_600_000;

/**
 * Records and dead letters on their way, sent as the function's role: kept until the destination has taken them, so that no
 * call is run twice for one. What the destination refuses for good is dropped, as Lambda drops it.
 */
export class Destinations {
  readonly #options: DestinationOptions;
  readonly #queue: DurableQueue<Delivery>;

  constructor(options: DestinationOptions) {
    this.#options = options;
    this.#queue = new DurableQueue<Delivery>({
      database: options.database,
      clock: options.clock,
      table: 'lambda_destination_queue',
      attempt: (job) => this.#attempt(job),
      earlier: {
        table: 'lambda_destinations',
        select: `SELECT id, json_object('functionArn', json_extract(record, '$.requestContext.functionArn'), 'arn', arn,
          'text', record), 0, next_at, next_at FROM lambda_destinations`,
      },
    });
  }

  /** Keeps a delivery within the caller's transaction; answers what starts sending it once that is committed. */
  keep(id: string, delivery: Delivery): () => void {
    return this.#queue.keep([{ id, body: delivery }]);
  }

  /** Goes on with what an earlier run left; answers how many. */
  resume(): number {
    return this.#queue.resume();
  }

  close(): Promise<void> {
    return this.#queue.close();
  }

  async #attempt({ body, attempts, firstAt }: Job<Delivery>): Promise<Verdict> {
    const { clock, functions, cloud, principalOf } = this.#options;
    try {
      const { service, operation, input } = callFor(body);
      const output = await cloud().call(service, operation, input, principalOf(functions.find(body.functionArn)));
      requireTaken(output);
      return DONE;
    } catch (error) {
      const wait = backOff(attempts + 1);
      const final = error instanceof AwsError && error.statusCode < 500 && error.statusCode !== 429;
      if (final || clock.now() + wait - firstAt > LONGEST) return DONE;
      return { is: 'again', at: clock.now() + wait, attempts: attempts + 1 };
    }
  }
}

/** PutEvents answers for each entry. */
const requireTaken = ({ Entries }: { Entries?: unknown }): void => {
  const [entry] = (Entries ?? []) as { ErrorCode?: string; ErrorMessage?: string }[];
  if (entry?.ErrorCode) throw new AwsError(entry.ErrorCode, entry.ErrorMessage ?? '');
};
