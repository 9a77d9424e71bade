import type { Operation } from '../../aws/service.ts';
import { notImplemented } from '../not-implemented.ts';
import { changeSettings, onBucket, type S3, settingsOf } from '../s3.ts';

type Input = { Bucket: string; NotificationConfiguration?: Readonly<Record<string, unknown>> };

export const getBucketNotificationConfiguration = (s3: S3): Operation => ({
  members: ['Bucket'],
  permissions: ({ Bucket }: Input) => [onBucket('s3:GetBucketNotification', Bucket)],
  run: ({ Bucket }: Input) => (settingsOf(s3, Bucket).eventBridge ? { EventBridgeConfiguration: {} } : {}),
});

export const putBucketNotificationConfiguration = (s3: S3): Operation => ({
  members: ['Bucket', 'NotificationConfiguration'],
  withoutEffect: { SkipDestinationValidation: 'there are no destinations to validate but EventBridge' },
  differs: 'events go to EventBridge alone; queues, topics and functions as destinations are refused by name',
  permissions: ({ Bucket }: Input) => [onBucket('s3:PutBucketNotification', Bucket)],
  run({ Bucket, NotificationConfiguration = {} }: Input) {
    const other = Object.entries(NotificationConfiguration).find(
      ([name, value]) => name !== 'EventBridgeConfiguration' && value !== undefined && [value].flat().length > 0,
    );
    if (other) throw notImplemented(other[0], 'destination', `: ${other[0]}; route the events by EventBridge`);
    changeSettings(s3, Bucket, { eventBridge: NotificationConfiguration.EventBridgeConfiguration !== undefined });
    return {};
  },
});
