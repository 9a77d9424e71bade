import { randomUUID } from 'node:crypto';
import { log } from '../shared/task.ts';
import type { ChangeDeps } from './changing.ts';
import { hangUp, post } from './store/connections.ts';
import { commit, read } from './store/conversations.ts';
import { detach } from './store/sockets.ts';
import { tokenKey } from './store/token-key.ts';
import type { TokenDeps } from './token.ts';

// Each is dropped from the bundles that do not use it, which a mere `Date.now` would prevent.
const now = (): number => Date.now();

/** What tells actions apart. */
export const tools = { now, newId: randomUUID, random: (): number => Math.random() };

/** Waits for about so many milliseconds, not always as long. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds * Math.random()));

/** What a change of a conversation needs. */
export const changing: ChangeDeps = {
  now,
  read,
  commit,
  pause,
  post,
  hangUp,
  detach,
  warn: (message, fields) => log('warn', message, fields),
};

/** What checking and issuing tokens needs. */
export const tokens: TokenDeps = { now, tokenKey };

/** Calls `act` some milliseconds later, unless what it answers is called before. */
export const after = (milliseconds: number, act: () => void): (() => void) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};
