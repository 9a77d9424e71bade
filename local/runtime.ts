import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ApiRequest } from './apigateway/request.ts';
import { type DeployedStack, deploy } from './assembly/deploy.ts';
import { type Assembly, readAssembly } from './assembly/read-assembly.ts';
import { describe } from './assembly/unsupported.ts';
import type { Cloud } from './aws/service.ts';
import { type Backends, backendsOf, type Elsewhere, elsewhereOf, requireOthers } from './backend/endpoints.ts';
import { type Clock, systemClock } from './clock.ts';
import type { OnGranted } from './cloud.ts';
import type { OriginAnswer } from './cloudfront/s3-origin.ts';
import { serveWith, startSiteServer } from './cloudfront/site-server.ts';
import { lockDataFolder } from './data-folder.ts';
import type { Event } from './events/event.ts';
import type { Fault } from './faults/faults.ts';
import { startFrontDoor } from './front-door/door.ts';
import { withLocalAddresses } from './local-addresses.ts';
import { createReload, type Reload } from './reload.ts';
import { openServices, type Services } from './services.ts';

export type RuntimeOptions = {
  /** Folder of the cloud assembly, as `cdk synth` writes it. Without one, every stack comes over the wire. */
  assemblyFolder?: string;
  /** Where all state is kept. */
  dataFolder: string;
  /** Ports on 127.0.0.1; 0 takes a free one. */
  awsPort: number;
  sitePort: number;
  clock?: Clock;
  /** Servers of the user's own behind services. Default: what `AWS_ENDPOINT_URL_DYNAMODB`, `_S3` and `_SQS` name. */
  backends?: Backends;
  /** Servers of the user's own for services that the runtime lacks. Default: what any other `AWS_ENDPOINT_URL_…` names. */
  elsewhere?: Elsewhere;
  /** Told of every event on every bus, once it is kept. */
  onEvent?: (event: Event, bus: string) => void;
  /** Told of every permission that a role or a service uses. */
  onGranted?: OnGranted;
  /** Told of the faults on demand, when they have changed. */
  onFaults?: (faults: readonly Fault[]) => void;
  /** Told of faults of the runtime itself. */
  onFault?: (error: unknown) => void;
};

export type Runtime = {
  awsUrl: string;
  siteUrl: string;
  stacks: readonly DeployedStack[];
  /** One line each for what the templates ask for and the runtime does not do. */
  unsupported: readonly string[];
  /** How many executions, deliveries and invocations of an earlier run this one goes on with. */
  resumed: number;
  cloud: Cloud;
  /**
   * Carries another assembly out over the one that runs, without a break: state stays, requests and executions under way end
   * on what they began with. Throws `TemplateError` where it cannot be carried out; what ran before runs on then.
   */
  reload(assembly: Assembly): Promise<Reload>;
  close(): Promise<void>;
};

/**
 * Runs a cloud assembly and the stacks that came over the wire on this machine until it is closed.
 * Throws where the folder is in use, a port is taken, a server behind a service cannot be or the template cannot be carried
 * out; nothing is left running then.
 */
export const startRuntime = async (options: RuntimeOptions): Promise<Runtime> => {
  const { assemblyFolder, dataFolder, clock = systemClock, onEvent, onGranted, onFaults, onFault } = options;
  const closers: (() => unknown)[] = [];
  const closing = <T>(value: T, close: (value: T) => unknown): T => {
    closers.unshift(() => close(value));
    return value;
  };
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0)) await closer();
  };
  try {
    let assembly = assemblyFolder === undefined ? NO_ASSEMBLY : readAssembly(assemblyFolder);
    closing(lockDataFolder(dataFolder), (lock) => lock.release());
    let port = options.awsPort;
    let siteUrl: string | undefined;
    let deployed = false;
    const backends = options.backends ?? backendsOf(process.env);
    const elsewhere = options.elsewhere ?? elsewhereOf(process.env);
    requireOthers({ ...backends, ...elsewhere }, port);
    const parts = await openServices({
      assembly: () => assembly,
      dataFolder,
      clock,
      port: () => port,
      siteUrl: () => siteUrl,
      backends,
      elsewhere,
      onEvent,
      onGranted,
      onFaults,
      onFault,
      closing,
    });
    const { account, cloud, services, identities, cognito } = parts;

    // The port is opened before the template is carried out, because queue URLs and functions' settings name it.
    const ready = (): boolean => deployed;
    const door = closing(
      await startFrontDoor({
        port,
        clock,
        cloud,
        services,
        identities,
        ...account,
        unsigned: cognito.unsigned,
        ready,
        api: (request, response) => {
          const own = ready() && parts.apis.takes(request.headers.host ?? '', request.url ?? '/');
          if (own) void serveWith(request, response, parts.apis.answer, onFault ?? (() => {}));
          return own;
        },
        upgrade: (request, socket, head) => ready() && parts.apis.upgrade(request, socket, head),
        onFault,
      }),
      (server) => server.close(),
    );
    port = door.port;
    const deployment = await deploy(assembly, parts.resourceTypes, account);
    const lost = await parts.cloudFormation.restore(deployment.exports);
    const site = closing(
      await startSiteServer({
        port: options.sitePort,
        answer: (request) => serve(parts, request),
        service(request, response) {
          const own = parts.apis.manages(request.headers.host ?? '', request.url ?? '/');
          if (own) door.take(request, response);
          return own;
        },
        upgrade: (request, socket, head) => upgrade(parts, request, socket, head),
        onFault,
      }),
      (server) => server.close(),
    );
    siteUrl = site.url;
    // A server closes only once its sockets have.
    closing(parts.apis, (apis) => apis.close());
    let stacks: readonly DeployedStack[] = [];
    const show = (deployed: readonly DeployedStack[]): void => {
      stacks = deployed.map((stack) => withLocalAddresses(stack, site.url));
      parts.cloudFormation.show(stacks);
    };
    show(deployment.stacks);
    deployed = true;
    const reload = closing(
      createReload({
        ...{ resourceTypes: parts.resourceTypes, place: account, deployment, assembly: () => assembly, show },
        exports: parts.cloudFormation.exports,
        setAssembly(value) {
          assembly = value;
        },
      }),
      ({ settled }) => settled(),
    );
    const resumed = await parts.resume();
    return {
      awsUrl: door.url,
      siteUrl: site.url,
      get stacks() {
        return stacks;
      },
      unsupported: [...deployment.unsupported.map(describe), ...lost],
      resumed,
      cloud,
      reload: reload.to,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};

const NO_ASSEMBLY: Assembly = { folder: '/nowhere', stacks: [], assets: new Map() };

/** The site's port answers for an API and a hosted sign-in by their host names or paths, and for the distribution by any other. */
const serve = async ({ apis, cloudFront, cognito }: Services, request: ApiRequest): Promise<OriginAnswer> => {
  const host = request.headers.host ?? '';
  if (apis.takes(host, request.path)) return apis.answer(request);
  if (cognito.hosted.takes(host, request.path)) return cognito.hosted.answer(request);
  const distribution = cloudFront.first();
  return distribution ? cloudFront.answer(distribution, request) : NO_SITE;
};

const upgrade = ({ apis, cloudFront }: Services, request: IncomingMessage, socket: Duplex, head: Buffer): boolean => {
  if (apis.upgrade(request, socket, head)) return true;
  const distribution = cloudFront.first();
  const origin = distribution && cloudFront.socketOrigin(distribution, (request.url ?? '/').split('?')[0] ?? '/');
  return origin !== undefined && apis.upgrade(request, socket, head, origin);
};

const NO_SITE: OriginAnswer = {
  status: 404,
  headers: {},
  body: Buffer.from('The template has no CloudFront distribution.\n'),
};
