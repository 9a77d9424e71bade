import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import type { StoredObject } from '../fauxqs/s3-store.ts';
import type { Change } from './s3.ts';

export type Reason =
  | 'PutObject'
  | 'POST Object'
  | 'CopyObject'
  | 'CompleteMultipartUpload'
  | 'DeleteObject'
  | 'Lifecycle Expiration';

/** An event as S3 puts it on the account's default bus. */
export type S3Event = {
  /** Stays the same when the event is handed on again after a crash. */
  id: string;
  source: 'aws.s3';
  detailType: 'Object Created' | 'Object Deleted' | 'Object Tags Added' | 'Object Tags Deleted';
  resources: string[];
  detail: Record<string, unknown>;
  time: Date;
};

/** Takes an event for good: when it returns, the event is durable. Throws where it could not be taken. */
export type Publish = (event: S3Event) => void;

export type Notifications = {
  /** Writes the event down; call it in the transaction that makes the change. */
  record(change: Change, left: StoredObject | undefined): void;
  /** Writes down that an object's tags were set or taken off; call it in the transaction that does so. */
  recordTags(change: Omit<Change, 'reason'>, object: StoredObject, kind: 'Added' | 'Deleted'): void;
  /** Hands everything recorded on, oldest first, and answers how many events that were. */
  deliver(): number;
};

const SCHEMA = `
CREATE TABLE IF NOT EXISTS s3_notifications (position INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS s3_sequence (id INTEGER PRIMARY KEY CHECK (id = 0), last INTEGER NOT NULL);
INSERT OR IGNORE INTO s3_sequence VALUES (0, 0);
`;

/** How long to wait before an event that was not taken is offered again, in milliseconds. */
const RETRY_AFTER = 1000;

/**
 * The outbox of object events. It lives in the database that holds the objects, so a change and its event are one
 * transaction: a crash leaves neither, or both. An event may be handed on twice, as S3's own may arrive twice.
 */
export const createNotifications = (
  database: DatabaseSync,
  { clock, accountId, publish }: { clock: Clock; accountId: string; publish: Publish },
): Notifications => {
  database.exec(SCHEMA);
  const insert = database.prepare('INSERT INTO s3_notifications (event) VALUES (?)');
  const pending = database.prepare('SELECT position, event FROM s3_notifications ORDER BY position LIMIT 100');
  const forget = database.prepare('DELETE FROM s3_notifications WHERE position = ?');
  // Microseconds of our clock, but always more than the last: sequencers rise even where the clock was set back.
  const next = database.prepare('UPDATE s3_sequence SET last = max(last + 1, ?) RETURNING last');
  let retry = false;

  const sequencer = (): string => {
    const { last } = next.get(clock.now() * 1000) as { last: number };
    return last.toString(16).toUpperCase().padStart(18, '0');
  };

  const deliver = (): number => {
    let count = 0;
    for (let rows = pending.all(); rows.length > 0; rows = pending.all()) {
      for (const { position, event } of rows as { position: number; event: string }[]) {
        const parsed = JSON.parse(event) as S3Event;
        try {
          publish({ ...parsed, time: new Date(parsed.time) });
        } catch {
          later();
          return count;
        }
        forget.run(position);
        count++;
      }
    }
    return count;
  };

  const later = (): void => {
    if (retry) return;
    retry = true;
    clock.at(clock.now() + RETRY_AFTER, () => {
      retry = false;
      if (database.isOpen) deliver();
    });
  };

  const keep = (bucket: string, detailType: S3Event['detailType'], detail: Record<string, unknown>): void => {
    const resources = [`arn:aws:s3:::${bucket}`];
    const time = new Date(clock.now());
    insert.run(
      JSON.stringify({ id: randomUUID(), source: 'aws.s3', detailType, resources, detail, time } satisfies S3Event),
    );
  };

  return {
    record(change, left) {
      keep(change.bucket, left ? 'Object Created' : 'Object Deleted', detailOf(change, left, sequencer(), accountId));
    },
    recordTags(change, object, kind) {
      const { size: _, sequencer: __, ...rest } = objectDetail(change.key, object, '');
      keep(change.bucket, `Object Tags ${kind}`, { ...requestDetail(change, accountId), object: rest });
    },
    deliver,
  };
};

/** The `detail` of the event, member by member as in "Amazon S3 event message structure" for EventBridge. */
const detailOf = (
  change: Change,
  left: StoredObject | undefined,
  sequencer: string,
  accountId: string,
): Record<string, unknown> => ({
  ...requestDetail(change, accountId),
  object: objectDetail(change.key, left, sequencer),
  reason: change.reason,
  ...(!left && { 'deletion-type': 'Permanently Deleted' }),
});

const objectDetail = (key: string, left: StoredObject | undefined, sequencer: string) => ({
  key,
  ...(left && { size: left.contentLength, etag: left.etag.replaceAll('"', '') }),
  sequencer,
});

/** Which bucket, and who asked; what S3 does of itself has no request. */
const requestDetail = ({ bucket, context }: Pick<Change, 'bucket' | 'context'>, accountId: string) => ({
  version: '0',
  bucket: { name: bucket },
  ...(context
    ? {
        'request-id': context.requestId,
        requester: accountId,
        'source-ip-address': (context.sourceIp ?? '127.0.0.1').replace(/^::ffff:/, ''),
      }
    : { requester: 's3.amazonaws.com' }),
});
