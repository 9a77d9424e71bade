import type { ResourceType } from '../assembly/resource-type.ts';
import type { Service } from '../aws/service.ts';
import type { Backend } from '../backend/client.ts';
import type { Clock } from '../clock.ts';
import type { Fauxqs } from '../fauxqs/fauxqs.ts';
import { bucketOfHost } from '../front-door/route.ts';
import { statementsIn } from '../iam/policy-text.ts';
import { corsHeaders } from './cors.ts';
import { createLifecycle } from './lifecycle/sweep.ts';
import { createNotifications, type Publish } from './notifications.ts';
import { onBackend, resourcesOnBackend } from './on-backend.ts';
import { s3Operations } from './operations.ts';
import { s3Resources } from './resources.ts';
import { s3Handler } from './rest/handle.ts';
import { bucketOfArn, type S3 } from './s3.ts';
import { openSettings } from './settings.ts';
import { openObjectTags } from './tags.ts';

type Options = {
  fauxqs: Fauxqs;
  clock: Clock;
  accountId: string;
  region: string;
  publish: Publish;
  /** A server of the user's own that keeps the objects. */
  backend?: Backend;
};

export type S3Service = {
  service: Service;
  resourceTypes: ResourceType[];
  /** Hands on the events that an earlier run had recorded and not yet handed on; answers how many. */
  recover(): Promise<number>;
  close(): void;
};

/** S3 on fauxqs' store, with events to EventBridge for the buckets that ask for them. */
export const createS3 = ({ fauxqs, clock, accountId, region, publish, backend }: Options): S3Service => {
  const { database, s3: store } = fauxqs;
  const notifications = createNotifications(database, { clock, accountId, publish });
  const parts = { notifications, settings: openSettings(database), tags: openObjectTags(database) };
  const s3: S3 = { store, database, clock, accountId, region, ...parts, lifecycle: createLifecycle(() => s3) };
  if ([...store.buckets.keys()].some((bucket) => s3.settings.get(bucket)?.lifecycle)) s3.lifecycle.changed();
  const operations = s3Operations(s3);
  const resourceTypes = s3Resources(s3);
  return {
    service: {
      name: 's3',
      operations: backend ? onBackend(s3, operations, backend) : operations,
      handle: s3Handler(s3),
      policyOf: (arn) => statementsIn(s3.settings.get(bucketOfArn(arn))?.policy),
      // A bucket's name needs no decoding; a key that cannot be decoded must not keep the answer from being given.
      answerHeaders: ({ method, headers, rawPath }) =>
        corsHeaders(s3, { method, headers, bucket: bucketOfHost(headers.host ?? '') ?? rawPath.split('/')[1] }),
    },
    resourceTypes: backend ? resourcesOnBackend(resourceTypes, operations, backend) : resourceTypes,
    recover: async () => {
      s3.lifecycle.sweep();
      return notifications.deliver();
    },
    close: () => s3.lifecycle.close(),
  };
};
