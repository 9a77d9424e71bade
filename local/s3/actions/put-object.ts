import { AwsError } from '../../aws/error.ts';
import type { CallContext, Operation, Permission } from '../../aws/service.ts';
import type { StoredObject } from '../../fauxqs/s3-store.ts';
import { expirationHeader } from '../lifecycle/sweep.ts';
import type { Reason } from '../notifications.ts';
import { checksumOutput } from '../object-output.ts';
import { checkWrite } from '../preconditions.ts';
import { commit, objectsOf, onObject, type S3 } from '../s3.ts';
import { tagContext, tagsOfHeader } from '../tags.ts';
import { systemMetadata, userMetadata, writtenChecksum } from '../write-input.ts';

export type PutObjectInput = {
  Bucket: string;
  Key: string;
  /** Bytes or text; a state machine may also give an object, which is stored as JSON. */
  Body?: string | Uint8Array | object;
  ContentType?: string;
  Metadata?: Record<string, string>;
  IfMatch?: string;
  IfNoneMatch?: string;
  /** As a query: `a=1&b=2`. */
  Tagging?: string;
};

/** What a write of an object needs: to write, and to tag it where it brings tags. */
export const writePermissions = (bucket: string, key: string, tagging: string | undefined): Permission[] => {
  if (!tagging) return [onObject('s3:PutObject', bucket, key)];
  const context = tagContext('RequestObjectTag', tagsOfHeader(tagging));
  return [onObject('s3:PutObject', bucket, key, context), onObject('s3:PutObjectTagging', bucket, key, context)];
};

export const putObject = (s3: S3): Operation => ({
  permissions: ({ Bucket, Key, Tagging }: PutObjectInput) => writePermissions(Bucket, Key, Tagging),
  run: (input: PutObjectInput, context) => written(s3, input, store(s3, input, 'PutObject', context)),
});

/** As PutObject, for a browser's form; the event gives the reason `POST Object`. Not an API action of the SDKs. */
export const postObject = (s3: S3): Operation => ({
  permissions: ({ Bucket, Key, Tagging }: PutObjectInput) => writePermissions(Bucket, Key, Tagging),
  run: (input: PutObjectInput, context) => written(s3, input, store(s3, input, 'POST Object', context)),
});

const store = (s3: S3, input: PutObjectInput, reason: Reason, context: CallContext): StoredObject => {
  const { Bucket: bucket, Key: key, Body = '' } = input;
  checkKey(key);
  checkWrite(input, key, objectsOf(s3, bucket).get(key));
  const body = bytesOf(Body);
  const tags = input.Tagging === undefined ? undefined : tagsOfHeader(input.Tagging);
  return commit(s3, { bucket, key, reason, context, tags }, () =>
    s3.store.putObject(
      bucket,
      key,
      body,
      input.ContentType ?? 'binary/octet-stream',
      userMetadata(input.Metadata),
      systemMetadata(input),
      writtenChecksum(input),
    ),
  );
};

const bytesOf = (body: string | Uint8Array | object): Buffer => {
  if (Buffer.isBuffer(body)) return body;
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
};

const written = (s3: S3, { Bucket }: PutObjectInput, object: StoredObject): object => ({
  ...expirationHeader(s3, Bucket, object),
  ETag: object.etag,
  ServerSideEncryption: 'AES256',
  ...checksumOutput(object),
});

/** Longest key, in bytes of UTF-8. */
const LONGEST_KEY = 1024;

export const checkKey = (key: string): void => {
  const size = Buffer.byteLength(key);
  if (size <= LONGEST_KEY) return;
  throw new AwsError('KeyTooLongError', 'Your key is too long', 400, {
    Size: String(size),
    MaxSizeAllowed: String(LONGEST_KEY),
  });
};
