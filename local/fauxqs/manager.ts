import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import type { StoredObject } from './s3-store.ts';
import type { SnsStore, SnsSubscription, SnsTopic } from './sns-store.ts';
import type { SqsMessage, SqsQueue, SqsStore } from './sqs-store.ts';

/** fauxqs' own persistence, as far as it is used here. */
export type Manager = {
  db: DatabaseSync;
  loadS3(store: object): void;
  loadSqsAndSns(sqs: RawSqsStore, sns: object): void;
  loadSqsMessages(queue: RawQueue): void;
  stmts: {
    updateMessageInflight: { run(...values: unknown[]): unknown };
    loadQueues: { all(): { name: string; attributes: string }[] };
  };
  upsertObject(bucket: string, object: StoredObject): void;
  deleteMultipartUpload(uploadId: string): void;
  completeMultipartUpload(uploadId: string, bucket: string, object: StoredObject): void;
  insertTopic(topic: SnsTopic): void;
  insertSubscription(subscription: SnsSubscription): void;
  insertMessage(queueName: string, message: SqsMessage): void;
  updateMessageReady(messageId: string): void;
  deleteMessage(messageId: string): void;
  close(): void;
};
export type Persistent = { persistence?: Manager };
export type RawQueue = SqsQueue &
  Persistent & {
    url: string;
    fifoLockedGroups: Map<string, number>;
    deduplicationCache: { clear(): void };
    processTimers(): void;
  };
export type RawSqsStore = Omit<SqsStore, 'actions' | 'dropMessage' | 'processTimers' | 'keep' | 'traces'> &
  Persistent & {
    host: string;
    region?: string;
    queues: Map<string, RawQueue>;
    queuesByName: Map<string, RawQueue>;
    queuesByArn: Map<string, RawQueue>;
    allQueues(): Iterable<RawQueue>;
  };

export type RawSnsStore = Omit<SnsStore, 'saveTopic' | 'saveSubscription' | 'checkFilterPolicy' | 'passes'> &
  Persistent;

/** Puts right what of fauxqs' persistence does not serve us. */
export const mend = (manager: Manager, clock: Clock): void => {
  const upsert = manager.upsertObject.bind(manager);
  manager.upsertObject = (bucket, object) => {
    object.lastModified = new Date(clock.now());
    upsert(bucket, object);
  };
  const insert = manager.insertMessage.bind(manager);
  manager.insertMessage = (queueName, message) => {
    // One that moves to its dead-letter queue keeps the time at which it was sent.
    if (message.approximateReceiveCount === 0) message.sentTimestamp = clock.now();
    insert(queueName, message);
  };
  // The original opens a transaction, and ours is open already.
  manager.completeMultipartUpload = (uploadId, bucket, object) => {
    manager.upsertObject(bucket, object);
    manager.deleteMultipartUpload(uploadId);
  };
  // The original nulls a column that may not be null, so that a visibility timeout of 0 fails.
  const ready = manager.db.prepare(
    'UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE message_id = ?',
  );
  manager.updateMessageReady = (messageId) => void ready.run(messageId);
};

/** Makes the queues in memory what they are in the database, without a write. */
export const takeBack = (manager: Manager, sqs: RawSqsStore): void => {
  const { updateMessageInflight } = manager.stmts;
  manager.stmts.updateMessageInflight = { run() {} };
  const kept = new Map(manager.stmts.loadQueues.all().map((row) => [row.name, row]));
  for (const queue of [...sqs.allQueues()]) {
    const { messages, delayedMessages, inflightMessages, fifoMessages, fifoDelayed, fifoLockedGroups } = queue;
    for (const list of [messages, delayedMessages]) list.length = 0;
    for (const map of [inflightMessages, fifoMessages, fifoDelayed, fifoLockedGroups]) map.clear();
    // A send that is tried again must not count as the one that was not kept.
    queue.deduplicationCache.clear();
    const row = kept.get(queue.name);
    if (row) {
      queue.attributes = JSON.parse(row.attributes);
      manager.loadSqsMessages(queue);
    } else {
      sqs.queues.delete(queue.url);
      sqs.queuesByName.delete(queue.name);
      sqs.queuesByArn.delete(queue.arn);
    }
  }
  manager.stmts.updateMessageInflight = updateMessageInflight;
};
