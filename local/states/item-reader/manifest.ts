import type { ReaderConfig } from '../language/definition.ts';
import { isObject, type Json, type JsonObject } from '../language/json.ts';
import { contentItems } from './content.ts';
import { csvItems, csvRows } from './csv.ts';
import { readerFailed } from './failed.ts';
import { type S3, textOf } from './objects.ts';

/** Items of the files that a manifest lists: an S3 inventory's, or those of an UNLOAD by Athena. */
export async function* manifestItems(s3: S3, request: JsonObject, config: ReaderConfig): AsyncGenerator<Json> {
  const text = await textOf(s3, request);
  if (config.ManifestType === 'ATHENA_DATA') yield* athenaItems(s3, text, config);
  else yield* inventoryItems(s3, text);
}

/** Athena's manifest has one `s3://bucket/key` a line. */
async function* athenaItems(s3: S3, text: string, config: ReaderConfig): AsyncGenerator<Json> {
  for (const [address = ''] of csvRows(text)) {
    const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(address.trim()) ?? [];
    if (Bucket === undefined || Key === undefined)
      throw readerFailed(`The manifest lists '${address}', which is no s3:// address`);
    yield* contentItems(await textOf(s3, { Bucket, Key }), config);
  }
}

/** An inventory's manifest names its columns and files; the files lie in its destination. */
async function* inventoryItems(s3: S3, text: string): AsyncGenerator<Json> {
  const manifest = parse(text);
  const { fileFormat, fileSchema, destinationBucket, files } = manifest;
  if (fileFormat !== 'CSV') throw readerFailed(`An S3 inventory must be CSV, and this one is ${String(fileFormat)}`);
  const config: ReaderConfig = {
    CSVHeaderLocation: 'GIVEN',
    CSVHeaders: String(fileSchema)
      .split(',')
      .map((name) => name.trim()),
  };
  const Bucket = String(destinationBucket).replace(/^arn:[\w-]+:s3:::/, '');
  for (const file of Array.isArray(files) ? files : []) {
    if (isObject(file)) yield* csvItems(await textOf(s3, { Bucket, Key: String(file.key) }), config);
  }
}

const parse = (text: string): JsonObject => {
  try {
    const manifest = JSON.parse(text) as Json;
    if (isObject(manifest)) return manifest;
  } catch {
    // Falls through to the error.
  }
  throw readerFailed('The manifest is not a JSON object');
};
