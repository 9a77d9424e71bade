import { timingSafeEqual } from 'node:crypto';
import { Refusal } from '../shared/refusal.ts';
import { signatureOf } from '../shared/signed-link.ts';
import { TOKEN_LIFE } from './settings.ts';

export type TokenDeps = { tokenKey: () => Promise<string>; now: () => number };

/** Leave to take part in one conversation, and until when, in UTC. */
export type Token = { token: string; expiresAt: string };

const scopeOf = (conversationId: string, expires: string): string => `conversation ${conversationId} ${expires}`;

/** Signs a fresh token, good until a moment in milliseconds since the epoch. */
export const issueToken = async (
  { tokenKey, now }: TokenDeps,
  conversationId: string,
  until: number = now() + TOKEN_LIFE,
): Promise<Token> => {
  const expires = until.toString(36);
  const signature = signatureOf(await tokenKey(), scopeOf(conversationId, expires));
  return { token: `${conversationId}.${expires}.${signature}`, expiresAt: new Date(until).toISOString() };
};

/** Until when a token is good, in milliseconds since the epoch. */
const endOf = (token: string): number => Number.parseInt(token.split('.')[1] ?? '', 36);

/** A token that is good for longer than the one that was sent; nothing where that is as good. */
export const longerToken = async (
  deps: TokenDeps,
  conversationId: string,
  token: string | undefined,
  until: number,
): Promise<Partial<Token>> => (token && endOf(token) >= until ? {} : issueToken(deps, conversationId, until));

/**
 * Lets whoever holds a good token of the conversation pass, and answers a fresh one where half of its life is gone. Throws a
 * `Refusal`: `token-unknown` where it is none of ours, `token-foreign` where it is another conversation's, `token-expired`.
 */
export const checkToken = async (
  deps: TokenDeps,
  conversationId: string,
  token: string | undefined,
): Promise<Partial<Token>> => {
  const [owner = '', expires = '', signature = '', ...rest] = (token ?? '').split('.');
  if (!token)
    throw unknown('There is no header `conversation-token`; send the token that the conversation was opened with.');
  if (rest.length > 0 || !isSame(signature, signatureOf(await deps.tokenKey(), scopeOf(owner, expires)))) {
    throw unknown('The token was not made here, or is not whole; open a conversation to get one.');
  }
  if (owner !== conversationId) {
    throw new Refusal(403, 'token-foreign', 'The token is that of another conversation.', 'token');
  }
  const left = Number.parseInt(expires, 36) - deps.now();
  if (!(left > 0)) {
    throw new Refusal(401, 'token-expired', 'The token has ended; open a new conversation.', 'token');
  }
  return left < TOKEN_LIFE / 2 ? issueToken(deps, conversationId) : {};
};

const unknown = (message: string): Refusal => new Refusal(401, 'token-unknown', message, 'token');

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};
