import * as z from 'zod';

/** Largest file that can be uploaded at once, in bytes: 50 MiB. */
export const MAX_BYTES = 50 * 1024 * 1024;

/** The image types that can be uploaded. */
export const IMAGE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/gif',
  'image/tiff',
  'image/svg+xml',
] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

export const isImageType = (type: string): type is ImageType => IMAGE_TYPES.some((known) => known === type);

/** The image types in words, for messages. */
export const IMAGE_TYPES_IN_WORDS = 'JPEG, PNG, WebP, AVIF, GIF, TIFF or SVG';

/** The films that can be uploaded; which codecs they may have is decided where they are inspected. */
export const FILM_TYPES = ['video/mp4', 'video/webm'] as const;
export type FilmType = (typeof FILM_TYPES)[number];

export const isFilmType = (type: string): type is FilmType => FILM_TYPES.some((known) => known === type);

export const CAPTIONS_TYPE = 'text/vtt';

/** Largest captions, in bytes: 1 MiB; those of a whole feature film have a tenth of it. */
export const MAX_CAPTIONS_BYTES = 1024 * 1024;

/** Every type that can be uploaded. */
export type TakenType = ImageType | FilmType | typeof CAPTIONS_TYPE;

export const isTakenType = (type: string): type is TakenType =>
  isImageType(type) || isFilmType(type) || type === CAPTIONS_TYPE;

/** All of them in words, for messages. */
export const TAKEN_TYPES_IN_WORDS = `a ${IMAGE_TYPES_IN_WORDS} image, an MP4 or WebM film, or WebVTT captions`;

/** Largest film, in bytes: what S3 copies in one go. @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
export const MAX_FILM_BYTES = 5 * 1024 ** 3;

/** Largest file of a type that can be uploaded, in bytes; a film that comes in parts may be larger than a form. */
export const maxBytesOf = (type: string, inParts = false): number => {
  if (type === CAPTIONS_TYPE) return MAX_CAPTIONS_BYTES;
  return inParts && isFilmType(type) ? MAX_FILM_BYTES : MAX_BYTES;
};

/** The point of an image that crops keep in sight, in whole percent from the left and from the top. */
export const FocalPoint = z.strictObject({
  x: z.int().min(0).max(100),
  y: z.int().min(0).max(100),
});
export type FocalPoint = z.infer<typeof FocalPoint>;

export const CENTRE: FocalPoint = { x: 50, y: 50 };

/** Why a file cannot be taken, for the editor who uploaded it. */
export type RefusalReason = { code: string; message: string; remedy: string };

const UPLOAD_KEY = /^uploads\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/[^/]+$/;

/** Where the original of an asset is kept; the name is reduced to characters that need no encoding anywhere. */
export const uploadKey = (assetId: string, fileName: string): string => `uploads/${assetId}/${safeName(fileName)}`;

/** Where a refused original is kept apart. */
export const quarantineKey = (key: string): string => key.replace(/^uploads\//, 'quarantine/');

/** The asset that an object of the uploads bucket belongs to, or undefined where the key is none of ours. */
export const assetIdOf = (key: string): string | undefined => UPLOAD_KEY.exec(key)?.[1];

const safeName = (fileName: string): string => {
  const plain = fileName.normalize('NFKD').replace(/[^A-Za-z0-9._-]+/g, '-');
  const trimmed = plain.replace(/^[-.]+|[-.]+$/g, '');
  return trimmed.slice(-100) || 'file';
};

const SEQUENCER_LENGTH = 40;

/**
 * S3 compares the sequencers of one key after padding the shorter with zeros on the right; padded to one length they
 * compare as strings. https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export const comparableSequencer = (sequencer: string): string => sequencer.toLowerCase().padEnd(SEQUENCER_LENGTH, '0');
