import { between, length, matching, oneOf } from '../aws/constraints.ts';
import { AwsError } from '../aws/error.ts';
import { checkInput, integer, moment, momentOf, needed, type Shape, structure, text } from '../aws/input-shape.ts';
import { isTimeZone } from '../schedule-expression/time-zone.ts';
import type { Settings } from './schedule.ts';
import type { Scheduler } from './state.ts';
import { checkTarget } from './targets/check-target.ts';
import { compileTiming } from './timing.ts';

export const NAME = text(length(1, 64), matching('^[0-9a-zA-Z-_.]+$'));
export const CLIENT_TOKEN = text(length(1, 64), matching('^[a-zA-Z0-9-_]+$'));

/** @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_Target.html */
const TARGET = structure({
  Arn: needed(text(length(1, 1600))),
  RoleArn: needed(text(length(1, 1600), matching('^arn:aws[a-z-]*:iam::\\d{12}:role\\/[\\w+=,.@\\/-]+$'))),
  Input: text(length(1, 256 * 1024)),
  RetryPolicy: structure({
    MaximumEventAgeInSeconds: integer(between(60, 86_400)),
    MaximumRetryAttempts: integer(between(0, 185)),
  }),
  // A queue that keeps its order cannot take dead letters, and the pattern leaves no room for its name.
  DeadLetterConfig: structure({
    Arn: text(length(1, 1600), matching('^arn:aws[a-z-]*:sqs:[a-z0-9\\-]+:\\d{12}:[a-zA-Z0-9\\-_]+$')),
  }),
  SqsParameters: structure({ MessageGroupId: text(length(1, 128)) }),
  EventBridgeParameters: structure({
    DetailType: needed(text(length(1, 128))),
    Source: needed(
      text(length(1, 256), matching('^(?=[/\\.\\-_A-Za-z0-9]+)((?!aws\\.).*)|(\\$(\\.[\\w_-]+(\\[(\\d+|\\*)\\])*)*)$')),
    ),
  }),
});

/** @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html */
export const SCHEDULE: Shape = {
  Name: needed(NAME),
  GroupName: NAME,
  ClientToken: CLIENT_TOKEN,
  Description: text(length(0, 512)),
  ScheduleExpression: needed(text(length(1, 256))),
  ScheduleExpressionTimezone: text(length(1, 50)),
  StartDate: moment(),
  EndDate: moment(),
  FlexibleTimeWindow: needed(
    structure({ Mode: needed(text(oneOf(['OFF', 'FLEXIBLE']))), MaximumWindowInMinutes: integer(between(1, 1440)) }),
  ),
  State: text(oneOf(['ENABLED', 'DISABLED'])),
  ActionAfterCompletion: text(oneOf(['NONE', 'DELETE'])),
  Target: needed(TARGET),
};

/** Accepted without effect, by the API and by templates. */
export const WITHOUT_EFFECT = { KmsKeyArn: 'what the runtime keeps stands unencrypted on this machine' };

export type ScheduleInput = Omit<Partial<Settings>, 'StartDate' | 'EndDate' | 'Target'> & {
  Name: string;
  GroupName?: string;
  ClientToken?: string;
  StartDate?: unknown;
  EndDate?: unknown;
  FlexibleTimeWindow: Settings['FlexibleTimeWindow'];
  ScheduleExpression: string;
  Target: Omit<Settings['Target'], 'RetryPolicy'> & { RetryPolicy?: Partial<Settings['Target']['RetryPolicy']> };
};

/** How far back a start date may lie, in milliseconds. */
const START_GRACE = 5 * 60_000;

const refuse = (message: string): AwsError => new AwsError('ValidationException', message, 400);

/** The settings that an input asks for, defaults filled in. Throws `ValidationException` for what Scheduler refuses. */
export const settingsOf = (scheduler: Scheduler, input: ScheduleInput, sourceGroup: string): Settings => {
  checkInput(SCHEDULE, input);
  const { ScheduleExpression, ScheduleExpressionTimezone = 'UTC', FlexibleTimeWindow, Target } = input;
  if (!isTimeZone(ScheduleExpressionTimezone))
    throw refuse(`Invalid Schedule Expression Timezone ${ScheduleExpressionTimezone}.`);
  if (!compileTiming(ScheduleExpression, ScheduleExpressionTimezone))
    throw refuse(`Invalid Schedule Expression ${ScheduleExpression}.`);
  const { Mode, MaximumWindowInMinutes } = FlexibleTimeWindow;
  if (Mode === 'FLEXIBLE' && MaximumWindowInMinutes === undefined)
    throw refuse('MaximumWindowInMinutes must be specified where the Mode of FlexibleTimeWindow is FLEXIBLE.');
  if (Mode === 'OFF' && MaximumWindowInMinutes !== undefined)
    throw refuse('MaximumWindowInMinutes must not be specified where the Mode of FlexibleTimeWindow is OFF.');
  const dates = datesOf(input, scheduler.clock.now());
  checkTarget(scheduler, Target, sourceGroup);
  return {
    ...(input.Description === undefined ? {} : { Description: input.Description }),
    ScheduleExpression,
    ScheduleExpressionTimezone,
    ...dates,
    FlexibleTimeWindow,
    State: input.State ?? 'ENABLED',
    ActionAfterCompletion: input.ActionAfterCompletion ?? 'NONE',
    ...(input.KmsKeyArn === undefined ? {} : { KmsKeyArn: input.KmsKeyArn }),
    Target: {
      ...Target,
      RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185, ...Target.RetryPolicy },
    },
  };
};

/** Dates of a one-time schedule are kept and mean nothing. */
const datesOf = ({ StartDate, EndDate, ScheduleExpression }: ScheduleInput, now: number) => {
  const start = StartDate === undefined ? undefined : momentOf(StartDate);
  const end = EndDate === undefined ? undefined : momentOf(EndDate);
  if (!ScheduleExpression.startsWith('at(')) {
    if (start !== undefined && start < now - START_GRACE)
      throw refuse('The StartDate you specify cannot be earlier than 5 minutes ago.');
    if (end !== undefined && end <= (start ?? now))
      throw refuse('The EndDate you specify must be after the StartDate and in the future.');
  }
  return { ...(start === undefined ? {} : { StartDate: start }), ...(end === undefined ? {} : { EndDate: end }) };
};
