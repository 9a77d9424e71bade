import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import { signedQuery } from '../../shared/signed-link.ts';
import { apart, auditOf, type ChangeDeps, existing, type Tools, untilWritten, untrashed } from '../changing.ts';
import { descriptionOf } from '../model/item.ts';
import { ItemId } from '../model/reference.ts';
import { previewPath } from '../previews.ts';
import { wantedVersion } from '../request.ts';
import { Version } from '../revisions.ts';

export const RequestPreviewInput = z.strictObject({
  id: ItemId,
  version: Version.optional(),
  /** How long the links are good for. */
  hours: z.coerce.number().int().min(1).max(168).default(24),
});
export type RequestPreviewInput = z.infer<typeof RequestPreviewInput>;

type Deps = ChangeDeps & Tools & { origin: string; signingKey: () => Promise<string> };

/** Links that show a version of an item as its page would be, in each of its languages, to whoever has them until they end. */
export const createRequestPreview =
  (deps: Deps) =>
  async ({ id, version, hours }: RequestPreviewInput, caller: Caller) => {
    const key = await deps.signingKey();
    const until = deps.now() + hours * 3_600_000;
    const expiresAt = new Date(until).toISOString();
    return untilWritten(deps, async () => {
      const { item, writes } = apart(untrashed(existing(await deps.readItem(id), id)));
      if (!descriptionOf(item.type).section) {
        throw new Refusal(409, 'no-page', `A ${descriptionOf(item.type).words} has no page of its own.`, 'id');
      }
      const wanted = wantedVersion(item, version);
      const audit = auditOf({ ...item, version: wanted }, 'previewed', caller, deps, { details: { expiresAt } });
      const links = Object.keys(item.slugs).map((locale) => {
        const path = previewPath(id, wanted, locale);
        return { locale, url: `${deps.origin}/${path}/?${signedQuery(key, path, until)}` };
      });
      return {
        changes: [{ item, writes, audit }],
        result: { itemId: id, version: wanted, expiresAt, links, correlationId: audit.correlationId },
      };
    });
  };
