import { AwsError } from '../../aws/error.ts';
import { optimisedFailure } from '../integrations/failure.ts';
import type { Visit } from '../interpreter/visit.ts';
import type { ResultWriter, WriterConfig } from '../language/definition.ts';
import { isObject, type JsonObject } from '../language/json.ts';
import { StateError } from '../language/state-error.ts';
import type { ChildStatus } from '../store/map-children.ts';
import type { MapRunRow } from '../store/map-runs.ts';
import { uniquePart } from './arns.ts';
import { s3Of } from './items.ts';
import { formatted, resultsOf } from './records.ts';

/** Bytes after which a further file is begun. AWS's files grow to 5 GB; smaller ones need not be held in memory whole. */
const FILE_BYTES = 32 * 1024 * 1024;
const PAGE = 500;

type File = { Key: string; Size: number };

/** Files of results by the status of the children in them. */
const FILES: Readonly<Record<'FAILED' | 'PENDING' | 'SUCCEEDED', readonly ChildStatus[]>> = {
  FAILED: ['FAILED', 'TIMED_OUT', 'ABORTED'],
  PENDING: ['PENDING', 'PENDING_REDRIVE'],
  SUCCEEDED: ['SUCCEEDED'],
};

/** Where a ResultWriter writes. */
export type Destination = { bucket: string; folder: string };

/**
 * Where the results of a map run go: `<prefix>/<unique part of the map run>`, and one folder below it for each redrive;
 * undefined where they are not exported.
 */
export const destinationOf = async (
  visit: Visit,
  mapRun: MapRunRow,
  { Resource, Arguments, Parameters }: ResultWriter,
): Promise<Destination | undefined> => {
  if (Resource === undefined) return undefined;
  const [template, at] =
    Arguments === undefined ? [Parameters, 'ResultWriter/Parameters'] : [Arguments, 'ResultWriter/Arguments'];
  const request = await visit.language.filled(template ?? {}, at, visit.frame());
  const { Bucket, Prefix = '' } = isObject(request) ? request : {};
  if (typeof Bucket !== 'string') throw writerFailed(`${at} needs a Bucket`);
  const prefix = String(Prefix).replace(/\/$/, '');
  const redrive = mapRun.redrive_count > 0 ? [`Redrive-${mapRun.redrive_count}`] : [];
  return { bucket: Bucket, folder: [...(prefix === '' ? [] : [prefix]), uniquePart(mapRun.arn), ...redrive].join('/') };
};

/** Writes a manifest before any child begins, so that a bucket that cannot be written fails the map run at once. */
export const tryDestination = async (visit: Visit, mapRun: MapRunRow, destination: Destination): Promise<void> => {
  const empty = { FAILED: [], PENDING: [], SUCCEEDED: [] };
  await put(visit, destination.bucket, manifestKey(destination), manifest(mapRun, destination, empty));
};

/** Writes the results of all children and then the manifest. Writing them again writes the same. Throws `States.ResultWriterFailed`. */
export const writeResults = async (
  visit: Visit,
  mapRun: MapRunRow,
  destination: Destination,
  config: WriterConfig = {},
): Promise<void> => {
  const files: Record<string, File[]> = {};
  for (const [name, statuses] of Object.entries(FILES)) {
    files[name] = await writeFiles(visit, mapRun, destination, config, name, statuses);
  }
  await put(visit, destination.bucket, manifestKey(destination), manifest(mapRun, destination, files));
  visit.run.core.mapRuns.written(mapRun.key);
};

/** What a state that exports gives as its result. */
export const written = (mapRun: MapRunRow, destination: Destination): JsonObject => ({
  MapRunArn: mapRun.arn,
  ResultWriterDetails: { Bucket: destination.bucket, Key: manifestKey(destination) },
});

const manifestKey = ({ folder }: Destination): string => `${folder}/manifest.json`;

const manifest = (mapRun: MapRunRow, { bucket }: Destination, files: Record<string, File[]>): string =>
  JSON.stringify({ DestinationBucket: bucket, MapRunArn: mapRun.arn, ResultFiles: files });

const writeFiles = async (
  visit: Visit,
  mapRun: MapRunRow,
  { bucket, folder }: Destination,
  { OutputType = 'JSON', Transformation = 'NONE' }: WriterConfig,
  name: string,
  statuses: readonly ChildStatus[],
): Promise<File[]> => {
  const files: File[] = [];
  let results: string[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    const Key = `${folder}/${name}_${files.length}.${OutputType.toLowerCase()}`;
    const body = formatted(results, OutputType);
    await put(visit, bucket, Key, body);
    files.push({ Key, Size: Buffer.byteLength(body) });
    results = [];
    bytes = 0;
  };
  for (const status of statuses) {
    for (let after = -1; ; ) {
      const page = visit.run.core.mapChildren.page(mapRun.key, after, PAGE, status);
      for (const child of page) {
        for (const result of resultsOf(child, mapRun.machine_arn, Transformation)) {
          results.push(result);
          bytes += result.length;
        }
        if (bytes >= FILE_BYTES) await flush();
      }
      if (page.length < PAGE) break;
      after = page.at(-1)?.position ?? after;
    }
  }
  if (results.length > 0) await flush();
  return files;
};

const put = async (visit: Visit, Bucket: string, Key: string, Body: string): Promise<void> => {
  try {
    await s3Of(visit)('PutObject', { Bucket, Key, Body, ContentType: 'application/json' });
  } catch (error) {
    visit.scope.check();
    if (!(error instanceof AwsError)) throw error;
    const { reason } = optimisedFailure('S3', 'AmazonS3Exception', 'Amazon S3')(error);
    throw writerFailed(`Failed to write ${Key} into the specified output bucket ${Bucket}. ${reason}`);
  }
  visit.scope.check();
};

const writerFailed = (cause: string): StateError => new StateError('States.ResultWriterFailed', cause);
