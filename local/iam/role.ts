import type { PolicyStatement } from '../aws/principal.ts';

export type Role = {
  arn: string;
  name: string;
  id: string;
  trust: readonly PolicyStatement[];
  tags?: Readonly<Record<string, string>>;
  managedPolicyArns: readonly string[];
  /** Statements of its own without a name. */
  inline: readonly PolicyStatement[];
  /** Policies of its own, by name. */
  policies?: readonly RolePolicy[];
  /** When it was made here, in milliseconds since the epoch. */
  createdAt?: number;
};

/** A policy that stands on a role: one of its own, by name, or a managed one, by ARN. */
export type RolePolicy = { name: string; arn?: string; statements: readonly PolicyStatement[] };
