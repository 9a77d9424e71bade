import type { ResourceType } from '../assembly/resource-type.ts';
import { AwsError } from '../aws/error.ts';
import type { CallContext, Operation } from '../aws/service.ts';
import type { Backend } from '../backend/client.ts';
import { transaction } from '../database.ts';
import type { StoredObject } from '../fauxqs/s3-store.ts';
import type { Reason } from './notifications.ts';
import { refuseMembers } from './refuse.ts';
import { objectsOf, type S3 } from './s3.ts';

type Input = { Bucket: string; Key: string; Body?: unknown; Delete?: { Objects?: { Key: string }[] } };
type Output = Record<string, unknown>;
type Head = Pick<StoredObject, 'contentLength' | 'etag'>;

/** What goes to the server, under its own name unless another is given. Settings of buckets stay here, where they are acted on. */
const FORWARDED = [
  ...[
    'AbortMultipartUpload',
    'CreateMultipartUpload',
    'GetObject',
    'GetObjectAttributes',
    'GetObjectTagging',
    'HeadObject',
  ],
  ...['ListMultipartUploads', 'ListObjects', 'ListObjectsV2', 'ListParts', 'UploadPart', 'UploadPartCopy'],
  ...['DeleteObjectTagging', 'PutObjectTagging'],
];

/** Operations that leave an object, and the reason that their event gives. */
const WRITES: Readonly<Record<string, Reason>> = {
  PutObject: 'PutObject',
  PostObject: 'POST Object',
  CopyObject: 'CopyObject',
  CompleteMultipartUpload: 'CompleteMultipartUpload',
};

/**
 * S3's operations with the objects on a server of the user's own. Calls are judged here before they go there. Objects that come
 * or go by way of this runtime make events; what others write there does not.
 */
export const onBackend = (
  s3: S3,
  operations: Readonly<Record<string, Operation>>,
  backend: Backend,
): Record<string, Operation> => {
  const head = async ({ Bucket, Key }: Pick<Input, 'Bucket' | 'Key'>): Promise<Head | undefined> => {
    try {
      const { ContentLength, ETag } = await backend.call('HeadObject', { Bucket, Key });
      return { contentLength: Number(ContentLength), etag: String(ETag) };
    } catch (error) {
      if (error instanceof AwsError && error.statusCode === 404) return undefined;
      throw error;
    }
  };
  const tell = (bucket: string, key: string, reason: Reason, context: CallContext, left: Head | undefined): void => {
    if (!s3.settings.get(bucket)?.eventBridge) return;
    // A crash before this leaves the caller without an answer, and it tries again.
    transaction(s3.database, () =>
      s3.notifications.record({ bucket, key, reason, context }, left as StoredObject | undefined),
    );
    s3.notifications.deliver();
  };
  const wants = (bucket: string): boolean => s3.settings.get(bucket)?.eventBridge === true;

  const runs: Record<string, (input: Input, context: CallContext) => Promise<Output> | Output> = {
    async DeleteObject(input, context) {
      const there = wants(input.Bucket) && (await head(input));
      const output = await backend.call('DeleteObject', input);
      if (there) tell(input.Bucket, input.Key, 'DeleteObject', context, undefined);
      return output;
    },
    async DeleteObjects(input, context) {
      const keys = wants(input.Bucket) ? (input.Delete?.Objects ?? []).map(({ Key }) => Key) : [];
      const there = await Promise.all(keys.map((Key) => head({ ...input, Key })));
      const output = await backend.call('DeleteObjects', input);
      const failed = new Set(((output.Errors ?? []) as { Key?: string }[]).map(({ Key }) => Key));
      for (const [index, Key] of keys.entries())
        if (there[index] && !failed.has(Key)) tell(input.Bucket, Key, 'DeleteObject', context, undefined);
      return output;
    },
    async CreateBucket(input, context) {
      await makeBucket(backend, input.Bucket);
      return (await operations.CreateBucket?.run(input, context)) as Output;
    },
    async DeleteBucket(input, context) {
      await backend.call('DeleteBucket', { Bucket: input.Bucket });
      return (await operations.DeleteBucket?.run(input, context)) as Output;
    },
  };
  for (const name of FORWARDED) runs[name] = (input, { signal }) => backend.call(name, bytes(input), signal);
  for (const [name, reason] of Object.entries(WRITES)) {
    runs[name] = async (input, context) => {
      const output = await backend.call(name === 'PostObject' ? 'PutObject' : name, bytes(input));
      if (wants(input.Bucket)) tell(input.Bucket, input.Key, reason, context, await head(input));
      return output;
    };
  }
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]): [string, Operation] => {
      const run = runs[name];
      if (!run) return [name, operation];
      return [
        name,
        {
          ...operation,
          run(input: Input, context) {
            refuseMembers(input, context.accountId);
            if (name !== 'CreateBucket') objectsOf(s3, input.Bucket);
            return run(input, context);
          },
        },
      ];
    }),
  );
};

/** A state machine may give an object as a body, which is stored as JSON. */
const bytes = <T extends object>(input: T): T => {
  const { Body } = input as { Body?: unknown };
  if (typeof Body !== 'object' || Body === null || Body instanceof Uint8Array) return input;
  return { ...input, Body: JSON.stringify(Body) };
};

/** Makes a bucket on the server unless it is there. */
const makeBucket = async (backend: Backend, Bucket: string): Promise<void> => {
  try {
    await backend.call('CreateBucket', { Bucket });
  } catch (error) {
    if (!(error instanceof AwsError) || error.code !== 'BucketAlreadyOwnedByYou') throw error;
  }
};

/** The resource types with their buckets on the server too; lifecycle rules are carried out there. */
export const resourcesOnBackend = (
  types: readonly ResourceType[],
  operations: Readonly<Record<string, Operation>>,
  backend: Backend,
): ResourceType[] =>
  types.map((type) => {
    if (type.type !== 'AWS::S3::Bucket') return type;
    return {
      ...type,
      async create(resource, context) {
        const created = await type.create(resource, context);
        const Bucket = created.ref;
        await makeBucket(backend, Bucket);
        if (resource.properties.LifecycleConfiguration !== undefined) {
          const read = operations.GetBucketLifecycleConfiguration;
          const { Rules } = ((await read?.run({ Bucket }, context as unknown as CallContext)) ?? {}) as {
            Rules?: object[];
          };
          await backend.call('PutBucketLifecycleConfiguration', { Bucket, LifecycleConfiguration: { Rules } });
        }
        return created;
      },
      async remove(resource, created, context) {
        try {
          await backend.call('DeleteBucket', { Bucket: created.ref });
        } catch (error) {
          if (!(error instanceof AwsError) || error.code !== 'NoSuchBucket') throw error;
        }
        await type.remove?.(resource, created, context);
      },
    };
  });
