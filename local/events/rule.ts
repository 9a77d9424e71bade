import type { Pattern } from './pattern/pattern.ts';
import type { RuleSchedule } from './schedule.ts';

/** A rule's target, as the API has it. */
export type Target = {
  Id: string;
  Arn: string;
  RoleArn?: string;
  Input?: string;
  InputPath?: string;
  InputTransformer?: { InputPathsMap?: Record<string, string>; InputTemplate: string };
  DeadLetterConfig?: { Arn?: string };
  RetryPolicy?: { MaximumRetryAttempts?: number; MaximumEventAgeInSeconds?: number };
  SqsParameters?: { MessageGroupId: string };
};

/** What a rule is made of, as it is kept. */
export type RuleSettings = {
  name: string;
  bus: string;
  description?: string;
  enabled: boolean;
  patternText?: string;
  scheduleExpression?: string;
  roleArn?: string;
  /** From when a rate counts, in milliseconds since the epoch. */
  since: number;
  targets: readonly Target[];
};

/** A rule, ready to judge events. */
export type Rule = RuleSettings & { arn: string; pattern: Pattern | undefined; schedule: RuleSchedule | undefined };

/** Times are milliseconds since the epoch. */
export type Bus = {
  name: string;
  arn: string;
  description?: string;
  /** The policy that says who else may put events and rules on it, as JSON. */
  policy?: string;
  createdAt: number;
  modifiedAt: number;
};

/** Defaults of a target's retry policy. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html */
export const retryPolicy = ({ RetryPolicy }: Target) => ({
  MaximumRetryAttempts: RetryPolicy?.MaximumRetryAttempts ?? 185,
  MaximumEventAgeInSeconds: RetryPolicy?.MaximumEventAgeInSeconds ?? 86_400,
});
