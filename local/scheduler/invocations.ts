import { randomUUID } from 'node:crypto';
import { AwsError } from '../aws/error.ts';
import { isoSecond } from '../aws/time.ts';
import { backOff, DONE, DurableQueue, type NewJob, type Verdict } from '../durable-queue/durable-queue.ts';
import type { Job } from '../durable-queue/job.ts';
import { inputOf } from './input.ts';
import type { Schedule, ScheduleTarget } from './schedule.ts';
import { groupArn, type Scheduler } from './state.ts';
import { requestOf } from './targets/request.ts';

/** One invocation of a target; times are milliseconds since the epoch. */
type Invocation = {
  scheduleArn: string;
  group: string;
  revision: number;
  target: ScheduleTarget;
  scheduledAt: number;
  executionId: string;
  /** Whether the schedule has come to its end with it and goes. */
  last: boolean;
};

/** Codes with which a target says that trying again cannot help. */
const TERMINAL =
  /AccessDenied|NotAuthorized|UnauthorizedOperation|NotFound|DoesNotExist|NonExistentQueue|NoSuch|Validation|^Invalid|UnknownOperation|Serialization|MissingParameter/;

type Options = Omit<Scheduler, 'tokens' | 'rearm' | 'groups'> & {
  /** Between 0 and 1: where in a flexible window an invocation lies. */
  random: () => number;
  /** Removes a schedule that has come to its end. */
  complete: (scheduleArn: string) => void;
};

/**
 * Invocations of targets: rows until the target has taken them, their retries are used up, or their dead-letter queue has
 * them. They start at a moment of the flexible window, and then only if the schedule is still as it was.
 */
export class Invocations {
  readonly #options: Options;
  readonly #queue: DurableQueue<Invocation>;

  constructor(options: Options) {
    this.#options = options;
    const { database, clock } = options;
    const attempt = (job: Job<Invocation>): Promise<Verdict> => this.#attempt(job);
    this.#queue = new DurableQueue({ database, clock, table: 'scheduler_invocations', attempt });
  }

  /** Keeps invocations within the caller's transaction; answers what starts them. */
  keep(due: readonly { schedule: Schedule; scheduledAt: number; last: boolean }[]): () => void {
    return this.#queue.keep(due.map((each) => this.#job(each)));
  }

  resume(): number {
    return this.#queue.resume();
  }

  close(): Promise<void> {
    return this.#queue.close();
  }

  #job({
    schedule,
    scheduledAt,
    last,
  }: {
    schedule: Schedule;
    scheduledAt: number;
    last: boolean;
  }): NewJob<Invocation> {
    const { arn, group, revision, settings } = schedule;
    const { Mode, MaximumWindowInMinutes = 0 } = settings.FlexibleTimeWindow;
    const delay = Mode === 'OFF' ? 0 : Math.floor(this.#options.random() * MaximumWindowInMinutes * 60_000);
    const body = {
      ...{ scheduleArn: arn, group, revision, target: settings.Target, scheduledAt },
      ...{ executionId: randomUUID(), last: last && settings.ActionAfterCompletion === 'DELETE' },
    };
    return {
      id: `${arn}@${scheduledAt}#${revision}`,
      body,
      at: Math.max(scheduledAt + delay, this.#options.clock.now()),
    };
  }

  async #attempt(job: Job<Invocation>): Promise<Verdict> {
    const { body, attempts } = job;
    // Within its window a schedule can still be changed, disabled or deleted.
    if (attempts === 0 && !this.#stillMeant(body)) return DONE;
    try {
      await this.#invoke(body, attempts);
      return this.#done(body);
    } catch (error) {
      return this.#queue.closed ? { is: 'left' } : this.#failed(job, error as Error);
    }
  }

  #stillMeant({ scheduleArn, revision }: Invocation): boolean {
    const schedule = this.#options.schedules.get(scheduleArn);
    return schedule?.revision === revision && schedule.settings.State === 'ENABLED';
  }

  async #invoke(invocation: Invocation, attempts: number): Promise<void> {
    const { target, scheduleArn, scheduledAt } = invocation;
    const input = this.#input(invocation, attempts);
    const request = requestOf(target, { input, scheduleArn, scheduledAt });
    const { service, operation } = request;
    const answer = await this.#options.cloud().call(service, operation, request.input, this.#role(invocation));
    if (Number(answer.FailedEntryCount) > 0) throw failedEntry(answer);
  }

  #input({ target, scheduleArn, scheduledAt, executionId }: Invocation, attempts: number): string {
    const { accountId, region } = this.#options;
    return inputOf(target, { scheduleArn, scheduledAt, executionId, attempt: attempts + 1, accountId, region });
  }

  #role({ target, group }: Invocation) {
    return this.#options.assume(target.RoleArn, groupArn(this.#options, group));
  }

  async #failed(job: Job<Invocation>, error: Error): Promise<Verdict> {
    const { body, attempts } = job;
    const { MaximumRetryAttempts, MaximumEventAgeInSeconds } = body.target.RetryPolicy;
    const now = this.#options.clock.now();
    const at = now + backOff(attempts + 1);
    const code = error instanceof AwsError ? error.code : 'InternalError';
    const terminal = TERMINAL.test(code);
    const tooMany = attempts >= MaximumRetryAttempts;
    const tooOld = at - Math.max(job.firstAt, body.scheduledAt) > MaximumEventAgeInSeconds * 1000;
    if (!terminal && !tooMany && !tooOld) return { is: 'again', at, attempts: attempts + 1 };
    const condition = tooMany ? 'MaximumRetryAttempts' : 'MaximumEventAgeInSeconds';
    try {
      await this.#deadLetter(job, code, error.message, terminal && !tooMany ? undefined : condition);
    } catch (refused) {
      // A queue that may take it later is offered it again; one that never will loses it, as it does with AWS.
      if (!(refused instanceof AwsError && TERMINAL.test(refused.code)))
        return { is: 'again', at: now + backOff(20), attempts };
    }
    return this.#done(body);
  }

  async #deadLetter(
    { body, attempts }: Job<Invocation>,
    code: string,
    message: string,
    condition?: string,
  ): Promise<void> {
    const queue = body.target.DeadLetterConfig?.Arn;
    if (queue === undefined) return;
    const attributes = {
      ...{ ERROR_CODE: code, ERROR_MESSAGE: message.slice(0, 1000), EXECUTION_ID: body.executionId },
      ...(condition === undefined ? {} : { EXHAUSTED_RETRY_CONDITION: condition }),
      ...{ IS_PAYLOAD_TRUNCATED: 'false', RETRY_ATTEMPTS: String(attempts) },
      ...{ SCHEDULED_TIME: isoSecond(body.scheduledAt), SCHEDULE_ARN: body.scheduleArn, TARGET_ARN: body.target.Arn },
    };
    const MessageAttributes = Object.fromEntries(
      Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
    );
    const input = { QueueUrl: queue, MessageBody: this.#input(body, attempts), MessageAttributes };
    await this.#options.cloud().call('sqs', 'SendMessage', input, this.#role(body));
  }

  #done({ last, scheduleArn, revision }: Invocation): Verdict {
    if (!last) return DONE;
    const write = (): void => {
      if (this.#options.schedules.get(scheduleArn)?.revision === revision) this.#options.complete(scheduleArn);
    };
    return { is: 'done', write };
  }
}

/** PutEvents answers well even where it took nothing. */
const failedEntry = ({ Entries }: Record<string, unknown>): AwsError => {
  const entries = Entries as { ErrorCode?: string; ErrorMessage?: string }[];
  const failed = entries.find(({ ErrorCode }) => ErrorCode !== undefined);
  return new AwsError(failed?.ErrorCode ?? 'InternalError', failed?.ErrorMessage ?? 'An entry was not taken.');
};
