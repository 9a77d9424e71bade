import type { UserPool } from '../backend.ts';

type Policy = {
  MinimumLength?: number;
  RequireUppercase?: boolean;
  RequireLowercase?: boolean;
  RequireNumbers?: boolean;
  RequireSymbols?: boolean;
};

const KINDS = [
  { asked: 'RequireUppercase', pattern: /[A-Z]/, words: 'an upper-case letter', missing: 'uppercase' },
  { asked: 'RequireLowercase', pattern: /[a-z]/, words: 'a lower-case letter', missing: 'lowercase' },
  { asked: 'RequireNumbers', pattern: /[0-9]/, words: 'a digit', missing: 'numeric' },
  {
    asked: 'RequireSymbols',
    pattern: /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/,
    words: 'a symbol',
    missing: 'symbol',
  },
] as const;

const policyOf = ({ options }: UserPool): Policy =>
  (options.Policies as { PasswordPolicy?: Policy } | undefined)?.PasswordPolicy ?? {};

/** What a pool asks of a password, as a sentence for who has to choose one. */
export const policyInWords = (pool: UserPool): string => {
  const policy = policyOf(pool);
  const kinds = KINDS.filter(({ asked }) => policy[asked]).map(({ words }) => words);
  const length = `At least ${policy.MinimumLength ?? 6} characters`;
  return kinds.length === 0 ? `${length}.` : `${length}, with ${new Intl.ListFormat('en').format(kinds)}.`;
};

/** What Cognito says of a password that the pool's policy does not allow; undefined where it does. */
export const policyProblem = (pool: UserPool, password: string): string | undefined => {
  const policy = policyOf(pool);
  const missing = KINDS.find(({ asked, pattern }) => policy[asked] && !pattern.test(password))?.missing;
  if (password.length < (policy.MinimumLength ?? 6))
    return 'Password did not conform with policy: Password not long enough';
  return missing && `Password did not conform with policy: Password must have ${missing} characters`;
};
