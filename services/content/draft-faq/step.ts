import { FaqDraftRequested } from '@marquee/events/schemas/faq-draft-requested.ts';
import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { CreateItemInput } from '../create-item/step.ts';

export const DraftFaqEvent = z.object({ detail: FaqDraftRequested.tolerant });
export type DraftFaqEvent = z.infer<typeof DraftFaqEvent>;

type Deps = {
  create: (input: CreateItemInput, caller: Caller) => Promise<unknown>;
  log: (level: 'info', message: string, fields: Record<string, unknown>) => void;
};

/** Keeps a draft of the FAQ that is wanted. One that there is already stays as it is. */
export const createDraftFaq =
  ({ create, log }: Deps) =>
  async ({ detail: { metadata, data } }: DraftFaqEvent): Promise<void> => {
    const { itemId, question, answer, alsoAsked, requestedBy } = data;
    const caller: Caller = { name: requestedBy, roles: ['editor'], requestId: metadata.eventId };
    try {
      await create(
        { type: 'faq', itemId, data: { question, ...(answer ? { answer } : {}), ...(alsoAsked ? { alsoAsked } : {}) } },
        caller,
      );
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'id-taken')) throw error;
      log('info', 'there is such an item already', { itemId });
    }
  };
