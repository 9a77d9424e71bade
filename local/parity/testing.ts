import { CHECKSUM_ALGORITHMS, checksum } from '../aws/checksum.ts';
import type { Cloud } from '../aws/service.ts';
import { VirtualClock } from '../clock.ts';
import { withAccountHost } from '../front-door/account-host.ts';
import { startFrontDoor } from '../front-door/door.ts';
import { ACCOUNT_ID, ADMINISTRATOR, REGION } from '../identity.ts';
import { type ApiOperation, type Client, type Schema, sampleOf, wireNames } from './api.ts';
import type { OpenedServices } from './open.ts';

type Refusal = Error & { $metadata?: { httpStatusCode?: number } };

/** What became of a member that a client sent. */
export type Fate = 'arrived' | 'refused' | 'unsent' | 'lost';

export type Recorder = {
  clientOptions(service: string): object;
  /** Sends an operation with the members that it needs and one more, through the unmodified client and the front door. */
  send(client: Client, operation: ApiOperation, member: string): Promise<Fate>;
  /** Sends an operation that the service does not have; answers the operation that it was taken for, if any. */
  mistakenFor(client: Client, operation: ApiOperation): Promise<string | undefined>;
  close(): Promise<void>;
};

/** What a client wants of a member before it sends it at all. */
const WANTED: Readonly<Record<string, unknown>> = {
  Body: 'x',
  ChecksumAlgorithm: 'CRC32',
  CopySource: 'bucket/key',
  ChecksumMode: 'ENABLED',
  ClientContext: 'e30=',
  ContentLength: 1,
  ExpectedBucketOwner: ACCOUNT_ID,
  KvsARN: `arn:aws:cloudfront::${ACCOUNT_ID}:key-value-store/any`,
  ...Object.fromEntries(
    CHECKSUM_ALGORITHMS.map((name) => [`Checksum${name.toUpperCase()}`, checksum(name, Buffer.from('x'))]),
  ),
};

/** Documents without which a request of S3 is none, though its model lets them be left out. */
const ALWAYS = ['Body', 'MultipartUpload', 'LifecycleConfiguration'];

/** Makes a client sign in a way for which it wants a library of its own, so that it sends nothing. */
const UNSENT = ['PutEvents.EndpointId'];

/** Held against the bytes by the front door, which refuses what does not fit. */
const OF_THE_BYTES = ['ChecksumAlgorithm', 'ContentLength', 'ContentMD5'];

/** A front door on every service whose calls go no further than to be looked at. */
export const openRecorder = async ({ services, identities }: OpenedServices): Promise<Recorder> => {
  let input: Readonly<Record<string, unknown>> | undefined;
  let called: string | undefined;
  const cloud: Cloud = {
    async call(_service, operation, given) {
      called = operation;
      input = given as Readonly<Record<string, unknown>>;
      return {};
    },
    refusalOf: () => undefined,
    operations: (name) => Object.keys(services.find((service) => service.name === name)?.operations ?? {}),
  };
  const door = await startFrontDoor({
    port: 0,
    clock: new VirtualClock(Date.now()),
    cloud,
    services,
    identities,
    accountId: ACCOUNT_ID,
    region: REGION,
  });
  return {
    clientOptions(service) {
      const settings = {
        // An API's connections are managed below its stage.
        endpoint: service === 'execute-api' ? `${door.url}/_aws/execute-api/any/stage` : door.url,
        disableHostPrefix: true,
        region: REGION,
        credentials: ADMINISTRATOR,
        forcePathStyle: true,
        maxAttempts: 1,
      };
      return service === 'cloudfront-keyvaluestore' ? withAccountHost(settings) : settings;
    },
    async send(client, operation, member) {
      input = undefined;
      if (UNSENT.includes(`${operation.name}.${member}`)) return 'unsent';
      const body = ALWAYS.filter((name) => operation.members.has(name));
      const sent = sampled(operation, [...operation.required, ...body, member]);
      const error = await client.send(operation.command(sent)).then(
        () => undefined,
        (reason: unknown) => reason as Refusal,
      );
      if (input === undefined) return error && names(error, member, operation.members.get(member)) ? 'refused' : 'lost';
      if (input[member] !== undefined || OF_THE_BYTES.includes(member)) return 'arrived';
      return 'lost';
    },
    async mistakenFor(client, operation) {
      called = undefined;
      await client.send(operation.command(sampled(operation, operation.required))).catch(() => {});
      return called;
    },
    close: () => door.close(),
  };
};

/** An input with something for each of the named members. */
const sampled = (operation: ApiOperation, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    names.map((name) => [name, WANTED[name] ?? sampleOf(operation.members.get(name) ?? 0, textFor(name))]),
  );

const textFor = (member: string): string => (/Arn$/i.test(member) ? ARN : 'text');

const ARN = 'arn:aws:lambda:us-east-1:000000000000:function:any';

/** Whether a refusal names a member, or the header or query that carries it. */
const names = (error: Refusal, member: string, schema: Schema | undefined): boolean => {
  // ACLs are refused in AWS's own words, and an answer to HEAD has no words.
  if (error.name === 'AccessControlListNotSupported' || error.$metadata?.httpStatusCode === 501) return true;
  const said = `${error.message} ${JSON.stringify(error)}`.toLowerCase();
  return [member, ...wireNames(schema)].some((name) =>
    said.replaceAll('-', '').includes(name.toLowerCase().replaceAll('-', '')),
  );
};
