import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import {
  CAPTIONS_TYPE,
  CENTRE,
  FocalPoint,
  IMAGE_TYPES_IN_WORDS,
  isTakenType,
  maxBytesOf,
  TAKEN_TYPES_IN_WORDS,
  uploadKey,
} from '../asset.ts';
import { Folder, Tags } from '../details.ts';
import type { NewAsset } from '../store.ts';

export const IssueUploadTicketInput = z.strictObject({
  fileName: z.string('The file needs a name.').trim().min(1, 'The file needs a name.').max(255),
  contentType: z.string().trim().toLowerCase().min(1),
  size: z.int().nonnegative(),
  focalPoint: FocalPoint.optional(),
  folder: Folder.optional(),
  tags: Tags.optional(),
});
export type IssueUploadTicketInput = z.infer<typeof IssueUploadTicketInput>;

export type FormConditions = {
  key: string;
  contentType: string;
  maxBytes: number;
  metadata: Readonly<Record<string, string>>;
  expiresInSeconds: number;
};
export type Form = { url: string; fields: Record<string, string> };

type Deps = {
  now: () => number;
  newId: () => string;
  createAsset: (asset: NewAsset) => Promise<void>;
  signForm: (conditions: FormConditions) => Promise<Form>;
};

const TICKET_SECONDS = 15 * 60;
const ABANDONED_AFTER_SECONDS = 7 * 24 * 60 * 60;

/**
 * Gives the caller a form that uploads one file of one type to one key within 15 minutes. The record is written first:
 * whatever arrives at the key belongs to an asset that can be seen.
 */
export const createIssueUploadTicket =
  ({ now, newId, createAsset, signForm }: Deps) =>
  async (input: IssueUploadTicketInput, { name }: Pick<Caller, 'name'>) => {
    refuseUnfit(input);
    const [assetId, correlationId, at] = [newId(), newId(), now()];
    const key = uploadKey(assetId, input.fileName);
    const maxBytes = maxBytesOf(input.contentType);
    const expiresAt = new Date(at + TICKET_SECONDS * 1000).toISOString();
    await createAsset({
      assetId,
      state: 'uploading',
      fileName: input.fileName,
      declaredType: input.contentType,
      maxBytes,
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
      ticketExpiresAt: expiresAt,
      expiresAt: Math.floor(at / 1000) + ABANDONED_AFTER_SECONDS,
    });
    const form = await signForm({
      key,
      contentType: input.contentType,
      maxBytes,
      metadata: { 'x-amz-meta-asset-id': assetId, 'x-amz-meta-correlation-id': correlationId },
      expiresInSeconds: TICKET_SECONDS,
    });
    return { assetId, state: 'uploading', correlationId, upload: { ...form, expiresAt } };
  };

const refuseUnfit = ({ contentType, size }: IssueUploadTicketInput): void => {
  if (size === 0) throw new Refusal(400, 'empty-file', 'The file is empty; choose another one.', 'size');
  if (size > maxBytesOf(contentType)) {
    const [megabytes, most] = [(size / 1024 / 1024).toFixed(1), maxBytesOf(contentType) / 1024 / 1024];
    const what = contentType === CAPTIONS_TYPE ? `at most ${most} MiB of captions` : `at most ${most} MiB`;
    throw new Refusal(413, 'file-too-large', `The file has ${megabytes} MiB; ${what} can be uploaded.`, 'size');
  }
  if (/^image\/hei[cf](-sequence)?$/.test(contentType)) {
    const message = `HEIC and HEIF images are not supported; export the image as ${IMAGE_TYPES_IN_WORDS}.`;
    throw new Refusal(415, 'heic-not-supported', message, 'contentType');
  }
  if (!isTakenType(contentType)) {
    const message = `Files of type ${contentType} cannot be uploaded; choose ${TAKEN_TYPES_IN_WORDS}.`;
    throw new Refusal(415, 'unsupported-type', message, 'contentType');
  }
};
