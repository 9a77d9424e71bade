import type { PolicyStatement, Principal } from '../aws/principal.ts';
import { matchesAction } from '../aws/wildcard.ts';

/** Whether a role's trust policy lets `caller` assume it: by the caller's own ARN, its role's, or its account's. */
export const trusts = (trust: readonly PolicyStatement[], caller: Principal): boolean => {
  const names = new Set([
    '*',
    caller.arn,
    caller.roleArn ?? caller.arn,
    caller.accountId,
    `arn:aws:iam::${caller.accountId}:root`,
  ]);
  const applying = trust.filter(
    (statement) => named(statement.Principal).some((name) => names.has(name)) && assumes(statement),
  );
  // A condition is one that the runtime cannot judge here, so it never grants.
  return (
    applying.some(({ Effect, Condition }) => Effect === 'Allow' && !Condition) &&
    !applying.some(({ Effect }) => Effect === 'Deny')
  );
};

const assumes = ({ Action }: PolicyStatement): boolean =>
  [Action ?? []].flat().some((pattern) => matchesAction(pattern, 'sts:AssumeRole'));

const named = (principal: unknown): string[] => {
  if (principal === '*') return ['*'];
  const aws = (principal as { AWS?: string | string[] } | undefined)?.AWS;
  return aws === undefined ? [] : [aws].flat();
};
