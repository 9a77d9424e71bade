import * as z from 'zod';
import { Refusal } from '../shared/refusal.ts';
import {
  CAPTIONS_TYPE,
  IMAGE_TYPES_IN_WORDS,
  isFilmType,
  isTakenType,
  maxBytesOf,
  TAKEN_TYPES_IN_WORDS,
} from './asset.ts';

/** What is said of a file before it is uploaded. */
export const FILE = {
  fileName: z.string('The file needs a name.').trim().min(1, 'The file needs a name.').max(255),
  contentType: z.string().trim().toLowerCase().min(1),
  size: z.int().nonnegative(),
  /** Whether it comes in parts, which can be sent again one by one and may be a film of up to 5 GiB. */
  multipart: z.boolean().default(false),
};
type File = { fileName: string; contentType: string; size: number; multipart: boolean };

export type FormConditions = {
  key: string;
  contentType: string;
  maxBytes: number;
  metadata: Readonly<Record<string, string>>;
  expiresInSeconds: number;
};
export type Form = { url: string; fields: Record<string, string> };
export type PartsConditions = Pick<FormConditions, 'key' | 'contentType' | 'metadata'>;

export type TicketDeps = {
  signForm: (conditions: FormConditions) => Promise<Form>;
  /** Answers the id of an upload in parts. */
  beginParts: (conditions: PartsConditions) => Promise<string>;
};

export const TICKET_SECONDS = 15 * 60;
export const ABANDONED_AFTER_SECONDS = 7 * 24 * 60 * 60;

/** Bytes of each part but the last: 5 GiB make 640 of them, and each is sent again soon enough where a network is bad. */
export const PART_SIZE = 8 * 1024 * 1024;

/** Until when a ticket is good, given when it is asked for, both in milliseconds. */
export const ticketEnd = (at: number, multipart: boolean): string =>
  new Date(at + (multipart ? ABANDONED_AFTER_SECONDS : TICKET_SECONDS) * 1000).toISOString();

/** What uploads one file to one key: a form for all of it, or the id of an upload in parts. */
export const openUpload = async (
  { signForm, beginParts }: TicketDeps,
  { contentType, multipart }: File,
  { assetId, correlationId, key, at }: { assetId: string; correlationId: string; key: string; at: number },
) => {
  const metadata = { 'x-amz-meta-asset-id': assetId, 'x-amz-meta-correlation-id': correlationId };
  const expiresAt = ticketEnd(at, multipart);
  if (multipart) {
    const uploadId = await beginParts({ key, contentType, metadata });
    return { multipart: { uploadId, key, partSize: PART_SIZE }, expiresAt };
  }
  const maxBytes = maxBytesOf(contentType);
  return { ...(await signForm({ key, contentType, maxBytes, metadata, expiresInSeconds: TICKET_SECONDS })), expiresAt };
};

/** Throws a `Refusal` for what can be known beforehand not to be taken. */
export const refuseUnfit = ({ contentType, size, multipart }: File): void => {
  if (size === 0) throw new Refusal(400, 'empty-file', 'The file is empty; choose another one.', 'size');
  if (/^image\/hei[cf](-sequence)?$/.test(contentType)) {
    const message = `HEIC and HEIF images are not supported; export the image as ${IMAGE_TYPES_IN_WORDS}.`;
    throw new Refusal(415, 'heic-not-supported', message, 'contentType');
  }
  if (!isTakenType(contentType)) {
    const message = `Files of type ${contentType} cannot be uploaded; choose ${TAKEN_TYPES_IN_WORDS}.`;
    throw new Refusal(415, 'unsupported-type', message, 'contentType');
  }
  if (size > maxBytesOf(contentType, multipart)) throw tooLarge(size, contentType, multipart);
};

/** What is answered to a file with too many bytes. */
export const tooLarge = (size: number, contentType: string, multipart: boolean): Refusal => {
  const most = maxBytesOf(contentType, multipart) / 1024 / 1024;
  const what = contentType === CAPTIONS_TYPE ? `at most ${most} MiB of captions` : `at most ${most} MiB`;
  const way = isFilmType(contentType) && !multipart ? ' at once, and a larger film in parts' : '';
  const message = `The file has ${(size / 1024 / 1024).toFixed(1)} MiB; ${what} can be uploaded${way}.`;
  return new Refusal(413, 'file-too-large', message, 'size');
};
