import type { Clock, Timer } from '../clock.ts';
import type { Rule } from './rule.ts';
import type { Rules } from './rules.ts';

/**
 * Runs rules on their schedules, with one timer for the earliest. What was missed while nothing ran is not made up for:
 * EventBridge sends each event for its minute, and a burst of old ones would say nothing.
 */
export class RuleTicker {
  readonly #clock: Clock;
  readonly #rules: Rules;
  readonly #tick: (rule: Rule, at: number) => void;
  /** When each rule that has a schedule is due next. */
  readonly #due = new Map<string, number>();
  #timer: { at: number; timer: Timer } | undefined;
  #running = false;

  constructor(clock: Clock, rules: Rules, tick: (rule: Rule, at: number) => void) {
    this.#clock = clock;
    this.#rules = rules;
    this.#tick = tick;
  }

  start(): void {
    this.#running = true;
    for (const bus of this.#rules.buses()) for (const rule of this.#rules.rulesOf(bus.name)) this.#plan(rule);
    this.#arm();
  }

  stop(): void {
    this.#running = false;
    this.#timer?.timer.cancel();
    this.#timer = undefined;
  }

  /** A rule was put or removed. */
  changed(arn: string, rule: Rule | undefined): void {
    if (!this.#running) return;
    this.#due.delete(arn);
    if (rule) this.#plan(rule);
    this.#arm();
  }

  #plan({ arn, enabled, schedule, since }: Rule): void {
    const next = enabled ? schedule?.(since, this.#clock.now()) : undefined;
    if (next === undefined) this.#due.delete(arn);
    else this.#due.set(arn, next);
  }

  #arm(): void {
    const at = Math.min(...this.#due.values());
    if (at === this.#timer?.at) return;
    this.#timer?.timer.cancel();
    this.#timer = Number.isFinite(at) ? { at, timer: this.#clock.at(at, () => this.#ring()) } : undefined;
  }

  #ring(): void {
    this.#timer = undefined;
    const now = this.#clock.now();
    for (const [arn, at] of [...this.#due]) {
      if (at > now) continue;
      const rule = this.#rules.byArn(arn);
      if (rule) {
        this.#tick(rule, at);
        this.#plan(rule);
      } else this.#due.delete(arn);
    }
    this.#arm();
  }
}
