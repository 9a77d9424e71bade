import * as z from 'zod';

const Value = z.string().trim().min(1);

/** Name of a variable that a function's declaration sets. */
export type Variable =
  | 'ASSETS_TABLE'
  | 'CONTENT_TABLE'
  | 'UPLOADS_BUCKET'
  | 'MEDIA_BUCKET'
  | 'PAGES_BUCKET'
  | 'EVENT_BUS_NAME'
  | 'EVENT_BUS_ARN'
  | 'EDGE_KEY'
  | 'CHAT_TABLE'
  | 'SOCKET_CALLBACK_URL'
  | 'CHAT_LIMITS'
  | 'CHAT_MODEL'
  | 'DEAD_LETTERS_URL'
  | 'ROUTES_STORE_ARN'
  | 'SCHEDULE_GROUP'
  | 'SCHEDULE_ROLE_ARN'
  | 'SCHEDULE_DEAD_LETTERS_ARN'
  | 'SITE_URL'
  | 'SIGN_IN_URL'
  | 'CLIENT_ID'
  | 'STAGE';

/** A variable is missing or empty: the function's declaration lacks it. Terminal. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

/**
 * Reads one variable while the function initialises, so that a missing one fails the first start and not the first
 * request. Throws `EnvironmentError`, which names the variable.
 */
export const variable = (name: Variable): string => {
  const value = Value.safeParse(process.env[name]);
  if (value.success) return value.data;
  const problem = process.env[name] === undefined ? 'is not set' : 'is empty';
  throw new EnvironmentError(`The environment variable ${name} ${problem}; set it where the function is declared.`);
};
