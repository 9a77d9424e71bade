import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import { transaction, undamaged } from '../database.ts';
import { createMessageTraces } from '../sqs/message-traces.ts';
import { onClock } from '../sqs/on-clock.ts';
import { load } from './load.ts';
import {
  type Manager,
  mend,
  type Persistent,
  type RawQueue,
  type RawSnsStore,
  type RawSqsStore,
  takeBack,
} from './manager.ts';
import { checksumSetter, type S3Store } from './s3-store.ts';
import { type Filter, passing, type SnsStore, type SnsSubscription, type SnsTopic } from './sns-store.ts';
import { sqsActions } from './sqs-actions.ts';
import type { SqsMessage, SqsQueue, SqsStore } from './sqs-store.ts';

/**
 * The stores of `fauxqs`, which emulates S3, SQS and SNS, without its server: that one listens on every address and takes no
 * body over 11 MiB. Its package exports the server alone, so its modules are loaded by file. This folder alone
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

const isOfDatabase = (error: unknown): boolean => (error as { code?: string }).code === 'ERR_SQLITE_ERROR';
