/** One statement of an IAM policy, as it stands in a template. */
export type PolicyStatement = {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: string | string[];
  NotResource?: string | string[];
  Principal?: unknown;
  NotPrincipal?: unknown;
  Condition?: Record<string, Record<string, string | string[]>>;
};

/**
 * Who makes a call: the owner of the laptop (`administrator`), a role, which may do what its statements allow, or an AWS
 * service, which may do what the policy of the resource allows.
 */
export type Principal = {
  /** Such as `arn:aws:sts::000000000000:assumed-role/role/session`, or `arn:aws:iam::000000000000:user/administrator`. */
  arn: string;
  accountId: string;
  /** The role behind an assumed-role session. */
  roleArn?: string;
  /** Tags of that role. */
  tags?: Readonly<Record<string, string>>;
  /** An AWS service, such as `events.amazonaws.com`, and the ARN of the resource on whose behalf it calls. */
  service?: { name: string; sourceArn: string };
  policies: 'administrator' | readonly PolicyStatement[];
};
