import { createHash } from 'node:crypto';
import type { Content } from '../content.ts';
import { decode } from '../decode.ts';
import { encode, resize } from '../encode.ts';
import { inspect } from '../inspect-image/inspect.ts';
import { createInspectImage } from '../inspect-image/step.ts';
import { createMakeRenditions } from '../make-renditions/step.ts';
import { createPublishManifest } from '../publish-manifest/step.ts';
import { memoryStore } from './memory-store.ts';

const original = { key: 'uploads/an-asset/a-file', etag: 'etag' };

/** Inspects a file, makes its renditions batch by batch and publishes them, all with the real encoders. */
export const processImage = async (bytes: Uint8Array, contentType: string, focalPoint = { x: 50, y: 50 }) => {
  const inspected = await createInspectImage({ readOriginal: async () => bytes, inspect })({
    ...original,
    contentType,
  });
  if ('refused' in inspected) throw new Error(`${inspected.refused.code}: ${inspected.refused.message}`);
  const { batches, orientation, ...image } = inspected;
  const contentHash = createHash('sha256').update(bytes).digest('hex');
  const contentId = contentHash;
  const content: Content = { ...image, contentId, contentHash, contentType, bytes: bytes.byteLength, focalPoint };
  const store = memoryStore(content, bytes);
  const makeRenditions = createMakeRenditions({ ...store, now: () => 0, decode, resize, encode });
  for (const { renditions } of batches) await makeRenditions({ ...original, contentId, renditions });
  const published = await createPublishManifest(store)({ contentId });
  const file = (name: string): Buffer => {
    const found = store.files.get(`media/${contentId}/${name}`);
    if (!found) throw new Error(`there is no file ${name}`);
    return Buffer.from(found.body);
  };
  return { ...store, content, batches, orientation, published, file };
};
