import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import type { Asset } from '../../cli/api.ts';
import { connect } from '../../cli/connection.ts';
import { seed } from '../../cli/seed/seed.ts';
import { signIn } from '../../cli/sign-in.ts';
import type { Elsewhere } from '../../local/backend/endpoints.ts';
import type { Clock } from '../../local/clock.ts';
import type { Event } from '../../local/events/event.ts';
import { type Runtime, startRuntime } from '../../local/runtime.ts';
import { type OwnServers, startOwnServers } from '../backends.ts';
import { testAssembly } from './assembly.ts';
import { createEditor } from './editor.ts';
import { noteGrant } from './granted.ts';

/** Events after which an asset stays as it is until somebody acts. */
const SETTLING = new Set(['AssetProcessed', 'AssetRejected', 'AssetProcessingFailed']);

/** The whole system on free ports and a folder of its own, as an editor reaches it. */
export type System = Awaited<ReturnType<typeof startSystem>>;

/** What stands behind the runtimes of a data folder, which outlives a pause. */
const ownServers = new Map<string, OwnServers>();

const ownServersOf = async (dataFolder: string, clock: Clock | undefined): Promise<OwnServers | undefined> => {
  const servers = ownServers.get(dataFolder) ?? (await startOwnServers(clock));
  if (servers) ownServers.set(dataFolder, servers);
  return servers;
};

type Options = {
  dataFolder?: string;
  /** The assembly to run where it is not the one that was built for tests. */
  assembly?: string;
  clock?: Clock;
  /** Servers for what the runtime lacks. */
  elsewhere?: Elsewhere;
};

export const startSystem = async ({
  dataFolder = mkdtempSync(join(tmpdir(), 'marquee-test-')),
  assembly = testAssembly(),
  clock,
  elsewhere,
}: Options = {}) => {
  const servers = await ownServersOf(dataFolder, clock);
  const seen: Event[] = [];
  const waiting = new Set<{ test: (event: Event) => boolean; resolve: (event: Event) => void }>();
  const runtime: Runtime = await startRuntime({
    assemblyFolder: assembly,
    dataFolder,
    awsPort: 0,
    sitePort: 0,
    clock,
    elsewhere,
    ...(servers && { backends: servers.backends }),
    onGranted: noteGrant,
    onEvent: (event) => {
      seen.push(event);
      for (const waiter of waiting) {
        if (!waiter.test(event)) continue;
        waiting.delete(waiter);
        waiter.resolve(event);
      }
    },
  });
  const connection = await connect({ stage: 'test', 'aws-port': new URL(runtime.awsUrl).port });
  await seed.users(connection);
  const token = await signIn(connection);
  const s3 = new S3Client({ ...connection.client, forcePathStyle: true });

  /** The first event that passes, past ones included. */
  const event = (test: (event: Event) => boolean): Promise<Event> => {
    const past = seen.find(test);
    return past ? Promise.resolve(past) : new Promise((resolve) => waiting.add({ test, resolve }));
  };
  const editor = createEditor({ siteUrl: runtime.siteUrl, token });
  const settled = async (assetId: string, after = 0): Promise<Asset> => {
    let count = 0;
    const matches = new Set<string>();
    await event((candidate) => {
      const { data } = candidate.detail as { data?: { assetId?: string } };
      if (!SETTLING.has(candidate['detail-type']) || data?.assetId !== assetId || matches.has(candidate.id))
        return false;
      matches.add(candidate.id);
      return count++ >= after;
    });
    return editor.asset(assetId);
  };

  return {
    runtime,
    connection,
    s3,
    dataFolder,
    token,
    seen,
    event,
    ...editor,
    settled,
    /** Uploads bytes as an editor's browser does and answers the asset once it is settled. */
    async upload(fileName: string, contentType: string, bytes: Uint8Array, more: object = {}): Promise<Asset> {
      const ticket = await editor.ticketFor(fileName, contentType, bytes.length, more);
      const response = await editor.post(ticket, bytes);
      if (!response.ok) throw new Error(`S3 refused ${fileName}: ${await response.text()}`);
      return settled(ticket.assetId);
    },
    /** Resolves when an execution of the workflow whose name has `part`, and whose input has `text`, has ended. */
    ended: (part: string, text: string) => event((candidate) => isEnd(candidate, part, text)),
    /** Keys of a bucket below a prefix. */
    async keys(bucket: 'media' | 'uploads', Prefix?: string): Promise<string[]> {
      const { MediaBucketName, UploadsBucketName } = connection.outputs;
      const Bucket = bucket === 'media' ? MediaBucketName : UploadsBucketName;
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix }));
      return Contents.map(({ Key = '' }) => Key);
    },
    /** How many executions have ended of the workflow whose name has `part`, with `text` in their input. */
    countEnded: (part: string, text: string): number => seen.filter((candidate) => isEnd(candidate, part, text)).length,
    /** The name on AWS of the resource whose logical id starts so. */
    physicalId(logicalId: string, type: string): string {
      const found = runtime.stacks
        .flatMap(({ resources }) => resources)
        .find((resource) => resource.type === type && resource.logicalId.startsWith(logicalId));
      if (!found) throw new Error(`The template has no ${type} ${logicalId}.`);
      return found.physicalId;
    },
    /** Ends it as somebody does who wants to start it again on the same data. */
    async pause(): Promise<void> {
      s3.destroy();
      await runtime.close();
    },
    async stop(): Promise<void> {
      s3.destroy();
      await runtime.close();
      await servers?.stop();
      ownServers.delete(dataFolder);
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};

const isEnd = ({ source, detail }: Event, part: string, text: string): boolean => {
  const { stateMachineArn = '', status, input = '' } = detail as Record<string, string>;
  return (
    source === 'aws.states' && stateMachineArn.includes(part) && status !== 'RUNNING' && String(input).includes(text)
  );
};
