/** What a schedule invokes, as the API has it. */
export type ScheduleTarget = {
  Arn: string;
  RoleArn: string;
  Input?: string;
  RetryPolicy: { MaximumEventAgeInSeconds: number; MaximumRetryAttempts: number };
  DeadLetterConfig?: { Arn?: string };
  SqsParameters?: { MessageGroupId?: string };
  EventBridgeParameters?: { DetailType: string; Source: string };
};

/** A schedule's settings with every default filled in; dates are milliseconds since the epoch. */
export type Settings = {
  Description?: string;
  ScheduleExpression: string;
  ScheduleExpressionTimezone: string;
  StartDate?: number;
  EndDate?: number;
  FlexibleTimeWindow: { Mode: 'OFF' | 'FLEXIBLE'; MaximumWindowInMinutes?: number };
  State: 'ENABLED' | 'DISABLED';
  ActionAfterCompletion: 'NONE' | 'DELETE';
  KmsKeyArn?: string;
  Target: ScheduleTarget;
};

/** A schedule as it is kept; times are milliseconds since the epoch. */
export type Schedule = {
  arn: string;
  group: string;
  name: string;
  settings: Settings;
  createdAt: number;
  modifiedAt: number;
  /** From when a rate without a start date counts. */
  anchor: number;
  /** When it is due next; undefined where it is disabled or has come to its end. */
  nextAt: number | undefined;
  /** Rises with every change, so that an invocation knows whether the schedule is still the one that it stems from. */
  revision: number;
};
