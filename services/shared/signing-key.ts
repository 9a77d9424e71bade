import { randomBytes } from 'node:crypto';
import { ensureRoute } from './routes.ts';

/** Where the edge finds the key too. */
const NAME = 'signing-key';

let known: Promise<string> | undefined;

/** The key that links to what is not public are signed with; made once, by whoever needs it first. */
export const signingKey = (): Promise<string> => {
  known ??= ensureRoute(NAME, () => randomBytes(32).toString('base64url'));
  known.catch(() => {
    known = undefined;
  });
  return known;
};
