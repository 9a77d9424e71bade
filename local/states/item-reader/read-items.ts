import type { ItemReader } from '../language/definition.ts';
import type { Json, JsonObject } from '../language/json.ts';
import { contentItems } from './content.ts';
import { manifestItems } from './manifest.ts';
import { listed, readingFrom, type S3, textOf } from './objects.ts';

/**
 * The items that an ItemReader finds, one after the other; `request` is what its Parameters or Arguments gave. Throws
 * `States.ItemReaderFailed`.
 */
export async function* readItems(reader: ItemReader, request: JsonObject, caller: S3): AsyncGenerator<Json> {
  const s3 = readingFrom(caller);
  const config = reader.ReaderConfig ?? {};
  if (!reader.Resource.endsWith(':listObjectsV2')) {
    if (config.InputType === 'MANIFEST' || config.ManifestType !== undefined) yield* manifestItems(s3, request, config);
    else yield* contentItems(await textOf(s3, request), config);
  } else if (config.Transformation === 'LOAD_AND_FLATTEN') {
    for await (const { Key, Size } of listed(s3, request)) {
      // What a console shows as a folder is an empty object.
      if (Size > 0) yield* contentItems(await textOf(s3, { Bucket: request.Bucket ?? '', Key }), config);
    }
  } else yield* listed(s3, request);
}
