import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type ContentRecord, renditionsOf } from '../content.ts';
import { manifestOf } from './manifest.ts';

export const PublishManifestInput = z.strictObject({ contentId: z.string().min(1) });
export type PublishManifestInput = z.infer<typeof PublishManifestInput>;

type Deps = {
  readContent: (contentId: string) => Promise<ContentRecord>;
  writeMedia: (key: string, body: string, contentType: string) => Promise<void>;
};

/** Publishes what there is of a content. The key carries the manifest's own hash, so caches never hold an old one. */
export const createPublishManifest =
  ({ readContent, writeMedia }: Deps) =>
  async ({ contentId }: PublishManifestInput) => {
    const record = await readContent(contentId);
    const manifest = JSON.stringify(manifestOf(record));
    const hash = createHash('sha256').update(manifest).digest('hex').slice(0, 16);
    const manifestKey = `media/${contentId}/manifest-${hash}.json`;
    await writeMedia(manifestKey, manifest, 'application/json');
    const missing = renditionsOf(record).filter(({ state }) => state !== 'ready');
    return {
      manifestKey,
      state: missing.length === 0 ? 'ready' : 'incomplete',
      renditions: record.content.renditions.length - missing.length,
      failed: missing.map(({ name }) => name),
    };
  };
