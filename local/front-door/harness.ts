import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Service } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import { VirtualClock } from '../clock.ts';
import { createCloud } from '../cloud.ts';
import type { Faults } from '../faults/faults.ts';
import { type Fauxqs, openFauxqs } from '../fauxqs/fauxqs.ts';
import { createIdentities } from '../iam/identities.ts';
import { ACCOUNT_ID, ADMINISTRATOR, REGION } from '../identity.ts';
import { createS3 } from '../s3/create-s3.ts';
import type { S3Event } from '../s3/notifications.ts';
import { startFrontDoor } from './door.ts';

type Options = {
  /** Where state is kept; a fresh folder that goes with the harness, unless given. */
  folder?: string;
  clock?: Clock;
  services?: (fauxqs: Fauxqs, port: () => number) => Service[];
  publish?: (event: S3Event) => void;
  ready?: () => boolean;
  faults?: Faults;
};

/** A front door with S3 behind it on a port of its own, for tests that drive it with real clients. */
export const openHarness = async (options: Options = {}) => {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'front-door-'));
  // SDK clients sign with the machine's time, so the clock starts there.
  const clock = options.clock ?? new VirtualClock(Date.now());
  const events: S3Event[] = [];
  const faults: unknown[] = [];
  const fauxqs = await openFauxqs({ folder, clock, region: REGION });
  const identities = createIdentities({ accountId: ACCOUNT_ID, clock, folder });
  const publish = options.publish ?? ((event: S3Event) => void events.push(event));
  const s3 = createS3({ fauxqs, clock, accountId: ACCOUNT_ID, region: REGION, publish });
  let port = 0;
  const services = [s3.service, ...(options.services?.(fauxqs, () => port) ?? [])];
  const cloud = createCloud({
    accountId: ACCOUNT_ID,
    region: REGION,
    services: () => services,
    faults: options.faults,
  });
  const door = await startFrontDoor({
    port: 0,
    clock,
    cloud,
    services,
    identities,
    accountId: ACCOUNT_ID,
    region: REGION,
    ready: options.ready,
    onFault: (error) => faults.push(error),
  });
  port = door.port;
  return {
    folder,
    clock,
    cloud,
    identities,
    s3,
    fauxqs,
    events,
    faults,
    door,
    client: {
      endpoint: door.url,
      region: REGION,
      credentials: ADMINISTRATOR,
      forcePathStyle: true,
      maxAttempts: 1,
    },
    async close() {
      await door.close();
      s3.close();
      fauxqs.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type Harness = Awaited<ReturnType<typeof openHarness>>;

export const deployContext = {
  accountId: ACCOUNT_ID,
  region: REGION,
  assemblyFolder: '/',
  physicalName: ({ logicalId }: { logicalId: string }) => logicalId.toLowerCase(),
};

/** A resource as the loader gives it to a resource type. */
export const resource = (type: string, logicalId: string, properties: Record<string, unknown> = {}) => ({
  stackName: 'test',
  logicalId,
  path: `test/${logicalId}`,
  type,
  properties,
  metadata: {},
});
