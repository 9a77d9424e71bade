import type { Contract } from './event.ts';
import { AssetProcessed, assetProcessedExample } from './schemas/asset-processed.ts';
import { AssetProcessingFailed, assetProcessingFailedExample } from './schemas/asset-processing-failed.ts';
import { AssetRejected, assetRejectedExample } from './schemas/asset-rejected.ts';
import { AssetRemoved, assetRemovedExample } from './schemas/asset-removed.ts';
import { AssetUploaded, assetUploadedExample } from './schemas/asset-uploaded.ts';
import { RenditionRetryRequested, renditionRetryRequestedExample } from './schemas/rendition-retry-requested.ts';

export type Registered = {
  readonly contract: Contract;
  readonly example: object;
  /** One sentence for the catalogue. */
  readonly summary: string;
  readonly producers: readonly string[];
  readonly consumers: readonly string[];
};

/** Every version of every event on the bus. */
export const registry: readonly Registered[] = [
  {
    contract: AssetUploaded,
    example: assetUploadedExample,
    summary: 'The bytes of an asset are in the uploads bucket.',
    producers: ['ingest/announce-object-change'],
    consumers: ['process-asset'],
  },
  {
    contract: AssetRemoved,
    example: assetRemovedExample,
    summary: 'The original of an asset is no longer in the uploads bucket.',
    producers: ['ingest/announce-object-change'],
    consumers: ['remove-asset'],
  },
  {
    contract: RenditionRetryRequested,
    example: renditionRetryRequestedExample,
    summary: 'An editor asked for renditions that had failed to be made again.',
    producers: ['media/retry-rendition'],
    consumers: ['process-asset'],
  },
  {
    contract: AssetRejected,
    example: assetRejectedExample,
    summary: 'An uploaded file was refused; the editor has to replace it.',
    producers: ['process-asset'],
    consumers: [],
  },
  {
    contract: AssetProcessed,
    example: assetProcessedExample,
    summary: 'The renditions of an asset are made; `incomplete` names those that are missing.',
    producers: ['process-asset'],
    consumers: [],
  },
  {
    contract: AssetProcessingFailed,
    example: assetProcessingFailedExample,
    summary: 'An asset could not be processed for a reason that is not in its file; an operator has to look.',
    producers: ['process-asset'],
    consumers: [],
  },
];
