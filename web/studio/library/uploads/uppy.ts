import AwsS3 from '@uppy/aws-s3';
import Uppy, { type Body, type Meta, type UppyFile } from '@uppy/core';
import GoldenRetriever from '@uppy/golden-retriever';
import { ApiError } from '../../api/call.ts';
import type { Uploads, UploadWanted } from '../../api/uploads.ts';

/** What is kept with a file that is being uploaded; it survives a reload. */
export type UploadMeta = Meta & {
  assetId?: string;
  /** The asset that gets it as its new original. */
  replaces?: string;
  folder?: string;
  /** The API's word on why it does not take the file. */
  refused?: string;
};
export type UploadFile = UppyFile<UploadMeta, Body>;
export type Uploader = Uppy<UploadMeta, Body>;

/** From this size on, in bytes, a file goes in parts, each of which can be sent again by itself. */
const IN_PARTS_FROM = 16 * 2 ** 20;

/** Bytes of a part: what the API signs for. */
const PART = 8 * 2 ** 20;

/** What this browser keeps of files until they are sent, so that a reload goes on with them, in bytes. */
const KEPT = { maxFileSize: 2 * 2 ** 30, maxTotalSize: 8 * 2 ** 30 };

const wantedOf = (file: UploadFile): UploadWanted => ({
  fileName: file.name ?? 'file',
  contentType: typeFrom(file),
  size: file.size ?? 0,
  // A new original takes the place of the old one where that is.
  ...(file.meta.folder && file.meta.replaces === undefined ? { folder: file.meta.folder } : {}),
});

/** Browsers know captions by no type, and some no AVIF. */
const BY_ENDING: Readonly<Record<string, string>> = { vtt: 'text/vtt', avif: 'image/avif', svg: 'image/svg+xml' };
const typeFrom = ({ type, extension }: UploadFile): string =>
  BY_ENDING[extension.toLowerCase()] ?? (type || 'application/octet-stream');

const everyPart = ({ size }: UploadFile) =>
  Array.from({ length: Math.ceil((size ?? 0) / PART) }, (_, index) => ({ PartNumber: index + 1, ETag: 'arrived' }));

/** Everything that is uploaded in this tab, wherever one goes in the studio; after a reload it goes on. */
export const createUploader = (uploads: Uploads): Uploader => {
  const uppy: Uploader = new Uppy<UploadMeta, Body>({
    id: 'marquee',
    autoProceed: true,
    allowMultipleUploadBatches: true,
  });
  const assetIdOf = (file: UploadFile): string => {
    const { assetId } = uppy.getFile(file.id)?.meta ?? file.meta;
    if (!assetId) throw new Error(`The upload of ${file.name} has no asset.`);
    return assetId;
  };
  /** The API's refusal is final for this file: its reason stays with it. */
  const taking = async <Ticket extends { assetId: string }>(file: UploadFile, take: () => Promise<Ticket>) => {
    try {
      const ticket = await take();
      uppy.setFileMeta(file.id, { assetId: ticket.assetId, refused: undefined });
      return ticket;
    } catch (error) {
      if (error instanceof ApiError && error.status < 500) uppy.setFileMeta(file.id, { refused: error.message });
      throw error;
    }
  };
  uppy.use(AwsS3<UploadMeta, Body>, {
    limit: 4,
    allowedMetaFields: false,
    getChunkSize: () => PART,
    shouldUseMultipart: (file) => (file.size ?? 0) >= IN_PARTS_FROM,
    async getUploadParameters(file) {
      const { upload } = await taking(file, () => uploads.form(wantedOf(file), file.meta.replaces));
      return { method: 'POST', url: upload.url, fields: upload.fields };
    },
    async createMultipartUpload(file) {
      const { upload } = await taking(file, () => uploads.parts(wantedOf(file), file.meta.replaces));
      return { uploadId: upload.multipart.uploadId, key: upload.multipart.key };
    },
    async signPart(file, { uploadId, partNumber, signal }) {
      const [part] = (await uploads.sign(assetIdOf(file), uploadId, partNumber, signal)).parts;
      if (!part) throw new Error(`Part ${partNumber} of ${file.name} was not signed.`);
      return { method: 'PUT', url: part.url };
    },
    async listParts(file, { uploadId, signal }) {
      if (!uploadId) return [];
      const listed = await uploads.list(assetIdOf(file), uploadId, signal).catch((error: unknown) => {
        if (error instanceof ApiError && (error.status === 404 || error.status === 409)) return undefined;
        throw error;
      });
      // It was completed and the answer got lost, or it has ended: completing it once more tells which.
      if (!listed) return everyPart(file);
      return listed.parts.map(({ partNumber, size, etag }) => ({ PartNumber: partNumber, Size: size, ETag: etag }));
    },
    async completeMultipartUpload(file, { uploadId, parts }) {
      const sent = parts.map(({ PartNumber = 0, ETag = '' }) => ({ partNumber: PartNumber, etag: ETag }));
      await taking(file, () => uploads.complete(assetIdOf(file), uploadId, sent));
      return {};
    },
    async abortMultipartUpload(file, { uploadId }) {
      // Uppy gives an upload up whose part failed again and again; what has arrived of it is kept here until somebody cancels it.
      if (uploadId && !uppy.getFile(file.id)) await uploads.abort(assetIdOf(file), uploadId);
    },
  });
  uppy.use(GoldenRetriever<UploadMeta, Body>, { expires: 7 * 24 * 3600 * 1000, indexedDB: KEPT as object });
  return uppy;
};
