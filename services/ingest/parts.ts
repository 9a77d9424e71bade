import * as z from 'zod';
import { Refusal } from '../shared/refusal.ts';
import type { AssetRecord } from './store.ts';

/** The most parts of an upload, and their numbers. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
export const MOST_PARTS = 10_000;

export const UploadId = z.string().min(1, 'expected the id of the upload, as its ticket gave it').max(1024);
export const PartNumber = z.int().min(1).max(MOST_PARTS);

export type Part = { partNumber: number; size: number; etag: string };
export type CompletedPart = { partNumber: number; etag: string };
export type Completed =
  | { outcome: 'completed' }
  | { outcome: 'no-such-upload' }
  /** In S3's words. */
  | { outcome: 'unfit'; reason: string };

/** What is being uploaded for an asset: its first original, or one that is to take its place. */
export type Uploading = { key: string; maxBytes: number; contentType: string; isReplacement: boolean };

/** What is being uploaded for an asset; undefined where nothing is. */
export const uploadingOf = (asset: AssetRecord): Uploading | undefined => {
  if (asset.state === 'uploading')
    return { key: asset.key, maxBytes: asset.maxBytes ?? 0, contentType: asset.declaredType, isReplacement: false };
  const {
    'replacement:key': key,
    'replacement:maxBytes': maxBytes = 0,
    'replacement:declaredType': contentType = '',
  } = asset;
  if (key === undefined || asset['replacement:state'] !== 'uploading') return undefined;
  return { key, maxBytes, contentType, isReplacement: true };
};

/** The same, which must be. */
export const requireUploading = (asset: AssetRecord): Uploading => {
  const uploading = uploadingOf(asset);
  if (uploading) return uploading;
  const message = `Nothing is being uploaded for the asset: it is ${asset.state}. Ask for a ticket first.`;
  throw new Refusal(409, 'not-uploading', message, 'id');
};

export const noSuchUpload = (uploadId: string): Refusal =>
  new Refusal(
    404,
    'no-such-upload',
    `There is no upload ${uploadId} of this asset: it was completed, ended or is older than a week.`,
    'uploadId',
  );
