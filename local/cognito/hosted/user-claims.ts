import type { User } from '../backend.ts';

const OF_SCOPE: Readonly<Record<string, readonly string[]>> = {
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
};

/**
 * What scopes tell of a user: `openid` alone and `profile` tell every attribute, others their own.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
 */
export const claimsOf = ({ Attributes = [] }: User, scopes: readonly string[]): Record<string, string | boolean> => {
  const narrowed = scopes.some((scope) => Object.hasOwn(OF_SCOPE, scope)) && !scopes.includes('profile');
  const named = scopes.flatMap((scope) => OF_SCOPE[scope] ?? []);
  const told = Attributes.filter(({ Name }) => !narrowed || named.includes(Name) || Name === 'sub');
  return Object.fromEntries(
    told.map(({ Name, Value = '' }) => [Name, Name.endsWith('_verified') ? Value === 'true' : Value]),
  );
};
