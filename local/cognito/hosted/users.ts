import type { User, UserPool } from '../backend.ts';
import type { Hosted } from './place.ts';

export const attributeOf = ({ Attributes = [] }: User, name: string): string | undefined =>
  Attributes.find((attribute) => attribute.Name === name)?.Value;

/** The user whom a session, a code or a token was given to; undefined where they are gone, disabled or somebody else of that name. */
export const userOf = async (
  { backend }: Hosted,
  pool: UserPool,
  { username, sub }: { username: string; sub: string },
): Promise<User | undefined> => {
  const user = await pool.getUserByUsername(backend.context, username);
  return user && user.Enabled !== false && attributeOf(user, 'sub') === sub ? user : undefined;
};

export type SignIn = { user: User } | { mustChoosePassword: User } | { problem: string };

/** Whether a name and a password let somebody in. Nothing tells a wrong name from a wrong password. */
export const checkPassword = async (
  { backend }: Hosted,
  pool: UserPool,
  username: string,
  password: string,
): Promise<SignIn> => {
  const user = await pool.getUserByUsername(backend.context, username);
  if (!user || user.Password === undefined || user.Password !== password)
    return { problem: 'Incorrect username or password.' };
  if (user.Enabled === false) return { problem: 'User is disabled.' };
  if (user.UserStatus === 'RESET_REQUIRED') return { problem: 'Password reset required for the user.' };
  if (user.UserStatus === 'UNCONFIRMED') return { problem: 'User is not confirmed.' };
  if (user.UserStatus === 'FORCE_CHANGE_PASSWORD') return { mustChoosePassword: user };
  if (asksForMore(user, pool))
    return { problem: 'This user signs in with a one-time password too, which this page does not ask for.' };
  return { user };
};

/** Whether a password alone does not do. */
const asksForMore = (user: User, { options }: UserPool): boolean => {
  const has = [user.MFAOptions, user.UserMFASettingList].some((list) => Array.isArray(list) && list.length > 0);
  return options.MfaConfiguration === 'ON' || (options.MfaConfiguration !== 'OFF' && has);
};
