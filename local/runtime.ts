import { join } from 'node:path';
import { createHttpApis } from './apigateway/http-api.ts';
import { type DeployedStack, deploy } from './assembly/deploy.ts';
import { readAssembly } from './assembly/read-assembly.ts';
import { describe } from './assembly/unsupported.ts';
import type { Cloud, Service } from './aws/service.ts';
import { type Clock, systemClock } from './clock.ts';
import { createCloud } from './cloud.ts';
import { createCloudFormation } from './cloudformation/cloudformation.ts';
import { createCloudFront } from './cloudfront/cloudfront.ts';
import { startSiteServer } from './cloudfront/site-server.ts';
import { createCognito } from './cognito/cognito.ts';
import { lockDataFolder } from './data-folder.ts';
import { openDatabase } from './database.ts';
import { openDynamoDB } from './dynamodb/open-dynamodb.ts';
import type { Event } from './events/event.ts';
import { createEventBridge } from './events/event-bridge.ts';
import { openFauxqs } from './fauxqs.ts';
import { startFrontDoor } from './front-door/door.ts';
import { createIdentities } from './iam/identities.ts';
import { iamResources } from './iam/resources.ts';
import { stsService } from './iam/sts.ts';
import { ACCOUNT_ID, REGION } from './identity.ts';
import { createLambda } from './lambda/lambda.ts';
import { createLogs } from './logs/logs.ts';
import { createS3 } from './s3/create-s3.ts';
import { createSqs } from './sqs/create-sqs.ts';
import { createStates } from './states/engine.ts';

export type RuntimeOptions = {
  /** Folder of the cloud assembly, as `cdk synth` writes it. */
  assemblyFolder: string;
  /** Where all state is kept. */
  dataFolder: string;
  /** Ports on 127.0.0.1; 0 takes a free one. */
  awsPort: number;
  sitePort: number;
  clock?: Clock;
  /** A DynamoDB of the user's own. Default: `AWS_ENDPOINT_URL_DYNAMODB`. */
  dynamoDBEndpoint?: string;
  /** Told of every event on every bus, once it is kept. */
  onEvent?: (event: Event, bus: string) => void;
  /** Told of faults of the runtime itself. */
  onFault?: (error: unknown) => void;
};

export type Runtime = {
  awsUrl: string;
  siteUrl: string;
  stacks: readonly DeployedStack[];
  /** One line each for what the template asks for and the runtime does not do. */
  unsupported: readonly string[];
  /** Deliveries, executions and invocations that an earlier run left and this one goes on with. */
  resumed: number;
  cloud: Cloud;
  close(): Promise<void>;
};

/**
 * Runs a cloud assembly on this machine until it is closed.
 * Throws where the folder is in use, a port is taken or the template cannot be carried out; nothing is left running then.
 */
export const startRuntime = async (options: RuntimeOptions): Promise<Runtime> => {
  const { assemblyFolder, dataFolder, clock = systemClock } = options;
  const account = { accountId: ACCOUNT_ID, region: REGION };
  const closers: (() => unknown)[] = [];
  const closing = <T>(value: T, close: (value: T) => unknown): T => {
    closers.unshift(() => close(value));
    return value;
  };
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0)) await closer();
  };
  try {
    const assembly = readAssembly(assemblyFolder);
    closing(lockDataFolder(dataFolder), (lock) => lock.release());
    const database = closing(openDatabase(join(dataFolder, 'runtime.sqlite')), (db) => db.close());
    const logDatabase = closing(openDatabase(join(dataFolder, 'logs.sqlite')), (db) => db.close());
    const identities = createIdentities({ accountId: ACCOUNT_ID, clock, folder: dataFolder });
    const services: Service[] = [];
    const cloud = createCloud({ ...account, services: () => services });
    let port = options.awsPort;
    let deployed = false;

    const dynamodb = closing(
      await openDynamoDB({
        folder: join(dataFolder, 'dynamodb'),
        clock,
        ...account,
        endpoint: options.dynamoDBEndpoint ?? process.env.AWS_ENDPOINT_URL_DYNAMODB,
      }),
      (server) => server.close(),
    );
    const fauxqs = closing(await openFauxqs({ folder: join(dataFolder, 's3-sqs'), clock, region: REGION }), (stores) =>
      stores.close(),
    );
    const logs = closing(createLogs({ database: logDatabase, clock, ...account }), (store) => store.close());
    const cognito = await createCognito({ database, clock, folder: dataFolder, ...account });
    const sqs = createSqs({ fauxqs, clock, ...account, port: () => port });
    const sendToQueue = async (arn: string, body: string, attributes: Record<string, string> = {}): Promise<void> => {
      const MessageAttributes = Object.fromEntries(
        Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
      );
      await cloud.call(
        'sqs',
        'SendMessage',
        { QueueUrl: arn, MessageBody: body, MessageAttributes },
        identities.administrator,
      );
    };
    const lambda = closing(
      createLambda({
        database,
        clock,
        region: REGION,
        endpoint: () => `http://127.0.0.1:${port}`,
        credentials: (roleArn, sessionName) => identities.sessionFor(roleArn, sessionName),
        log: logs.write,
        assetFolder: (key) => assembly.assets.get(key),
        sendToDestination: (arn, record) => sendToQueue(arn, JSON.stringify(record)),
      }),
      (host) => host.close(),
    );
    const bridge = closing(
      createEventBridge({
        database,
        clock,
        ...account,
        cloud: () => cloud,
        principalOf: (roleArn) => identities.principalOf(roleArn, 'eventbridge'),
        service: identities.administrator,
        mayInvoke: (functionArn, ruleArn) =>
          lambda.functions.permits(lambda.functions.find(functionArn), 'events.amazonaws.com', ruleArn),
        deadLetter: sendToQueue,
        onEvent: options.onEvent,
      }),
      (events) => events.close(),
    );
    const s3 = createS3({
      fauxqs,
      clock,
      ...account,
      publish: (event) => bridge.publish({ ...event, time: event.time.getTime() }),
    });
    const states = closing(
      createStates({
        database,
        clock,
        cloud,
        ...account,
        principalOf: (roleArn) => identities.principalOf(roleArn, 'states'),
        onStatusChange: (detail) =>
          bridge.publish({
            source: 'aws.states',
            detailType: 'Step Functions Execution Status Change',
            resources: [String(detail.executionArn)],
            detail,
            time: clock.now(),
          }),
        log: ({ logGroupArn, stream, message, at }) =>
          logs.write({ group: logGroupOf(logGroupArn), stream, message, at }),
      }),
      (engine) => engine.close(),
    );
    const apis = createHttpApis({
      clock,
      ...account,
      functions: lambda.functions,
      host: lambda.host,
      keysOf: cognito.keysOf,
      log: logs.write,
    });
    const cloudFront = createCloudFront({ cloud: () => cloud, principal: identities.administrator, apis });
    const cloudFormation = createCloudFormation({ clock, ...account });
    services.push(
      ...[...dynamodb.services, s3.service, sqs.service, lambda.service, bridge.service, states.service],
      ...[logs.service, cognito.service, cloudFormation.service, stsService(identities)],
    );

    // The port is opened before the template is carried out, because queue URLs and functions' settings name it.
    const door = closing(
      await startFrontDoor({
        port,
        clock,
        cloud,
        services,
        identities,
        ...account,
        unsigned: cognito.unsigned,
        ready: () => deployed,
        onFault: options.onFault,
      }),
      (server) => server.close(),
    );
    port = door.port;
    const deployment = await deploy(
      assembly,
      [
        ...[
          ...iamResources(identities),
          ...logs.resourceTypes,
          ...dynamodb.resourceTypes,
          ...s3.resourceTypes,
          ...sqs.resourceTypes,
        ],
        ...[...lambda.resourceTypes, ...bridge.resourceTypes, ...states.resourceTypes, ...cognito.resourceTypes],
        ...[...apis.resourceTypes, ...cloudFront.resourceTypes],
      ],
      account,
    );
    const site = closing(
      await startSiteServer(options.sitePort, async (request) => {
        const api = apis.byHost(request.headers.host ?? '');
        if (api) return apis.answer(api, request);
        const distribution = cloudFront.first();
        return distribution ? cloudFront.answer(distribution, request) : NO_SITE;
      }),
      (server) => server.close(),
    );
    cloudFormation.show(deployment.stacks.map((stack) => withLocalAddresses(stack, site.url)));
    deployed = true;
    const resumed = states.resume() + bridge.resume() + lambda.resume() + (await s3.recover());
    return {
      awsUrl: door.url,
      siteUrl: site.url,
      stacks: deployment.stacks.map((stack) => withLocalAddresses(stack, site.url)),
      unsupported: deployment.unsupported.map(describe),
      resumed,
      cloud,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};

const NO_SITE = { status: 404, headers: {}, body: Buffer.from('The template has no CloudFront distribution.\n') };

const logGroupOf = (arn: string): string => /log-group:([^:]+)/.exec(arn)?.[1] ?? arn;

/** Outputs that are addresses on AWS point at the site's port here, which answers for distribution and API alike. */
const withLocalAddresses = (stack: DeployedStack, siteUrl: string): DeployedStack => ({
  ...stack,
  outputs: Object.fromEntries(
    Object.entries(stack.outputs).map(([name, value]) => [
      name,
      /^https:\/\/[\w.-]+\.(cloudfront\.net|execute-api\.[\w-]+\.amazonaws\.com)$/.test(value) ? siteUrl : value,
    ]),
  ),
});
