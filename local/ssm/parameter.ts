/** A version of a parameter as it is kept. Times are milliseconds since the epoch. */
export type Parameter = {
  name: string;
  version: number;
  type: ParameterType;
  value: string;
  description?: string;
  allowedPattern?: string;
  tier: 'Standard' | 'Advanced';
  dataType: string;
  modifiedAt: number;
  /** ARN of who wrote it. */
  modifiedBy: string;
  labels: readonly string[];
};

export const PARAMETER_TYPES = ['String', 'StringList', 'SecureString'] as const;

export type ParameterType = (typeof PARAMETER_TYPES)[number];

export type Tag = { Key: string; Value: string };

/** The key that Parameter Store takes where none is named. */
export const DEFAULT_KEY = 'alias/aws/ssm';
