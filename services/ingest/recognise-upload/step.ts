import { createHash } from 'node:crypto';
import * as z from 'zod';
import { CENTRE, FocalPoint, isFilmType, isImageType, type RefusalReason } from '../asset.ts';
import { suffixOf } from '../focus.ts';
import { recognise } from './recognise.ts';

export const RecogniseUploadInput = z.strictObject({
  key: z.string().min(1),
  etag: z.string().min(1),
  declaredType: z.string().min(1),
  focalPoint: FocalPoint.optional(),
});
export type RecogniseUploadInput = z.infer<typeof RecogniseUploadInput>;

export type Recognised = { contentId: string; contentHash: string; contentType: string; bytes: number };

type Original = { key: string; etag: string };
type Deps = {
  readOriginal: (original: Original) => Promise<Uint8Array>;
  /** The first bytes of an original, at most so many, and how many it has in all. */
  readStart: (original: Original, most: number) => Promise<{ bytes: Uint8Array; size: number }>;
  /** SHA-256 in hex digits, of whatever size. */
  hashOriginal: (original: Original) => Promise<string>;
};

/** Bytes that tell what a film is; the rest of it is only hashed as it comes by. */
const START_OF_A_FILM = 64 * 1024;

/** Says by its bytes what an upload is, or why it cannot be taken. A refusal is a result, not an error. */
export const createRecogniseUpload =
  ({ readOriginal, readStart, hashOriginal }: Deps) =>
  async ({
    key,
    etag,
    declaredType,
    focalPoint = CENTRE,
  }: RecogniseUploadInput): Promise<Recognised | { refused: RefusalReason }> => {
    const original = { key, etag };
    if (isFilmType(declaredType)) {
      const { bytes, size } = await readStart(original, START_OF_A_FILM);
      const recognised = await recognise(bytes, declaredType);
      if ('refused' in recognised) return recognised;
      const contentHash = await hashOriginal(original);
      return { contentId: contentHash, contentHash, contentType: recognised.contentType, bytes: size };
    }
    const bytes = await readOriginal(original);
    const recognised = await recognise(bytes, declaredType);
    if ('refused' in recognised) return recognised;
    const contentHash = createHash('sha256').update(bytes).digest('hex');
    const { contentType } = recognised;
    const contentId = contentHash + (isImageType(contentType) ? suffixOf(focalPoint) : '');
    return { contentId, contentHash, contentType, bytes: bytes.byteLength };
  };
