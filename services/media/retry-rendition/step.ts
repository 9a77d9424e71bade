import type { RenditionRetryRequested } from '@marquee/events/schemas/rendition-retry-requested.ts';
import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Asset } from '../asset.ts';
import { type ContentRecord, renditionsOf } from '../content.ts';
import { RenditionName } from '../rendition.ts';
import { UnchangedName } from '../unchanged.ts';

export const RetryRenditionInput = z.strictObject({
  id: z.uuid('expected the id of an asset, as GET /assets lists them'),
  name: z.union([RenditionName, UnchangedName], 'expected a name such as frame-1280.avif or film.mp4'),
});
export type RetryRenditionInput = z.infer<typeof RetryRenditionInput>;

type Deps = {
  now: () => number;
  newId: () => string;
  readAsset: (assetId: string) => Promise<Asset | undefined>;
  readContent: (contentId: string) => Promise<ContentRecord>;
  requestRetry: (detail: RenditionRetryRequested) => Promise<void>;
};

/** Asks for one failed rendition to be made again. */
export const createRetryRendition =
  ({ now, newId, readAsset, readContent, requestRetry }: Deps) =>
  async ({ id, name }: RetryRenditionInput, { requestId }: Pick<Caller, 'requestId'>) => {
    const asset = await readAsset(id);
    if (!asset) throw new Refusal(404, 'no-such-asset', `There is no asset ${id}.`, 'id');
    if (!asset.contentId || !['incomplete', 'failed'].includes(asset.state)) {
      throw new Refusal(409, 'nothing-to-retry', `The asset is ${asset.state}; none of its renditions can be retried.`);
    }
    const rendition = renditionsOf(await readContent(asset.contentId)).find((record) => record.name === name);
    if (!rendition) throw new Refusal(404, 'no-such-rendition', `The asset has no rendition ${name}.`, 'name');
    if (rendition.state === 'ready') {
      throw new Refusal(409, 'nothing-to-retry', `The rendition ${name} is ready.`, 'name');
    }
    await requestRetry({
      metadata: {
        eventId: newId(),
        correlationId: asset.correlationId,
        causationId: requestId,
        occurredAt: new Date(now()).toISOString(),
        version: 1,
      },
      data: { assetId: id, contentId: asset.contentId, renditions: [name] },
    });
    return { assetId: id, rendition: name, state: 'waiting' };
  };
