import { AwsError } from '../aws/error.ts';
import { compileCron, type Next } from '../schedule-expression/cron.ts';
import { compileRate } from '../schedule-expression/rate.ts';

/** The moment after another, both in milliseconds, at which a rule that counts from `since` runs. */
export type RuleSchedule = (since: number, after: number) => number | undefined;

/** Compiles a rule's schedule, in UTC. Throws `ValidationException`. */
export const compileSchedule = (expression: string): RuleSchedule => {
  const [, kind, inner = ''] = /^(rate|cron)\((.*)\)$/.exec(expression) ?? [];
  const period = kind === 'rate' ? compileRate(inner, { strict: true }) : undefined;
  // A rate runs for the first time when its period is over.
  if (period !== undefined)
    return (since, after) => since + Math.max(1, Math.floor((after - since) / period) + 1) * period;
  const cron: Next | undefined = kind === 'cron' ? compileCron(inner) : undefined;
  if (cron) return (_, after) => cron(after);
  throw new AwsError('ValidationException', 'Parameter ScheduleExpression is not valid.', 400);
};
