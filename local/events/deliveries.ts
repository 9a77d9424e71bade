import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import type { DeliveryOutcome } from '../cloudwatch/sources/events.ts';
import { backOff, DONE, DurableQueue, type Verdict } from '../durable-queue/durable-queue.ts';
import type { Job } from '../durable-queue/job.ts';
import type { SendDeadLetter } from './dead-letters.ts';
import { type Event, eventTime } from './event.ts';
import { failureOf } from './failure.ts';
import { inputFor } from './input.ts';
import { type Rule, retryPolicy, type Target } from './rule.ts';
import type { Rules } from './rules.ts';
import type { Delivery } from './targets.ts';

type Body = { rule: string; target: string; event: Event };

/** The table of earlier releases. */
const EARLIER = {
  table: 'events_deliveries',
  select: `SELECT id, json_object('rule', rule, 'target', target, 'event', json(event)), attempts, first_at, next_at
    FROM events_deliveries ORDER BY first_at, rowid`,
};

/** The longest wait between attempts, in milliseconds; also before a dead-letter queue that took nothing is tried again. */
const LONGEST_WAIT = 10 * 60_000;

type Options = {
  database: DatabaseSync;
  clock: Clock;
  rules: Rules;
  deliver: (delivery: Delivery) => Promise<void>;
  deadLetter: SendDeadLetter;
  /** Told what became of each attempt. */
  onDelivery?: (rule: Rule, outcome: DeliveryOutcome) => void;
};

/**
 * Every match of an event and a target, kept until the target has taken it or its dead-letter queue has it.
 * A crash repeats a delivery and loses none: at least once, as EventBridge promises.
 */
export class Deliveries {
  readonly #options: Options;
  readonly #queue: DurableQueue<Body>;

  constructor(options: Options) {
    this.#options = options;
    const { database, clock } = options;
    const attempt = (job: Job<Body>): Promise<Verdict> => this.#attempt(job);
    this.#queue = new DurableQueue({ database, clock, table: 'events_queue', attempt, earlier: EARLIER });
  }

  /** Keeps what targets are to get, within the caller's transaction; answers what starts delivering once that is committed. */
  keep(matches: readonly { rule: Rule; target: Target; event: Event }[]): () => void {
    return this.#queue.keep(
      matches.map(({ rule, target, event }) => ({
        id: randomUUID(),
        body: { rule: rule.arn, target: target.Id, event },
      })),
    );
  }

  /** Goes on with what an earlier run left; answers how many. */
  resume(): number {
    return this.#queue.resume();
  }

  close(): Promise<void> {
    return this.#queue.close();
  }

  async #attempt(job: Job<Body>): Promise<Verdict> {
    const { event, ...named } = job.body;
    const found = this.#options.rules.target(named.rule, named.target);
    if (!found) return DONE; // The rule or the target is gone, and its undelivered events with it.
    const { rule, target } = found;
    try {
      await this.#options.deliver({
        rule,
        target,
        event,
        input: inputFor(event, target, rule, eventTime(job.firstAt)),
      });
      this.#options.onDelivery?.(rule, 'delivered');
      return DONE;
    } catch (error) {
      return this.#queue.closed ? { is: 'left' } : this.#failed(job, rule, target, error as Error);
    }
  }

  async #failed(job: Job<Body>, rule: Rule, target: Target, error: Error): Promise<Verdict> {
    const { clock, deadLetter } = this.#options;
    const { code, message, terminal } = failureOf(error);
    const { MaximumRetryAttempts, MaximumEventAgeInSeconds } = retryPolicy(target);
    const attempts = job.attempts + 1;
    const at = clock.now() + backOff(attempts, 1000, LONGEST_WAIT);
    const tooMany = attempts > MaximumRetryAttempts;
    const tooOld = at - job.firstAt > MaximumEventAgeInSeconds * 1000;
    if (!terminal && !tooMany && !tooOld) return { is: 'again', at, attempts };
    if (!target.DeadLetterConfig?.Arn) {
      this.#options.onDelivery?.(rule, 'failed');
      return DONE;
    }
    const condition = tooMany ? 'MaximumRetryAttempts' : 'MaximumEventAgeInSeconds';
    try {
      await deadLetter(rule.arn, target.DeadLetterConfig.Arn, JSON.stringify(job.body.event), {
        ERROR_CODE: code,
        ERROR_MESSAGE: message.slice(0, 1000),
        RULE_ARN: rule.arn,
        TARGET_ARN: target.Arn,
        RETRY_ATTEMPTS: String(attempts - 1),
        ...(terminal ? {} : { EXHAUSTED_RETRY_CONDITION: condition }),
      });
      this.#options.onDelivery?.(rule, 'dead-letter');
    } catch (refused) {
      if (this.#queue.closed) return { is: 'left' };
      this.#options.onDelivery?.(rule, 'dead-letter-failed');
      // A queue that has no room now is offered it again; one that is not there or lets nobody in loses it, as with AWS.
      if (!failureOf(refused as Error).terminal)
        return { is: 'again', at: clock.now() + LONGEST_WAIT, attempts: job.attempts };
    }
    return DONE;
  }
}
