import type { Timer } from '../clock.ts';
import { transaction } from '../database.ts';
import type { Invocations } from './invocations.ts';
import type { Schedule } from './schedule.ts';
import type { Scheduler } from './state.ts';
import { dueNow } from './timing.ts';

/** Schedules that are taken up in one transaction. */
const AT_ONCE = 100;

type Options = Pick<Scheduler, 'database' | 'clock' | 'schedules'> & {
  invocations: Invocations;
  complete: (scheduleArn: string) => void;
};

/** Turns schedules that are due into invocations. One timer stands for the earliest of all. */
export class Ticker {
  readonly #options: Options;
  #timer: { at: number; timer: Timer } | undefined;
  #running = false;

  constructor(options: Options) {
    this.#options = options;
  }

  /** From now on schedules run: those first that came due while nothing ran. */
  start(): void {
    this.#running = true;
    this.arm();
  }

  /** Looks again at when the next schedule is due. */
  arm(): void {
    if (!this.#running) return;
    const at = this.#options.schedules.earliest();
    if (at === this.#timer?.at) return;
    this.#timer?.timer.cancel();
    this.#timer = at === undefined ? undefined : { at, timer: this.#options.clock.at(at, () => this.#ring()) };
  }

  stop(): void {
    this.#running = false;
    this.#timer?.timer.cancel();
    this.#timer = undefined;
  }

  #ring(): void {
    this.#timer = undefined;
    if (!this.#running) return;
    const { database, clock, schedules, invocations } = this.#options;
    const now = clock.now();
    // The invocation and the schedule's next time are one transaction: a crash repeats neither and loses neither.
    const start = transaction(database, () => {
      const due = schedules.due(now, AT_ONCE).flatMap((schedule) => this.#take(schedule, now));
      return invocations.keep(due);
    });
    start();
    this.arm();
  }

  #take(schedule: Schedule, now: number): { schedule: Schedule; scheduledAt: number; last: boolean }[] {
    const { run, next } = dueNow(schedule, schedule.nextAt ?? now, now);
    this.#options.schedules.setNext(schedule.arn, next);
    const last = next === undefined;
    if (run !== undefined) return [{ schedule, scheduledAt: run, last }];
    if (last && schedule.settings.ActionAfterCompletion === 'DELETE') this.#options.complete(schedule.arn);
    return [];
  }
}
