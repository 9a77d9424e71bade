import { AssetRemoved } from '@marquee/events/schemas/asset-removed.ts';
import { AssetUploaded } from '@marquee/events/schemas/asset-uploaded.ts';
import * as z from 'zod';
import { uuidFor } from '../../shared/uuid.ts';
import { assetIdOf, comparableSequencer } from '../asset.ts';

const change = <Type extends string, Shape extends z.ZodRawShape>(detailType: Type, object: Shape) =>
  z.object({
    id: z.string().min(1),
    time: z.iso.datetime(),
    'detail-type': z.literal(detailType),
    detail: z.object({
      bucket: z.object({ name: z.string() }),
      object: z.object({ key: z.string(), sequencer: z.string(), ...object }),
    }),
  });

/** S3's own events, as EventBridge delivers them. */
export const ObjectChange = z.discriminatedUnion('detail-type', [
  change('Object Created', { size: z.int().nonnegative(), etag: z.string() }),
  change('Object Deleted', {}),
]);
export type ObjectChange = z.infer<typeof ObjectChange>;

type Deps = {
  readAsset: (assetId: string) => Promise<{ correlationId: string } | undefined>;
  announceUpload: (detail: AssetUploaded) => Promise<void>;
  announceRemoval: (detail: AssetRemoved) => Promise<void>;
  warn: (message: string, fields: Record<string, unknown>) => void;
};

/**
 * Says on the bus what a change of the uploads bucket means for its asset. S3 reports a change more than once: each
 * report yields the same event identifier. An object that nobody asked for is left alone.
 */
export const createAnnounceObjectChange =
  ({ readAsset, announceUpload, announceRemoval, warn }: Deps) =>
  async (event: ObjectChange): Promise<void> => {
    const bucket = event.detail.bucket.name;
    const { key, sequencer } = event.detail.object;
    const assetId = assetIdOf(key);
    const asset = assetId && (await readAsset(assetId));
    if (!asset) return warn('no asset belongs to this object; it is ignored', { bucket, key });
    const common = { assetId, bucket, key, sequencer: comparableSequencer(sequencer) };
    const metadata = (detailType: string) => ({
      eventId: uuidFor(JSON.stringify([bucket, key, common.sequencer, detailType])),
      correlationId: asset.correlationId,
      causationId: event.id,
      occurredAt: new Date(event.time).toISOString(),
      version: 1,
    });
    if (event['detail-type'] === 'Object Deleted') {
      return announceRemoval({ metadata: metadata(AssetRemoved.detailType), data: common });
    }
    const { size, etag } = event.detail.object;
    return announceUpload({ metadata: metadata(AssetUploaded.detailType), data: { ...common, size, etag } });
  };
