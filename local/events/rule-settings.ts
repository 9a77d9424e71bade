import { AwsError } from '../aws/error.ts';
import type { Bus, Rule, RuleSettings } from './rule.ts';

type Input = {
  Name: string;
  Description?: string;
  EventPattern?: string;
  ScheduleExpression?: string;
  State?: string;
  RoleArn?: string;
};

const refuse = (message: string): AwsError => new AwsError('ValidationException', message, 400);

/** Most rules of a bus. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const MOST_RULES = 300;

/** The settings that PutRule asks for. Throws `ValidationException`; the pattern is judged where it is kept. */
export const ruleSettings = (
  input: Input,
  { bus, known, count, now }: { bus: Bus; known: Rule | undefined; count: number; now: number },
): RuleSettings => {
  const { Name, Description, EventPattern, ScheduleExpression, State = 'ENABLED', RoleArn } = input;
  if (!EventPattern && !ScheduleExpression)
    throw refuse('Parameter(s) EventPattern or ScheduleExpression must be specified.');
  if (ScheduleExpression && bus.name !== 'default')
    throw refuse('ScheduleExpression is supported only on the default event bus.');
  if (!known && count >= MOST_RULES)
    throw new AwsError('LimitExceededException', 'The requested resource exceeds the maximum number allowed.', 400);
  const enabled = State !== 'DISABLED';
  // A rate goes on in its rhythm unless it changes or was off.
  const goesOn = known?.enabled && enabled && known.scheduleExpression === ScheduleExpression;
  return {
    name: Name,
    bus: bus.name,
    ...(Description ? { description: Description } : {}),
    enabled,
    ...(EventPattern ? { patternText: EventPattern } : {}),
    ...(ScheduleExpression ? { scheduleExpression: ScheduleExpression } : {}),
    ...(RoleArn ? { roleArn: RoleArn } : {}),
    since: goesOn ? known.since : now,
    targets: known?.targets ?? [],
  };
};
