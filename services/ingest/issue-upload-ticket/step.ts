import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { CENTRE, FocalPoint, maxBytesOf, uploadKey } from '../asset.ts';
import { Folder, Tags } from '../details.ts';
import type { NewAsset } from '../store.ts';
import { ABANDONED_AFTER_SECONDS, FILE, openUpload, refuseUnfit, type TicketDeps, ticketEnd } from '../ticket.ts';

export const IssueUploadTicketInput = z.strictObject({
  ...FILE,
  focalPoint: FocalPoint.optional(),
  folder: Folder.optional(),
  tags: Tags.optional(),
});
export type IssueUploadTicketInput = z.infer<typeof IssueUploadTicketInput>;

type Deps = TicketDeps & {
  now: () => number;
  newId: () => string;
  createAsset: (asset: NewAsset) => Promise<void>;
};

/**
 * Gives the caller what uploads one file of one type to one key: a form for 15 minutes, or an upload in parts for a week. The
 * record is written first: whatever arrives at the key belongs to an asset that can be seen.
 */
export const createIssueUploadTicket =
  ({ now, newId, createAsset, ...tickets }: Deps) =>
  async (input: IssueUploadTicketInput, { name }: Pick<Caller, 'name'>) => {
    refuseUnfit(input);
    const [assetId, correlationId, at] = [newId(), newId(), now()];
    const key = uploadKey(assetId, input.fileName);
    await createAsset({
      assetId,
      state: 'uploading',
      fileName: input.fileName,
      declaredType: input.contentType,
      maxBytes: maxBytesOf(input.contentType, input.multipart),
      key,
      name: input.fileName,
      folder: input.folder ?? '',
      tags: input.tags ?? [],
      alt: {},
      focalPoint: input.focalPoint ?? CENTRE,
      version: 1,
      correlationId,
      createdBy: name,
      createdAt: new Date(at).toISOString(),
      updatedAt: new Date(at).toISOString(),
      ticketExpiresAt: ticketEnd(at, input.multipart),
      expiresAt: Math.floor(at / 1000) + ABANDONED_AFTER_SECONDS,
    });
    const upload = await openUpload(tickets, input, { assetId, correlationId, key, at });
    return { assetId, state: 'uploading', correlationId, upload };
  };
