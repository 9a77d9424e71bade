/** One statement of an IAM policy, as it stands in a template. */
export type PolicyStatement = {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: string | string[];
  NotResource?: string | string[];
  Principal?: unknown;
  Condition?: Record<string, Record<string, string | string[]>>;
};

/** Who makes a call. `administrator` is the owner of the laptop; everyone else may do what the statements allow. */
export type Principal = {
  /** Such as `arn:aws:sts::000000000000:assumed-role/role/session`, or `arn:aws:iam::000000000000:user/administrator`. */
  arn: string;
  accountId: string;
  /** The role behind an assumed-role session. */
  roleArn?: string;
  policies: 'administrator' | readonly PolicyStatement[];
};
