import * as z from 'zod';
import { signatureOf } from '../../shared/signed-link.ts';
import type { Visitor } from '../../shared/visitor.ts';
import { expiryAt } from '../changing.ts';
import { type Limits, type TakeToken, takeAll } from '../limits.ts';
import type { Conversation } from '../model/conversation.ts';
import { issueToken, type TokenDeps } from '../token.ts';

export const OpenConversationInput = z.strictObject({
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'expected a language such as en or es')
    .default('en'),
});
export type OpenConversationInput = z.infer<typeof OpenConversationInput>;

type Deps = TokenDeps & {
  limits: Limits;
  /** The site's address. */
  origin: string;
  newId: () => string;
  takeToken: TakeToken;
  open: (conversation: Conversation, expiry: { expiresAt: number }) => Promise<void>;
};

/** The bucket of an address: kept without the address itself. */
export const bucketOf = async ({ tokenKey }: TokenDeps, kind: string, { address }: Visitor): Promise<string> =>
  `${kind}#${signatureOf(await tokenKey(), `address ${address}`).slice(0, 22)}`;

/** Opens a conversation for somebody who stays anonymous. */
export const createOpenConversation =
  (deps: Deps) =>
  async ({ locale }: OpenConversationInput, visitor: Visitor) => {
    const now = deps.now();
    const says = 'Too many conversations were opened from this network.';
    const name = await bucketOf(deps, 'conversations', visitor);
    await takeAll(deps.takeToken, [{ name, rate: deps.limits.conversationsOfAddress, says }], now);
    const conversationId = deps.newId();
    const { territory } = visitor;
    const conversation: Conversation = {
      ...{ conversationId, locale, openedAt: new Date(now).toISOString(), activeAt: now, state: 'open' },
      ...{ lastSeq: 0, told: 0, accepted: 0, answered: 0, misses: 0 },
      ...(territory ? { territory } : {}),
    };
    await deps.open(conversation, { expiresAt: expiryAt(now) });
    const token = await issueToken(deps, conversationId);
    return { conversationId, ...token, socket: `${deps.origin.replace(/^http/, 'ws')}/socket`, last: 0 };
  };
