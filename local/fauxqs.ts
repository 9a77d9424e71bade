import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from './clock.ts';
import { transaction, undamaged } from './database.ts';
import { createMessageTraces, type MessageTraces } from './sqs/message-traces.ts';
import { onClock } from './sqs/on-clock.ts';

/**
 * The stores of `fauxqs`, which emulates S3, SQS and SNS, without its server: that one listens on every address and takes no
 * body over 11 MiB. Its package exports the server alone, so its modules are loaded by file. This is the only file that
 * knows how fauxqs is laid out.
 */
export type Fauxqs = {
  s3: S3Store;
  sqs: SqsStore;
  sns: SnsStore;
  /** fauxqs' own database file, so that its writes and ours can share a transaction. */
  database: DatabaseSync;
  close(): void;
};

export type StoredObject = {
  key: string;
  body: Buffer;
  contentType: string;
  contentLength: number;
  /** In double quotes. */
  etag: string;
  lastModified: Date;
  metadata: Record<string, string>;
  contentLanguage?: string;
  contentDisposition?: string;
  cacheControl?: string;
  contentEncoding?: string;
  parts?: { partNumber: number; offset: number; length: number }[];
  checksumAlgorithm?: string;
  checksumValue?: string;
  checksumType?: 'FULL_OBJECT' | 'COMPOSITE';
  partChecksums?: string[];
};

export type SystemMetadata = Pick<
  StoredObject,
  'contentLanguage' | 'contentDisposition' | 'cacheControl' | 'contentEncoding'
>;

export type StoredPart = { partNumber: number; body: Buffer; etag: string; lastModified: Date; checksumValue?: string };

export type MultipartUpload = SystemMetadata & {
  uploadId: string;
  bucket: string;
  key: string;
  contentType: string;
  metadata: Record<string, string>;
  parts: Map<number, StoredPart>;
  initiated: Date;
  checksumAlgorithm?: string;
};

/** Everything is synchronous; what a call has written is on disk when it returns. Keeps only metadata in memory. */
export type S3Store = {
  buckets: Map<string, Map<string, StoredObject>>;
  bucketCreationDates: Map<string, Date>;
  multipartUploads: Map<string, MultipartUpload>;
  createBucket(name: string): void;
  deleteBucket(name: string): void;
  putObject(
    bucket: string,
    key: string,
    body: Buffer,
    contentType?: string,
    metadata?: Record<string, string>,
    system?: SystemMetadata,
    checksum?: { algorithm: string; value: string; type: 'FULL_OBJECT' | 'COMPOSITE'; partChecksums?: string[] },
  ): StoredObject;
  getObject(bucket: string, key: string): StoredObject;
  deleteObject(bucket: string, key: string): void;
  createMultipartUpload(
    bucket: string,
    key: string,
    contentType?: string,
    metadata?: Record<string, string>,
    system?: SystemMetadata,
    checksumAlgorithm?: string,
  ): string;
  uploadPart(uploadId: string, partNumber: number, body: Buffer, checksum?: string): { etag: string };
  completeMultipartUpload(uploadId: string, parts: { partNumber: number; etag: string }[]): StoredObject;
  abortMultipartUpload(uploadId: string): void;
  /** Sets the checksum of an object that is there. */
  setChecksum(bucket: string, key: string, checksum: ObjectChecksum | undefined): void;
};

export type ObjectChecksum = Pick<
  StoredObject,
  'checksumAlgorithm' | 'checksumValue' | 'checksumType' | 'partChecksums'
>;

export type SqsMessage = {
  messageId: string;
  sentTimestamp: number;
  approximateReceiveCount: number;
  delayUntil?: number;
};

export type SqsQueue = {
  name: string;
  arn: string;
  attributes: Record<string, string>;
  messages: SqsMessage[];
  /** By receipt handle. */
  inflightMessages: Map<string, { message: SqsMessage; visibilityDeadline: number }>;
  delayedMessages: SqsMessage[];
  /** By message group. */
  fifoMessages: Map<string, SqsMessage[]>;
  fifoDelayed: Map<string, SqsMessage[]>;
  /** Told, and let go of, when a message can be received. */
  pollWaiters: { resolve: () => void }[];
  hasAvailableFifoMessages(): boolean;
  setAttributes(attributes: Record<string, string>): void;
};

export type SqsAction = (
  input: object,
  store: object,
  request: { headers: Record<string, string> },
) => Promise<object> | object;

export type SqsStore = {
  /** fauxqs' own implementation of each API action. */
  actions: Readonly<Record<string, SqsAction>>;
  getQueueByName(name: string): SqsQueue | undefined;
  dropMessage(queue: SqsQueue, message: SqsMessage): void;
  /** Takes back messages whose visibility timeout or delay is over. */
  processTimers(queue: SqsQueue): void;
  /** Runs `work` on queues as one transaction. Where that cannot be kept, the queues are again as the database has them. */
  keep<T>(work: () => T): T;
  /** The trace headers of messages. */
  traces: MessageTraces;
  shutdown(): void;
};

export type SnsTopic = {
  arn: string;
  name: string;
  attributes: Record<string, string>;
  tags: Map<string, string>;
  subscriptionArns: string[];
};

export type SnsSubscription = {
  arn: string;
  topicArn: string;
  protocol: string;
  endpoint: string;
  confirmed: boolean;
  attributes: Record<string, string>;
};

export type SnsAttribute = { DataType: string; StringValue?: string; BinaryValue?: string };

/** Topics and subscriptions; what a call has written is on disk when it returns. */
export type SnsStore = {
  topics: Map<string, SnsTopic>;
  subscriptions: Map<string, SnsSubscription>;
  createTopic(
    name: string,
    attributes: Record<string, string> | undefined,
    tags: Record<string, string> | undefined,
    region: string,
  ): SnsTopic;
  deleteTopic(arn: string): boolean;
  subscribe(
    topicArn: string,
    protocol: string,
    endpoint: string,
    attributes?: Record<string, string>,
  ): SnsSubscription | undefined;
  unsubscribe(arn: string): boolean;
  /** Writes a topic or a subscription that was changed. */
  saveTopic(topic: SnsTopic): void;
  saveSubscription(subscription: SnsSubscription): void;
  /** Throws where a filter policy is not one or larger than AWS takes. */
  checkFilterPolicy(policy: string): void;
  /** Whether a subscription's filter policy lets a message pass. */
  passes(subscription: SnsSubscription, message: string, attributes: Readonly<Record<string, SnsAttribute>>): boolean;
};

const SQS_ACTIONS = [
  'CreateQueue',
  'DeleteQueue',
  'ListQueues',
  'GetQueueAttributes',
  'SetQueueAttributes',
  'PurgeQueue',
  'SendMessage',
  'ReceiveMessage',
  'DeleteMessage',
  'SendMessageBatch',
  'DeleteMessageBatch',
  'ChangeMessageVisibility',
  'ChangeMessageVisibilityBatch',
  'TagQueue',
  'UntagQueue',
  'ListQueueTags',
] as const;

type Manager = {
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
type Persistent = { persistence?: Manager };
type RawQueue = SqsQueue &
  Persistent & {
    url: string;
    fifoLockedGroups: Map<string, number>;
    deduplicationCache: { clear(): void };
    processTimers(): void;
  };
type RawSqsStore = Omit<SqsStore, 'actions' | 'dropMessage' | 'processTimers' | 'keep' | 'traces'> &
  Persistent & {
    host: string;
    region?: string;
    queues: Map<string, RawQueue>;
    queuesByName: Map<string, RawQueue>;
    queuesByArn: Map<string, RawQueue>;
    allQueues(): Iterable<RawQueue>;
  };

type RawSnsStore = Omit<SnsStore, 'saveTopic' | 'saveSubscription' | 'checkFilterPolicy' | 'passes'> & Persistent;
type Filter = {
  validateFilterPolicyLimits(policy: string): void;
  matchesFilterPolicy(policy: object, attributes: object): boolean;
  matchesFilterPolicyOnBody(policy: object, message: string): boolean;
};

const load = <T>(file: string): Promise<T> => import(new URL(file, import.meta.resolve('fauxqs')).href) as Promise<T>;

/** Opens the stores on `folder`, which they own, with all that was in them. */
export const openFauxqs = async ({
  folder,
  clock,
  region,
}: {
  folder: string;
  clock: Clock;
  region: string;
}): Promise<Fauxqs> => {
  const { PersistenceManager } = await load<{ PersistenceManager: new (folder: string) => Manager }>(
    './persistence.js',
  );
  const { S3Store: S3 } = await load<{ S3Store: new () => Omit<S3Store, 'setChecksum'> & Persistent }>(
    './s3/s3Store.js',
  );
  const { SqsStore: Sqs } = await load<{ SqsStore: new () => RawSqsStore }>('./sqs/sqsStore.js');
  const { SnsStore: Sns } = await load<{ SnsStore: new () => RawSnsStore }>('./sns/snsStore.js');
  const filter = await load<Filter>('./sns/filter.js');

  const manager = undamaged(join(folder, 'fauxqs.db'), () => new PersistenceManager(folder));
  // A checkpoint each 64 MB instead of 4: an upload of a few megabytes takes two thirds of the time.
  manager.db.exec('PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA wal_autocheckpoint = 16000;');
  mend(manager, clock);
  const [s3, sqs, sns] = [new S3(), new Sqs(), new Sns()];
  // An empty host makes fauxqs build queue URLs from the request's own.
  sqs.host = '';
  sqs.region = region;
  manager.loadS3(s3);
  // What was in flight or delayed comes back by our clock.
  onClock(clock, () => manager.loadSqsAndSns(sqs, sns));
  // Only now: while loading, writing through would delete what it reads.
  s3.persistence = manager;
  sqs.persistence = manager;
  sns.persistence = manager;
  for (const queue of sqs.allQueues()) queue.persistence = manager;

  const traces = createMessageTraces(manager.db);
  const actions = await sqsActions(clock, traces);
  return {
    s3: Object.assign(s3, { setChecksum: checksumSetter(manager.db, s3) }),
    sqs: Object.assign(sqs, {
      actions,
      traces,
      dropMessage(queue: SqsQueue, message: SqsMessage): void {
        for (const group of [queue.messages, ...queue.fifoMessages.values()]) {
          const at = group.indexOf(message);
          if (at >= 0) group.splice(at, 1);
        }
        manager.deleteMessage(message.messageId);
      },
      processTimers: (queue: SqsQueue): void => onClock(clock, () => (queue as RawQueue).processTimers()),
      keep<T>(work: () => T): T {
        try {
          return transaction(manager.db, work);
        } catch (error) {
          // What an action refuses it has not touched; what the database refuses is in memory already.
          if (isOfDatabase(error)) onClock(clock, () => takeBack(manager, sqs));
          throw error;
        }
      },
    }),
    sns: Object.assign(sns, {
      saveTopic: (topic: SnsTopic) => manager.insertTopic(topic),
      saveSubscription: (subscription: SnsSubscription) => manager.insertSubscription(subscription),
      checkFilterPolicy: filter.validateFilterPolicyLimits,
      passes: passing(filter),
    }),
    database: manager.db,
    close() {
      sqs.shutdown();
      manager.close();
    },
  };
};

const passing =
  ({ matchesFilterPolicy, matchesFilterPolicyOnBody }: Filter): SnsStore['passes'] =>
  ({ attributes: { FilterPolicy, FilterPolicyScope } }, message, attributes) => {
    if (!FilterPolicy) return true;
    const policy = JSON.parse(FilterPolicy) as object;
    return FilterPolicyScope === 'MessageBody'
      ? matchesFilterPolicyOnBody(policy, message)
      : matchesFilterPolicy(policy, attributes);
  };

const checksumSetter = (database: DatabaseSync, store: Pick<S3Store, 'buckets'>): S3Store['setChecksum'] => {
  const update = database.prepare(
    'UPDATE s3_objects SET checksum_algorithm = ?, checksum_value = ?, checksum_type = ?, part_checksums = ? WHERE bucket = ? AND key = ?',
  );
  return (bucket, key, checksum = {}) => {
    const { checksumAlgorithm, checksumValue, checksumType, partChecksums } = checksum;
    const parts = partChecksums && JSON.stringify(partChecksums);
    update.run(checksumAlgorithm ?? null, checksumValue ?? null, checksumType ?? null, parts ?? null, bucket, key);
    const object = store.buckets.get(bucket)?.get(key);
    if (object) Object.assign(object, { checksumAlgorithm, checksumValue, checksumType, partChecksums });
  };
};

const isOfDatabase = (error: unknown): boolean => (error as { code?: string }).code === 'ERR_SQLITE_ERROR';

/** Makes the queues in memory what they are in the database, without a write. */
const takeBack = (manager: Manager, sqs: RawSqsStore): void => {
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

/** Puts right what of fauxqs' persistence does not serve us. */
const mend = (manager: Manager, clock: Clock): void => {
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

/** The actions, on our clock: sent, hidden, delayed and told apart from duplicates by its time. None of them waits. */
const sqsActions = async (clock: Clock, traces: MessageTraces): Promise<Record<string, SqsAction>> => {
  const actions: Record<string, SqsAction> = {};
  for (const name of SQS_ACTIONS) {
    const exported = name.charAt(0).toLowerCase() + name.slice(1);
    const module = await load<Record<string, SqsAction>>(`./sqs/actions/${exported}.js`);
    const action = module[exported];
    if (!action)
      throw new Error(`fauxqs has no SQS action ${name}; its version differs from the one this was written for.`);
    const onOurs: SqsAction = (input, store, request) => onClock(clock, () => action(input, store, request));
    const sending: SqsAction = (input, store, request) => {
      const output = onOurs(input, store, request);
      traces.note(input, output);
      return output;
    };
    actions[name] = name.startsWith('SendMessage') ? sending : onOurs;
  }
  return actions;
};
