import { createHash } from 'node:crypto';
import * as z from 'zod';
import { CENTRE, FocalPoint, isImageType, type RefusalReason } from '../asset.ts';
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

type Deps = { readOriginal: (original: { key: string; etag: string }) => Promise<Uint8Array> };

/** Says by its bytes what an upload is, or why it cannot be taken. A refusal is a result, not an error. */
export const createRecogniseUpload =
  ({ readOriginal }: Deps) =>
  async ({
    key,
    etag,
    declaredType,
    focalPoint = CENTRE,
  }: RecogniseUploadInput): Promise<Recognised | { refused: RefusalReason }> => {
    const bytes = await readOriginal({ key, etag });
    const recognised = await recognise(bytes, declaredType);
    if ('refused' in recognised) return recognised;
    const contentHash = createHash('sha256').update(bytes).digest('hex');
    const { contentType } = recognised;
    const contentId = contentHash + (isImageType(contentType) ? suffixOf(focalPoint) : '');
    return { contentId, contentHash, contentType, bytes: bytes.byteLength };
  };
