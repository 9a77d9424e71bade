import { join } from 'node:path';
import type { Principal } from './aws/principal.ts';
import type { Cloud, Service } from './aws/service.ts';
import type { Backends } from './backend/endpoints.ts';
import type { Clock } from './clock.ts';
import { createCloud, type OnGranted } from './cloud.ts';
import { type CloudWatchOptions, createCloudWatch } from './cloudwatch/cloudwatch.ts';
import { openDatabase } from './database.ts';
import { openDynamoDB } from './dynamodb/open-dynamodb.ts';
import { type Fault, Faults } from './faults/faults.ts';
import { openFauxqs } from './fauxqs/fauxqs.ts';
import { Directory } from './iam/directory.ts';
import { createIdentities } from './iam/identities.ts';
import { ACCOUNT_ID, REGION } from './identity.ts';
import { createLogs } from './logs/logs.ts';

export type FoundationOptions = {
  dataFolder: string;
  clock: Clock;
  /** Servers of the user's own behind services. */
  backends?: Backends;
  onGranted?: OnGranted;
  /** Told of the faults on demand, when they have changed. */
  onFaults?: (faults: readonly Fault[]) => void;
  /** Keeps what has to be closed; the last opened is closed first. */
  closing: <T>(value: T, close: (value: T) => unknown) => T;
  /** Takes an event of an AWS service itself. */
  publish: CloudWatchOptions['publish'];
};

/**
 * What all services stand on: who may do what, the cloud that they call each other by, the data folder's stores, numbers and logs.
 * `services` is filled by whoever opens them.
 */
export const openFoundation = async (options: FoundationOptions) => {
  const { dataFolder, clock, backends = {}, onGranted, onFaults, closing, publish } = options;
  const place = { clock, accountId: ACCOUNT_ID, region: REGION };
  const services: Service[] = [];
  const directory = new Directory();
  const faults = new Faults({ clock, onChange: onFaults });
  const cloud: Cloud = createCloud({ ...place, services: () => services, directory, onGranted, faults });
  const identities = createIdentities({ accountId: ACCOUNT_ID, clock, folder: dataFolder });

  const open = (name: string) => closing(openDatabase(join(dataFolder, name)), (file) => file.close());
  const [database, logDatabase] = [open('runtime.sqlite'), open('logs.sqlite')];
  const dynamodb = closing(
    await openDynamoDB({ folder: join(dataFolder, 'dynamodb'), ...place, endpoint: backends.dynamodb }),
    (server) => server.close(),
  );
  const fauxqs = closing(await openFauxqs({ folder: join(dataFolder, 's3-sqs'), clock, region: REGION }), (stores) =>
    stores.close(),
  );
  const metricsDatabase = open('metrics.sqlite');
  // It ends after all that has numbers for it.
  const cloudWatch = closing(
    createCloudWatch({ database, metricsDatabase, ...place, cloud: () => cloud, publish }),
    (metrics) => metrics.close(),
  );
  const logs = closing(
    createLogs({ database: logDatabase, ...place, onLine: cloudWatch.takeEmbedded, putMetric: cloudWatch.metrics.put }),
    (store) => store.close(),
  );
  /** A role as an AWS service takes it on. Throws where it is not there or does not trust the service. */
  const takenOnBy =
    (service: string) =>
    (roleArn: string, sessionName: string, sourceArn?: string): Principal =>
      identities.assumedBy(`${service}.amazonaws.com`, roleArn, sessionName, sourceArn);

  return {
    place,
    services,
    directory,
    faults,
    cloud,
    identities,
    database,
    dynamodb,
    fauxqs,
    cloudWatch,
    logs,
    takenOnBy,
  };
};
